//! The config of a site's owner: every fault is told with its place, and the rest is used.

mod any;
mod attributes;
mod event;
mod json;
mod own;
mod texts;

use l10n::text::say;
use model::Tables;
use serde_json::Value;
use service_level_calculator::config::{
    Config, ConfigError, KEYS, ONLY_IN_JSON, reference, schema, typescript,
};
use std::fs;
use std::path::Path;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn languages() -> Vec<&'static str> {
    let languages = say::LANGUAGES.iter();
    languages.map(|(language, _)| *language).collect()
}

fn of_attributes(given: &[(&str, &str)]) -> (Config, Vec<ConfigError>) {
    let given: Vec<_> = given
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    service_level_calculator::config::read_attributes(&given, tables(), &languages())
}

fn of_json(text: &str) -> (Config, Vec<ConfigError>) {
    service_level_calculator::config::read_json(text, tables(), &languages())
}

/// The errors as the integrator reads them.
fn told(errors: &[ConfigError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

/// The same without the lists of what there is.
fn briefly(errors: &[ConfigError]) -> Vec<String> {
    let brief = |error: String| error.split(';').next().unwrap().to_owned();
    told(errors).into_iter().map(brief).collect()
}

/// Compares a file with what the source makes of it, or writes it where that is wished.
fn is_of_the_source(path: &str, made: &str) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(place, made).unwrap();
        return;
    }
    assert!(
        fs::read_to_string(place).unwrap() == made,
        "{path} is not what the source says; cargo xtask update rewrites it"
    );
}

#[test]
fn the_types_for_typescript_are_those_of_the_source() {
    let made = typescript(tables(), &languages()).unwrap();
    is_of_the_source("embed/types.ts", &made);
}

#[test]
fn the_schema_and_the_reference_are_those_of_the_source() {
    let schema = schema(tables(), &languages());
    let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    is_of_the_source("embed/config.schema.json", &schema);
    let reference = reference(tables(), &languages());
    is_of_the_source("docs/config.md", &reference);
}

#[test]
fn schema_and_reference_have_the_keys_there_are_and_no_others() {
    let schema = schema(tables(), &languages());
    let described = schema["properties"].as_object().unwrap();
    let mut keys = KEYS.to_vec();
    keys.sort_unstable();
    assert!(described.keys().eq(keys));
    let reference = reference(tables(), &languages());
    let titles = reference
        .lines()
        .filter_map(|line| line.strip_prefix("## `"));
    let titles: Vec<_> = titles.map(|title| title.trim_end_matches('`')).collect();
    assert_eq!(titles, KEYS);
}

#[test]
fn the_examples_are_without_a_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (config, errors) = of_json(&text);
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        assert!(config.look.name.is_some() && config.look.call.is_some());
        seen += 1;
    }
    assert!(seen >= 3);
}

#[test]
fn the_types_have_the_keys_there_are_and_no_others() {
    let types = typescript(tables(), &languages()).unwrap();
    let (_, config) = types.split_once("interface Config {").unwrap();
    let (config, _) = config.split_once("\n}").unwrap();
    let keys = config.lines().filter_map(|line| line.split_once("?: "));
    let keys: Vec<_> = keys.map(|(key, _)| key.trim()).collect();
    assert_eq!(keys, KEYS);
}

