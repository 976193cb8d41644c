//! The tables in `data/`: complete, in order, named in every language, and as METHODOLOGY.md
//! prints them; and what moved since the version of the model before, as CHANGELOG.md prints it.
//! `cargo xtask update` rewrites the generated parts of both.

mod claims;
mod methodology;
mod moved;
mod printed;

use l10n::text::Message;
use model::{STAGES, Tables, YEARS};
use serde_json::Value;
use service_level_calculator::present::explain::shown_in;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The keys of its objects in alphabetical order, whether or not serde_json keeps that of the file.
fn json(path: &str) -> Value {
    let read = serde_json::from_str(&read(path));
    let mut json: Value = read.unwrap_or_else(|error| panic!("{path}: {error}"));
    json.sort_all_objects();
    json
}

fn rows(table: &Value, key: &str) -> Vec<Value> {
    table[key].as_array().unwrap().clone()
}

/// The evidence by id; fails on an id that stands twice.
fn evidence() -> BTreeMap<String, Value> {
    let mut by_id = BTreeMap::new();
    for row in json("crates/model/data/evidence.json").as_array().unwrap() {
        let id = row["id"].as_str().unwrap().to_owned();
        assert!(
            by_id.insert(id.clone(), row.clone()).is_none(),
            "{id} twice"
        );
    }
    by_id
}

fn cited(row: &Value) -> Vec<&str> {
    let ids = row["evidence"].as_array().unwrap();
    ids.iter().map(|id| id.as_str().unwrap()).collect()
}

/// The parameters that a segment has for itself.
fn own_rows(segment: &Value) -> Vec<(String, Value)> {
    let rows = segment["parameters"].as_object().unwrap();
    rows.iter()
        .map(|(id, row)| (id.clone(), row.clone()))
        .collect()
}

/// How many customers a text asks: "Ask 40 customers".
fn asked(text: &str) -> Option<&str> {
    let texts = text
        .match_indices(" customers")
        .map(|(at, _)| text[..at].rsplit(' '));
    texts
        .filter_map(|mut words| Some((words.next()?, words.next()?)))
        .find(|(_, word)| word.eq_ignore_ascii_case("ask"))
        .map(|(number, _)| number)
        .filter(|number| number.parse::<u32>().is_ok())
}

#[test]
fn the_texts_ask_as_many_customers_as_the_tables() {
    let size = Tables::built_in().constants.survey_size.to_string();
    let (english, russian) = (json("locales/en.json"), json("locales/ru.json"));
    let mut asking = 0;
    for part in ["core", "more"] {
        for (section, texts) in english[part].as_object().unwrap() {
            for (key, text) in texts.as_object().unwrap() {
                let Some(number) = text.as_str().and_then(asked) else {
                    continue;
                };
                asking += 1;
                assert_eq!(number, size, "en: {section}.{key}");
                let text = russian[part][section][key].as_str().unwrap();
                let russian = format!("{size} клиент");
                assert!(text.contains(&russian), "ru: {section}.{key}");
            }
        }
    }
    assert!(asking > 3, "{asking} texts ask customers");
}

#[test]
fn what_is_built_in_is_what_stands_in_the_files() {
    let parsed = Tables::from_json(
        &read("crates/model/data/parameters.json"),
        &read("crates/model/data/segments.json"),
    );
    let (parsed, built_in) = (parsed.unwrap(), Tables::built_in());
    assert_eq!(parsed.parameters, built_in.parameters);
    assert_eq!(parsed.segments, built_in.segments);
    let by_id = |tables: &Tables| -> BTreeMap<String, f64> {
        let rows = tables.currencies.iter();
        rows.map(|row| (row.code.to_string(), row.example_factor))
            .collect()
    };
    assert_eq!(by_id(&parsed), by_id(built_in));
    assert_eq!(parsed, *built_in);
    built_in.check().unwrap();
    assert_eq!(built_in.constants.horizon_years, YEARS as f64);
}

#[test]
fn every_uncertain_parameter_has_unit_class_range_and_known_evidence() {
    let evidence = evidence();
    for row in rows(&json("crates/model/data/parameters.json"), "parameters") {
        let id = &row["id"];
        for text in ["unit", "class", "what", "symbol"] {
            assert!(
                row[text].as_str().is_some_and(|text| !text.is_empty()),
                "{id}: {text}"
            );
        }
        let number = |key: &str| row[key].as_f64().unwrap_or_else(|| panic!("{id}: {key}"));
        assert!(
            number("low") <= number("value") && number("value") <= number("high"),
            "{id}"
        );
        assert!(!cited(&row).is_empty(), "{id}: no evidence");
        for source in cited(&row) {
            assert!(
                evidence.contains_key(source),
                "{id}: unknown evidence {source}"
            );
        }
    }
}

