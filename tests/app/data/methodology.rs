//! The tables and lists of METHODOLOGY.md, as the data has them.

use super::printed::{by_hand, check};
use super::{cited, evidence, json, own_rows, read, rows};
use model::{Backtested, Tables, backtest};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What METHODOLOGY.md says of a source that was not read itself; empty where it was.
pub fn seen(row: &Value) -> &'static str {
    match row["seen_or_memory"].as_str().unwrap() {
        "SEEN" => "",
        "SEEN-SECONDARY" => "not seen at the source: quoted by another",
        "MEMORY" => "not seen at the source: from memory",
        "ESSAY" => "the essays' own figure, no source given",
        "DERIVED" => "computed for this model",
        "ASSUMPTION" => "an assumption",
        other => panic!("{}: {other}", row["id"]),
    }
}

fn number(value: &Value) -> String {
    value
        .as_f64()
        .map(|number| number.to_string())
        .unwrap_or_default()
}

fn range(value: &Value) -> String {
    let [value, low, high] = ["value", "low", "high"].map(|key| number(&value[key]));
    format!("{value} ({low}–{high})")
}

fn parameters_table() -> String {
    let mut text = "| Symbol | Id | What it is | Value (range) | Unit | Class | Evidence |\n\
                    |---|---|---|---|---|---|---|\n"
        .to_owned();
    for row in rows(&json("crates/model/data/parameters.json"), "parameters") {
        let word = |key: &str| row[key].as_str().unwrap().to_owned();
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | {} | {} | {} | {} |",
            word("symbol"),
            word("id"),
            word("what"),
            range(&row),
            word("unit"),
            word("class"),
            cited(&row).join(", ")
        );
    }
    text
}

fn constants_table() -> String {
    let mut text =
        "| Id | What it is | Value | Unit | Evidence |\n|---|---|---|---|---|\n".to_owned();
    for (id, row) in json("crates/model/data/parameters.json")["constants"]
        .as_object()
        .unwrap()
    {
        let word = |key: &str| row[key].as_str().unwrap().to_owned();
        let sources = match cited(row).join(", ") {
            none if none.is_empty() => "chosen".to_owned(),
            sources => sources,
        };
        let value = match row["value"].as_f64().unwrap() {
            small if small.abs() < 1e-6 => format!("{small:e}"),
            value => value.to_string(),
        };
        let _ = writeln!(
            text,
            "| `{id}` | {} | {value} | {} | {sources} |",
            word("what"),
            word("unit"),
        );
    }
    text
}

fn segments_table() -> String {
    let mut text = "| Segment | Market | Expected level | Yearly retention | Gross margin \
                    | Purchases | Contacts a purchase | Cost of service | Example customers \
                    | Example spend, USD (RUB) | Queue: minutes, tolerance in s | Evidence |\n\
                    |---|---|---|---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for row in rows(&json("crates/model/data/segments.json"), "segments") {
        let queue = match &row["queue"] {
            Value::Null => "–".to_owned(),
            queue => format!(
                "{}, {}",
                number(&queue["minutes"]),
                number(&queue["tolerance_s"])
            ),
        };
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} ({}) | {queue} | {} |",
            row["id"].as_str().unwrap(),
            row["market"].as_str().unwrap(),
            range(&row["expected"]),
            range(&row["retention"]),
            range(&row["gross_margin"]),
            number(&row["purchases"]),
            number(&row["contacts_per_purchase"]),
            number(&row["cost_to_serve"]),
            number(&row["customers"]),
            number(&row["cheque_usd"]),
            number(&row["cheque_rub"]),
            cited(&row).join(", ")
        );
    }
    text
}

fn own_parameters_table() -> String {
    let mut text =
        "| Segment | Parameter | Value (range) | Class | Evidence |\n|---|---|---|---|---|\n"
            .to_owned();
    for segment in rows(&json("crates/model/data/segments.json"), "segments") {
        for (id, row) in own_rows(&segment) {
            let _ = writeln!(
                text,
                "| `{}` | `{id}` | {} | {} | {} |",
                segment["id"].as_str().unwrap(),
                range(&row),
                row["class"].as_str().unwrap(),
                cited(&row).join(", ")
            );
        }
    }
    text
}

/// Three significant digits.
fn short(number: f64) -> String {
    let digits = 2 - number.abs().log10().floor() as i32;
    let rounded = format!("{number:.*}", usize::try_from(digits).unwrap_or(0)).replace('-', "−");
    if rounded.contains('.') {
        rounded
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        rounded
    }
}