#[test]
fn an_attribute_wins_over_json_and_leaves_the_rest_to_it() {
    let (attributes, _) = of_attributes(&[("segment", "clinic"), ("theme", "dark")]);
    let (json, _) =
        of_json(r#"{"segment": "taxi", "tier": "luxury", "texts": {"en": {"a": "b"}}}"#);
    let config = attributes.over(json.clone());
    assert_eq!(config.segment.as_deref(), Some("clinic"));
    assert_eq!(config.tier.as_deref(), Some("luxury"));
    assert_eq!(config.theme.unwrap().id(), "dark");
    assert_eq!(config.texts, json.texts);
}

#[test]
fn of_two_texts_for_one_key_the_one_of_the_upper_config_stays() {
    let (upper, _) = of_json(r#"{"texts": {"en": {"a": "upper"}, "ru": {"b": "upper"}}}"#);
    let (under, _) = of_json(r#"{"texts": {"en": {"a": "under", "b": "under"}}}"#);
    let merged = upper.over(under);
    let english: Vec<_> = merged.texts_for("en").collect();
    let english = english.iter().map(|own| (&*own.key, &*own.text));
    assert_eq!(
        english.collect::<Vec<_>>(),
        [("a", "upper"), ("b", "under")]
    );
    assert_eq!(merged.texts_for("ru").count(), 1);
}

#[test]
fn the_first_state_is_what_the_config_presets_and_else_the_language_s() {
    let (config, _) = of_attributes(&[("segment", "taxi"), ("currency", "KZT")]);
    let entries = config.entries(tables(), "ru");
    let start = Config::default().entries(tables(), "ru");
    assert_eq!((&*entries.segment, &*entries.currency), ("taxi", "KZT"));
    assert_eq!(entries.tier, start.tier);
    assert_ne!(entries.segment, start.segment);
    assert_ne!(entries.currency, start.currency);
}

/// The names of one kind that the manifest of the element lists, in order.
fn manifest(kind: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("embed/custom-elements.json");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let listed = &manifest["modules"][0]["declarations"][0][kind];
    let name = |entry: &Value| entry["name"].as_str().unwrap().to_owned();
    let mut names: Vec<_> = listed.as_array().unwrap().iter().map(name).collect();
    names.sort();
    names
}

#[test]
fn the_manifest_of_the_element_lists_what_there_is() {
    let mut attributes = vec!["config"];
    attributes.extend(KEYS.iter().filter(|key| !ONLY_IN_JSON.contains(key)));
    attributes.sort_unstable();
    assert_eq!(manifest("attributes"), attributes);
    let types = typescript(tables(), &languages()).unwrap();
    let (_, names) = types.split_once("export const EVENTS = [").unwrap();
    let (names, _) = names.split_once(']').unwrap();
    let mut events: Vec<_> = names
        .split(", ")
        .map(|name| name.trim_matches('"'))
        .collect();
    events.sort_unstable();
    assert_eq!(manifest("events"), events);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let element = fs::read_to_string(root.join("embed/element.ts")).unwrap();
    for member in manifest("members") {
        let shapes = [format!(" {member}("), format!(" {member}: ")];
        assert!(
            shapes.iter().any(|shape| element.contains(shape)),
            "{member}"
        );
    }
    let listed = fs::read_to_string(root.join("embed/attributes.ts")).unwrap();
    let (_, observed) = listed.split_once("const ATTRIBUTES = \"").unwrap();
    let (observed, _) = observed.split_once('"').unwrap();
    let mut observed: Vec<_> = observed.split(' ').chain(["config"]).collect();
    observed.sort_unstable();
    assert_eq!(observed, attributes);
    let mut parts = Vec::new();
    for folder in ["src/ui", "src/ui/handover", "src/ui/away"] {
        for file in fs::read_dir(root.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let source = fs::read_to_string(path).unwrap();
                let named = source.split(" part=\"").skip(1);
                parts.extend(named.map(|rest| rest.split('"').next().unwrap().to_owned()));
            }
        }
    }
    parts.sort();
    parts.dedup();
    assert_eq!(manifest("cssParts"), parts);
    let styles = fs::read_dir(root.join("styles")).unwrap();
    let styles = styles.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let all = styles.collect::<String>() + &element;
    let names = all.split("var(--slc-").skip(1);
    let mut properties: Vec<_> = names
        .map(|rest| rest.split([',', ')']).next().unwrap())
        .map(|name| format!("--slc-{name}"))
        .collect();
    properties.sort();
    properties.dedup();
    assert_eq!(manifest("cssProperties"), properties);
}
