//! What moved since the version of the model before: the table of CHANGELOG.md.
//!
//! `tests/releases/model-N.json` holds the figures of version N: each market's default business at
//! standard prices, on three rungs, in US dollars. Before the version rises,
//! `cargo test --features ssr --test app record -- --ignored` writes that file for the present version; the table
//! of the version before loses its markers and stays as it is.

use super::printed::check;
use super::{file, json};
use model::{Delivered, Inputs, MODEL_VERSION, Price, Tables, Verdict, evaluate};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::fs;

const RUNGS: [(&str, &str); 3] = [("expected", "Expected"), ("basic", "Basic"), ("wow", "WOW")];

/// The figures of a version of the model.
#[derive(Deserialize, Serialize)]
struct Release {
    model: u8,
    businesses: Vec<Found>,
}

/// What a version says of a business.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Found {
    segment: String,
    rung: String,
    sufficient: f64,
    band: (f64, f64),
    verdict: String,
    /// Whether the advice is to hold; version 2 knew no such advice.
    #[serde(default)]
    hold: bool,
    loss: f64,
    gap_to_sufficient: f64,
}

/// What the present version says of a market's default business on a rung.
fn found(segment: &str, rung: &str) -> Found {
    let inputs = Inputs {
        segment: Some(segment.to_owned()),
        price: Price::Tier("standard".to_owned()),
        delivered: Delivered::Rung(rung.to_owned()),
        ..Inputs::default()
    };
    let outcome = evaluate(&inputs, Tables::built_in()).unwrap();
    Found {
        segment: segment.to_owned(),
        rung: rung.to_owned(),
        sufficient: outcome.sufficient,
        band: outcome.band,
        verdict: outcome.verdict.id().to_owned(),
        hold: outcome.levers.holds(),
        loss: outcome.loss,
        gap_to_sufficient: outcome.gap_to_sufficient,
    }
}

fn path(version: u8) -> String {
    format!("tests/releases/model-{version}.json")
}

/// Dollars, two significant digits.
fn dollars(amount: f64) -> String {
    if amount.abs() < 0.5 {
        return "$0".to_owned();
    }
    let power = amount.abs().log10().floor() as i32 - 1;
    let rounded = (amount / 10_f64.powi(power)).round() * 10_f64.powi(power);
    let (value, unit) = match rounded.abs() {
        large if large >= 1e6 => (rounded / 1e6, "M"),
        large if large >= 1e3 => (rounded / 1e3, "K"),
        _ => (rounded, ""),
    };
    let sign = if value < 0.0 { "−" } else { "" };
    let value = value.abs();
    let places = usize::from(value < 9.95 && !(unit.is_empty() && value.fract() < 1e-9));
    format!("{sign}${value:.places$}{unit}")
}

fn verdict(of: &Found) -> String {
    let words = [
        (Verdict::Under, "too little"),
        (Verdict::Sufficient, "enough"),
        (Verdict::Over, "too much"),
    ];
    let known = words
        .into_iter()
        .find(|(verdict, _)| verdict.id() == of.verdict);
    let (_, words) = known.unwrap_or_else(|| panic!("verdict {}", of.verdict));
    format!("{words}{}", if of.hold { ", hold" } else { "" })
}

/// Both versions, or one where they say the same.
fn both(before: String, now: String) -> String {
    if before == now {
        now
    } else {
        format!("{before} → {now}")
    }
}

fn table() -> String {
    let before: Release = serde_json::from_value(json(&path(MODEL_VERSION - 1))).unwrap();
    assert_eq!(before.model, MODEL_VERSION - 1);
    let markets = json("locales/en.json")["core"]["segment"].clone();
    let band = |found: &Found| format!("{:.1}–{:.1}", found.band.0, found.band.1);
    let level = |found: &Found| format!("{:.1}", found.sufficient);
    let mut text = String::new();
    for (rung, title) in RUNGS {
        let _ = writeln!(
            text,
            "On the rung {title}:\n\n\
             | Market | Best level | Enough | Verdict | Lost to bad service a year \
             | Kept less than at the best level, a year |\n|---|---|---|---|---|---|"
        );
        for segment in Tables::built_in().segments.iter() {
            let was = before
                .businesses
                .iter()
                .find(|found| found.segment == segment.id && found.rung == rung)
                .unwrap_or_else(|| panic!("{} on {rung} is not recorded", segment.id));
            let is = found(&segment.id, rung);
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} | {} |",
                markets[&*segment.id].as_str().unwrap(),
                both(level(was), level(&is)),
                both(band(was), band(&is)),
                both(verdict(was), verdict(&is)),
                both(dollars(was.loss), dollars(is.loss)),
                both(
                    dollars(was.gap_to_sufficient),
                    dollars(is.gap_to_sufficient)
                ),
            );
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[test]
fn the_changelog_says_what_moved_and_by_how_much() {
    check("CHANGELOG.md", &[("moved", table())]);
}

#[test]
fn dollars_have_two_digits() {
    for (amount, written) in [
        (0.0, "$0"),
        (0.7, "$0.7"),
        (9.96, "$10"),
        (113.8, "$110"),
        (982.5, "$980"),
        (995.1, "$1.0K"),
        (1_230.0, "$1.2K"),
        (59_477.0, "$59K"),
        (1_567_000.0, "$1.6M"),
        (-2_340.0, "−$2.3K"),
    ] {
        assert_eq!(dollars(amount), written);
    }
}

/// Writes the figures of the present version, before another one takes its place.
#[test]
#[ignore = "writes tests/releases/"]
fn record_the_figures_of_this_version() {
    let mut lines = Vec::new();
    for segment in Tables::built_in().segments.iter() {
        for (rung, _) in RUNGS {
            lines.push(format!(
                "  {}",
                serde_json::to_string(&found(&segment.id, rung)).unwrap()
            ));
        }
    }
    let text = format!(
        "{{\"model\": {MODEL_VERSION}, \"businesses\": [\n{}\n]}}\n",
        lines.join(",\n")
    );
    fs::write(file(&path(MODEL_VERSION)), text).unwrap();
}
