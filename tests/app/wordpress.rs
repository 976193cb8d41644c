//! The plugin for WordPress says what the calculator takes, and says all of it in Russian too.
//! `cargo xtask update` makes its `.mo`, which WordPress reads, of its `.po`.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const DOMAIN: &str = "'service-level-calculator'";
const RUSSIAN: &str = "languages/service-level-calculator-ru_RU.po";

fn plugin() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/wordpress/service-level-calculator")
}

fn file(name: &str) -> String {
    fs::read_to_string(plugin().join(name)).unwrap()
}

fn php() -> Vec<String> {
    let files = fs::read_dir(plugin().join("includes")).unwrap();
    let paths = files.map(|entry| entry.unwrap().path());
    let php = paths.filter(|path| path.extension().is_some_and(|extension| extension == "php"));
    php.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The texts of a line of PHP in their order, without quotes.
fn quoted(line: &str) -> Vec<&str> {
    line.split('\'').skip(1).step_by(2).collect()
}

/// What stands in the `.po`, by context and text: WordPress takes them joined so.
fn russian() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let (mut context, mut text) = (String::new(), String::new());
    for line in file(RUSSIAN).lines() {
        let Some((key, value)) = line.split_once(" \"") else {
            // The head goes on in lines of its own.
            if line.starts_with('"') {
                let more: String = serde_json::from_str(line).unwrap();
                found
                    .entry(String::new())
                    .and_modify(|head: &mut String| *head += &more);
            }
            continue;
        };
        let value: String = serde_json::from_str(&format!("\"{value}")).unwrap();
        match key {
            "msgctxt" => context = value + "\u{4}",
            "msgid" => text = std::mem::take(&mut context) + &value,
            _ => assert_eq!(found.insert(std::mem::take(&mut text), value), None),
        }
    }
    found
}

fn json_of(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn it_offers_what_the_calculator_takes_by_the_calculators_names() {
    let choices = file("includes/choices.php");
    let schema = json_of("embed/config.schema.json");
    let (english, russian, ours) = (
        json_of("locales/en.json"),
        json_of("locales/ru.json"),
        russian(),
    );
    for name in ["segment", "tier", "currency", "theme"] {
        let (_, part) = choices.split_once(&format!("'{name}' ")).unwrap();
        let (_, part) = part.split_once("'options' => array(").unwrap();
        let (part, _) = part.split_once("\n\t\t\t),").unwrap();
        let lines = part.lines().map(quoted).filter(|quoted| !quoted.is_empty());
        let options: BTreeMap<&str, &str> = lines.map(|quoted| (quoted[0], quoted[1])).collect();
        // An owner's config may have segments of its own; the plugin offers ours.
        let takes = &schema["properties"][name];
        let known = takes["anyOf"].get(0).unwrap_or(takes);
        let known = known["enum"].as_array().unwrap();
        let known: BTreeSet<&str> = known.iter().map(|value| value.as_str().unwrap()).collect();
        assert_eq!(options.keys().copied().collect::<BTreeSet<_>>(), known);
        if name == "theme" {
            continue; // The calculator itself has no name for it.
        }
        for (value, label) in options {
            let id = value.to_lowercase();
            assert_eq!(english["core"][name][&id], json!(label));
            assert_eq!(russian["core"][name][&id], json!(ours[label]));
        }
    }
}

#[test]
fn it_says_everything_in_russian_and_nothing_is_left_over() {
    let mut said = BTreeSet::new();
    for source in php() {
        let lines = source
            .lines()
            .filter(|line| line.contains(&format!(", {DOMAIN} )")));
        for part in lines.flat_map(|line| line.split("__( ").skip(1)) {
            said.insert(quoted(part)[0].to_owned());
        }
    }
    let block: Value = serde_json::from_str(&file("block/block.json")).unwrap();
    for name in ["title", "description"] {
        said.insert(format!(
            "block {name}\u{4}{}",
            block[name].as_str().unwrap()
        ));
    }
    for keyword in block["keywords"].as_array().unwrap() {
        said.insert(format!("block keyword\u{4}{}", keyword.as_str().unwrap()));
    }
    let head = file("service-level-calculator.php");
    let description = head
        .lines()
        .find_map(|line| line.split_once("Description:"));
    said.insert(description.unwrap().1.trim().to_owned());
    let mut translated: BTreeSet<String> = russian().into_keys().collect();
    translated.remove("");
    assert_eq!(said, translated);
}

#[test]
fn its_version_is_ours() {
    let version = env!("CARGO_PKG_VERSION");
    let head = file("service-level-calculator.php");
    assert!(head.contains(&format!("Version:           {version}\n")));
    assert!(file("readme.txt").contains(&format!("\nStable tag: {version}\n")));
}

/// A `.mo`: a head, two tables of lengths and places, the texts in order and then what they mean.
fn compiled(texts: &BTreeMap<String, String>) -> Vec<u8> {
    let count = texts.len() as u32;
    let tables = 28 + 16 * count;
    let mut bytes = Vec::new();
    for number in [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, tables] {
        bytes.extend(u32::to_le_bytes(number));
    }
    let all = || texts.keys().chain(texts.values());
    let mut place = tables;
    for text in all() {
        bytes.extend(u32::to_le_bytes(text.len() as u32));
        bytes.extend(u32::to_le_bytes(place));
        place += text.len() as u32 + 1;
    }
    for text in all() {
        bytes.extend(text.as_bytes());
        bytes.push(0);
    }
    bytes
}

#[test]
fn what_wordpress_reads_is_made_of_what_we_wrote() {
    let path = plugin().join(RUSSIAN).with_extension("mo");
    let made = compiled(&russian());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert!(fs::read(&path).is_ok_and(|there| there == made), "UPDATE=1");
}
