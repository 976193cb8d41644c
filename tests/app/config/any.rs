//! Whatever is given, what comes of it is valid.

use super::{languages, of_attributes, of_json, tables};
use proptest::prelude::*;
use service_level_calculator::config::{
    Config, ConfigError, KEYS, MOST_STATE, MOST_TEXT, TextOverride, accent, sections,
};

/// Fails on a value that the calculator could not honour.
fn valid(config: &Config) -> Result<(), TestCaseError> {
    let tables = tables();
    let none_or =
        |id: &Option<String>, known: &dyn Fn(&str) -> bool| id.as_ref().is_none_or(|id| known(id));
    let listed = |code: &str| tables.currencies.iter().any(|row| row.code == code);
    let spoken = |tag: &str| languages().contains(&tag);
    prop_assert!(none_or(&config.lang, &spoken));
    prop_assert!(none_or(&config.currency, &listed));
    prop_assert!(none_or(&config.segment, &|id| tables.segment(id).is_some()));
    prop_assert!(none_or(&config.tier, &|id| tables.tier(id).is_some()));
    let short = |state: &str| state.chars().count() <= MOST_STATE;
    prop_assert!(none_or(&config.state, &short));
    for id in &config.look.hidden {
        prop_assert!(sections().any(|known| known == id));
    }
    let links = config.look.call.iter().map(|call| &call.href);
    for address in links.chain(&config.look.logo) {
        let scheme = address.trim_start().to_ascii_lowercase();
        prop_assert!(!scheme.starts_with("javascript"), "{address}");
    }
    prop_assert!(
        config
            .accent
            .as_deref()
            .is_none_or(|colour| accent(colour).is_some())
    );
    for own in &config.texts {
        prop_assert!(languages().contains(&&*own.language));
        prop_assert!(own.text.chars().count() <= MOST_TEXT);
        prop_assert!(!own.text.contains(['\n', '\r']));
        let same = |other: &&TextOverride| other.language == own.language && other.key == own.key;
        prop_assert_eq!(config.texts.iter().filter(same).count(), 1);
    }
    Ok(())
}

fn told_well(errors: &[ConfigError]) -> Result<(), TestCaseError> {
    for error in errors {
        prop_assert!(error.value.chars().count() <= 61);
        prop_assert!(!error.to_string().contains('\n'));
    }
    Ok(())
}

/// An id that there is, in one table or another, or anything.
fn value() -> BoxedStrategy<String> {
    let tables = tables();
    let ids = tables.segments.iter().map(|row| row.id.to_string());
    let ids = ids.chain(tables.tiers.iter().map(|row| row.id.to_string()));
    let ids = ids.chain(tables.currencies.iter().map(|row| row.code.to_string()));
    let more = [
        "en",
        "ru-RU",
        "light",
        "dark",
        "a\nb",
        "kpi",
        "#12ab9F",
        "https://example.com",
        "javascript:alert(1)",
        "JaVaScript:x",
    ];
    let more = more.map(str::to_owned);
    let ids: Vec<_> = ids.chain(more).collect();
    prop_oneof![3 => prop::sample::select(ids), 1 => any::<String>()].boxed()
}

fn key() -> BoxedStrategy<String> {
    let ours = prop::sample::select(KEYS.to_vec()).prop_map(str::to_owned);
    let data = ours.clone().prop_map(|key| format!("data-{key}"));
    let language = Just("en".to_owned());
    prop_oneof![5 => ours, 1 => data, 2 => language, 1 => any::<String>()].boxed()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// JSON with our keys at every depth, some of them twice.
fn json() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        4 => value().prop_map(|text| quoted(&text)),
        1 => prop::sample::select(vec!["null", "true", "-0.5e3", "[]", "{}"])
            .prop_map(str::to_owned),
    ];
    let object = |pairs: Vec<(String, String)>| {
        let pairs = pairs
            .iter()
            .map(|(key, value)| format!("{}: {value}", quoted(key)));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    };
    let nested = leaf.prop_recursive(4, 40, 8, move |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            1 => list.prop_map(|items| format!("[{}]", items.join(","))),
            5 => prop::collection::vec((key(), inner), 0..8).prop_map(object),
        ]
    });
    prop::collection::vec((key(), nested), 0..8)
        .prop_map(object)
        .boxed()
}

proptest! {
    #[test]
    fn any_attributes_at_all_give_a_valid_config(
        given in prop::collection::vec((key(), value()), 0..12),
    ) {
        let given: Vec<_> = given.iter().map(|(name, value)| (&**name, &**value)).collect();
        let (config, errors) = of_attributes(&given);
        valid(&config)?;
        told_well(&errors)?;
    }

    #[test]
    fn any_json_gives_a_valid_config_that_can_be_written_and_read(text in json()) {
        let (config, errors) = of_json(&text);
        valid(&config)?;
        told_well(&errors)?;
        let written = serde_json::to_string(&config).unwrap();
        let (again, errors) = of_json(&written);
        prop_assert_eq!(again.clone().over(config.clone()), again.clone());
        prop_assert_eq!(again.texts.len(), config.texts.len());
        prop_assert!(errors.is_empty());
    }

    #[test]
    fn any_text_at_all_gives_a_valid_config(text in any::<String>()) {
        let (config, errors) = of_json(&text);
        valid(&config)?;
        told_well(&errors)?;
        prop_assert!(!errors.is_empty());
    }

    #[test]
    fn damaged_json_is_told(text in json(), at in any::<prop::sample::Index>()) {
        let cut = text.chars().take(at.index(text.chars().count()));
        let (config, errors) = of_json(&cut.collect::<String>());
        prop_assert_eq!(config, Config::default());
        prop_assert_eq!(errors.len(), 1);
    }
}