#[test]
fn every_constant_has_unit_meaning_and_known_evidence() {
    let evidence = evidence();
    for (id, row) in json("crates/model/data/parameters.json")["constants"]
        .as_object()
        .unwrap()
    {
        for text in ["unit", "what"] {
            assert!(
                row[text].as_str().is_some_and(|text| !text.is_empty()),
                "{id}: {text}"
            );
        }
        assert!(row["value"].is_number(), "{id}: value");
        for source in cited(row) {
            assert!(evidence.contains_key(source), "{id}: unknown {source}");
        }
    }
}

#[test]
fn every_unit_of_a_parameter_has_words() {
    for row in Tables::built_in().parameters.iter() {
        let (words, _) = shown_in(&row.unit);
        assert_ne!(words, Message::from(row.unit.to_string()), "{}", row.id);
    }
}

#[test]
fn every_segment_cites_known_evidence() {
    let evidence = evidence();
    let segments = rows(&json("crates/model/data/segments.json"), "segments");
    let own = segments.iter().flat_map(own_rows).map(|(id, mut row)| {
        row["id"] = id.into();
        row
    });
    for row in own.chain(segments.clone()) {
        assert!(!cited(&row).is_empty(), "{}: no evidence", row["id"]);
        for source in cited(&row) {
            assert!(
                evidence.contains_key(source),
                "{}: unknown evidence {source}",
                row["id"]
            );
        }
    }
}

#[test]
fn every_piece_of_evidence_says_what_where_from_and_whether_it_was_seen() {
    for (id, row) in evidence() {
        for text in ["claim", "unit", "source_title"] {
            assert!(
                row[text].as_str().is_some_and(|text| !text.is_empty()),
                "{id}: {text}"
            );
        }
        methodology::seen(&row); // Fails on a word it does not know.
    }
}

#[test]
fn every_input_has_a_unit_and_an_id_of_its_own() {
    for row in rows(&json("crates/model/data/parameters.json"), "inputs") {
        assert!(
            row["unit"].as_str().is_some_and(|unit| !unit.is_empty()),
            "{}",
            row["id"]
        );
    }
}

/// The ids that each family of texts must name.
fn families() -> BTreeMap<&'static str, Vec<String>> {
    let t = Tables::built_in();
    let names = |ids: &mut dyn Iterator<Item = &str>| ids.map(str::to_owned).collect();
    BTreeMap::from([
        (
            "segment",
            names(&mut t.segments.iter().map(|row| row.id.as_ref())),
        ),
        (
            "tier",
            names(&mut t.tiers.iter().map(|row| row.id.as_ref())),
        ),
        (
            "rung",
            names(&mut t.ladder.iter().map(|row| row.id.as_ref())),
        ),
        (
            "practice",
            names(&mut t.practices.iter().map(|row| row.id.as_ref())),
        ),
        ("sign", names(&mut t.signs.iter().map(AsRef::as_ref))),
        (
            "dimension",
            names(&mut t.dimensions.iter().map(|row| row.id.as_ref())),
        ),
        ("stage", names(&mut STAGES.into_iter())),
    ])
}

#[test]
fn every_row_of_the_tables_has_a_name_in_every_language() {
    let mut languages = 0;
    for entry in fs::read_dir(file("locales")).unwrap() {
        let path = entry.unwrap().path();
        // The configurator's words have a test of their own.
        if path.is_dir() {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let locale = json(&format!("locales/{name}"));
        languages += 1;
        for (family, ids) in families() {
            let text = |id: &str| {
                let core = locale["core"][family][id].as_str();
                core.or(locale["more"][family][id].as_str())
            };
            // The model needs no names of the dimensions until a panel shows them.
            let shown = family != "dimension"
                || !locale["core"][family].is_null()
                || !locale["more"][family].is_null();
            for id in ids.iter().filter(|_| shown) {
                assert!(
                    text(id).is_some_and(|text| !text.is_empty()),
                    "{name}: {family}.{id}"
                );
            }
        }
    }
    assert!(languages >= 2, "no languages");
}
