//! The model against what was published: each row of `data/backtest.json` is computed anew.

use serde_json::Value;
use service_level_model::answer::answer;
use service_level_model::{Backtested, Measure, Tables, backtest};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn rows() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/backtest.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn tested() -> Vec<Backtested> {
    backtest(Tables::built_in()).unwrap()
}

#[test]
fn the_model_says_what_the_independent_implementation_says() {
    let (rows, tested) = (rows(), tested());
    assert_eq!(rows.len(), tested.len());
    for (row, found) in rows.iter().zip(&tested) {
        assert_eq!(row["id"], found.id);
        assert_eq!(row["evidence"], found.evidence);
        let expected = row["model"].as_f64().unwrap();
        let off = (found.model - expected).abs();
        assert!(
            off <= 1e-6 * expected.abs(),
            "{}: {}",
            found.id,
            found.model
        );
        assert_eq!(row["inside"], found.inside, "{}", found.id);
    }
}

#[test]
fn inside_is_inside_the_range_or_within_a_factor_of_one_and_a_half() {
    for found in tested() {
        let (low, high) = match (found.published.low, found.published.high) {
            (Some(low), Some(high)) => (low, high),
            _ => (found.published.value / 1.5, found.published.value * 1.5),
        };
        assert_eq!(
            found.inside,
            low <= found.model && found.model <= high,
            "{}",
            found.id
        );
    }
}

#[test]
fn every_miss_has_its_reason_and_nothing_else_has() {
    for row in rows() {
        let reason = row["miss"].as_str().is_some_and(|text| !text.is_empty());
        assert_eq!(reason, row["inside"] == false, "{}", row["id"]);
    }
    let misses = tested().iter().filter(|row| !row.inside).count();
    assert!(misses > 0, "misses stand there too");
}

#[test]
fn every_row_is_about_segments_and_evidence_that_there_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/evidence.json");
    let evidence: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut ids = BTreeSet::new();
    for row in Tables::observations() {
        assert!(ids.insert(row.id), "{} twice", row.id);
        assert!(evidence.iter().any(|source| source["id"] == row.evidence));
        for segment in row.segments {
            assert!(Tables::built_in().segment(segment).is_some(), "{segment}");
        }
        assert!(row.measure != Measure::AttritionDifference || row.levels.len() == 2);
    }
}

#[test]
fn eval_answers_all_rows_and_takes_no_input() {
    let found: Vec<Value> =
        serde_json::from_str(&answer("backtest", "{}", Tables::built_in()).unwrap()).unwrap();
    assert_eq!(found.len(), rows().len());
    for (row, found) in rows().iter().zip(&found) {
        for key in ["id", "measure", "published", "inside"] {
            assert_eq!(row[key], found[key], "{}", row["id"]);
        }
    }
    let refused = answer("backtest", r#"{"rows": 3}"#, Tables::built_in());
    assert!(refused.unwrap_err().contains("rows"));
}