/// What was published, what the model says to it, and whether the source was used to set a
/// parameter: then the row shows no more than that the model repeats it.
fn backtest_table() -> String {
    let rows_of = json("crates/model/data/backtest.json");
    let parameters = rows(&json("crates/model/data/parameters.json"), "parameters");
    let mut text =
        "| Figure | Markets | Model | Published (range) | Inside | Why it misses | Source \
                    | Set by the same source |\n|---|---|---|---|---|---|---|---|\n"
            .to_owned();
    let tested = backtest(Tables::built_in()).unwrap();
    for (row, found) in rows_of.as_array().unwrap().iter().zip(tested) {
        let Backtested { id, evidence, .. } = found;
        assert_eq!(row["id"], id);
        let published = match (found.published.low, found.published.high) {
            (Some(_), Some(_)) => range(&row["published"]),
            _ => number(&row["published"]["value"]),
        };
        let input = &row["input"];
        let markets = match input["segments"].as_array() {
            Some(all) if all.len() == Tables::built_in().segments.len() => "all".to_owned(),
            Some(some) => some
                .iter()
                .map(|id| format!("`{}`", id.as_str().unwrap()))
                .collect::<Vec<_>>()
                .join(", "),
            None => format!("`{}`", input["segment"].as_str().unwrap()),
        };
        let set: Vec<String> = parameters
            .iter()
            .filter(|parameter| cited(parameter).contains(&evidence))
            .map(|parameter| format!("`{}`", parameter["id"].as_str().unwrap()))
            .collect();
        let _ = writeln!(
            text,
            "| `{id}`: {} | {markets} | {} | {published} | {} | {} | {evidence} | {} |",
            row["what"].as_str().unwrap(),
            short(found.model),
            if found.inside { "yes" } else { "**no**" },
            row["miss"].as_str().unwrap_or("–"),
            if set.is_empty() {
                "–".to_owned()
            } else {
                set.join(", ")
            }
        );
    }
    text
}

fn address(of: &str) -> String {
    match of {
        doi if doi.starts_with("10.") => format!("https://doi.org/{doi}"),
        url if url.starts_with("http") => url.to_owned(),
        _ => String::new(),
    }
}

/// The words of a text that may be ids of evidence: capitals and digits.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| {
        word.len() > 2 && word.starts_with(|letter: char| letter.is_ascii_uppercase())
    })
}

/// All that the tables cite, and what the text itself names.
fn sources_list() -> String {
    let (parameters, segments) = (
        json("crates/model/data/parameters.json"),
        json("crates/model/data/segments.json"),
    );
    let evidence = evidence();
    let constants = parameters["constants"].as_object().unwrap();
    let segment_rows = rows(&segments, "segments");
    let own = segment_rows
        .iter()
        .flat_map(own_rows)
        .map(|(_, row)| row)
        .collect();
    let tables = [
        rows(&parameters, "parameters"),
        constants.values().cloned().collect(),
        segment_rows,
        own,
    ]
    .concat();
    let backtested = Tables::observations().iter().map(|row| row.evidence);
    let written = by_hand(&read("METHODOLOGY.md"));
    let named = ids(&written).filter(|id| evidence.contains_key(*id));
    let used: BTreeMap<&str, &Value> = tables
        .iter()
        .flat_map(cited)
        .chain(backtested)
        .chain(named)
        .map(|id| (id, &evidence[id]))
        .collect();
    let mut text = String::new();
    for (id, row) in used {
        let word = |key: &str| row[key].as_str().unwrap_or_default();
        let year = row["year"]
            .as_i64()
            .map_or(String::new(), |year| format!(" ({year})"));
        let parts = [
            format!("**{id}** {}{year}", word("source_title")),
            word("claim").to_owned(),
            address(word("source_url_or_doi")),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let label = match seen(row) {
            "" => String::new(),
            label => format!(" *[{label}]*"),
        };
        let _ = writeln!(text, "- {}{label}", parts.join(". "));
    }
    text
}

#[test]
fn the_methodology_prints_the_tables_as_they_are() {
    check(
        "METHODOLOGY.md",
        &[
            ("parameters", parameters_table()),
            ("constants", constants_table()),
            ("segments", segments_table()),
            ("own parameters", own_parameters_table()),
            ("backtest", backtest_table()),
            ("sources", sources_list()),
        ],
    );
}

/// The ids of the paragraphs that begin with "Sources:".
#[test]
fn every_source_of_a_section_is_known() {
    let evidence = evidence();
    let text = by_hand(&read("METHODOLOGY.md"));
    let sources: Vec<_> = text
        .split("\n\n")
        .filter_map(|paragraph| paragraph.strip_prefix("Sources:"))
        .collect();
    let sections = text.matches("\n## ").count();
    assert!(
        sources.len() > sections / 2,
        "{} of {sections}",
        sources.len()
    );
    for paragraph in sources {
        let named = ids(paragraph).filter(|id| {
            id.bytes().any(|byte| byte.is_ascii_digit())
                || id.chars().all(|letter| letter.is_ascii_uppercase())
        });
        for id in named {
            assert!(evidence.contains_key(id), "{id} in: {paragraph}");
        }
    }
}

/// What each section says of a parameter's sources agrees with the tables.
#[test]
fn the_sections_name_every_source_of_a_parameter() {
    let text = by_hand(&read("METHODOLOGY.md"));
    let named: BTreeSet<&str> = text
        .split("\n\n")
        .filter_map(|paragraph| paragraph.strip_prefix("Sources:"))
        .flat_map(ids)
        .collect();
    for row in rows(&json("crates/model/data/parameters.json"), "parameters") {
        for id in cited(&row) {
            assert!(named.contains(id), "{}: {id}", row["id"]);
        }
    }
}

/// "What is weak" says how much of leaving the model blames on service.
#[test]
fn no_market_blames_a_quarter_of_leaving_on_service() {
    use model::{Delivered, Inputs, evaluate};
    let tables = Tables::built_in();
    for segment in tables.segments.iter() {
        let inputs = Inputs {
            segment: Some(segment.id.to_string()),
            delivered: Delivered::Rung("expected".into()),
            ..Inputs::default()
        };
        let outcome = evaluate(&inputs, tables).unwrap();
        let share = outcome.service_churn / (1.0 - outcome.retention);
        assert!(share < 0.25, "{}: {share}", segment.id);
    }
}
