//! Every case of every file in `tests/cases/`: a domain expert adds one without code.
//!
//! A file is named after a capability (`outcome.json`, `outcome-extremes.json`, …) and holds a list
//! of `{name, input, expected}`. Every expected number must be there, within the tolerance that the
//! model's reference states; `null` means without limit, never, or none. A case that expects nothing
//! is refused, and so is a capability without a case.

use serde_json::Value;
use service_level_model::Tables;
use service_level_model::answer::{CAPABILITIES, answer};
use std::{fs, path::Path};

/// Money that hangs on a grid level.
const ON_THE_GRID: [&str; 14] = [
    "avoidable_by_level",
    "avoidable_by_consistency",
    "residual",
    "gap_to_sufficient",
    "levers.level",
    "levers.consistency",
    "levers.both",
    "levers.step_back",
    "levers.cost_of_going_back",
    "levers.step_back_net",
    "best.brings",
    "best.spoils",
    "best.cost",
    "best.net",
];
const GRID_LEVELS: [&str; 4] = ["sufficient", "band.0", "band.1", "break_even_level"];
/// The share of contacts that gestures go to is searched on a grid of its own.
const GRID_SHARE: &str = "best.share";
/// What would have to be true is found by bisection.
const BISECTED: &str = "needed";

struct Check<'a> {
    capability: &'a str,
    revenue: f64,
    misses: Vec<String>,
}

impl Check<'_> {
    fn tolerance(&self, path: &str, expected: f64) -> f64 {
        if self.capability == "uncertainty" {
            return match path.split('.').next() {
                Some("verdict") => 0.03,
                Some("level") => 0.4,
                _ => (0.05 * expected.abs()).max(0.002 * self.revenue),
            };
        }
        // A list's items are judged alike, wherever they stand in it.
        let numbered = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let path = match path.split_once('.') {
            Some((index, rest)) if numbered(index) => rest,
            _ => path,
        };
        if GRID_LEVELS.contains(&path) {
            return 0.1 + 1e-9;
        }
        if path == GRID_SHARE {
            return 0.01 + 1e-9;
        }
        if path.ends_with(BISECTED) {
            return 1e-6;
        }
        let relative = 1e-6 * expected.abs();
        if ON_THE_GRID.contains(&path) {
            return relative.max(0.002 * self.revenue);
        }
        // A share or a level is of the order of one; money has the revenue's floor.
        let floor = if expected.abs() <= 1.0 { 1e-12 } else { 0.0 };
        relative.max(floor).max(if is_money(path) {
            1e-9 * self.revenue
        } else {
            0.0
        })
    }

    fn compare(&mut self, path: &str, expected: &Value, found: &Value) {
        let join = |key: &str| {
            if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            }
        };
        match (expected, found) {
            (Value::Object(expected), _) => {
                for (key, value) in expected {
                    self.compare(
                        &join(key),
                        value,
                        found.get(key).unwrap_or(&Value::String("missing".into())),
                    );
                }
            }
            (Value::Array(expected), Value::Array(found)) => {
                if expected.len() != found.len() {
                    self.misses.push(format!(
                        "{path}: {} items, not {}",
                        found.len(),
                        expected.len()
                    ));
                }
                for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                    self.compare(&join(&index.to_string()), expected, found);
                }
            }
            (Value::Number(expected), Value::Number(found)) => {
                let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
                if (expected - found).abs() > self.tolerance(path, expected) {
                    self.misses.push(format!("{path}: {found}, not {expected}"));
                }
            }
            _ if expected == found => {}
            _ => self.misses.push(format!("{path}: {found}, not {expected}")),
        }
    }
}

fn is_money(path: &str) -> bool {
    let money = [
        "loss",
        "avoidable",
        "residual",
        "revenue",
        "exceeding",
        "gap",
        "levers",
        "delta",
        "cumulative",
        "cost",
        "gain",
        "net",
        "customer_value",
        "monthly",
        "money",
        "best.",
        "permanent",
    ];
    money.iter().any(|word| path.contains(word))
}

/// The yearly revenue of a case's business, the measure of its money tolerances.
fn revenue(case: &Value) -> f64 {
    if let Some(revenue) = case.get("revenue").and_then(Value::as_f64) {
        return revenue;
    }
    let business = case["input"]
        .get("business")
        .unwrap_or(&case["input"])
        .to_string();
    answer("outcome", &business, Tables::built_in())
        .ok()
        .and_then(|outcome| serde_json::from_str::<Value>(&outcome).ok())
        .and_then(|outcome| outcome["revenue"].as_f64())
        .unwrap_or(0.0)
}

/// Whether a case expects anything at all.
fn expects_something(case: &Value) -> bool {
    match &case["expected"] {
        Value::Object(expected) => !expected.is_empty(),
        Value::Array(expected) => !expected.is_empty(),
        _ => false,
    }
}

/// The cases of this capability are the rows of `data/backtest.json`: tests/backtest.rs runs them.
const ELSEWHERE: &str = "backtest";

/// The capabilities that have no case among those of `files`.
fn without_cases(files: &[(&str, usize)]) -> Vec<&'static str> {
    let has = |name: &str| files.iter().any(|(of, cases)| *of == name && *cases > 0);
    let all = CAPABILITIES.iter().copied();
    all.filter(|name| *name != ELSEWHERE && !has(name))
        .collect()
}

fn capability_of(file: &str) -> Option<&'static str> {
    let fits = CAPABILITIES.iter().filter(|name| file.starts_with(*name));
    fits.max_by_key(|name| name.len()).copied()
}

#[test]
fn every_case_of_every_file_is_met() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no case files");
    let (mut found, mut misses) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let Some(capability) = capability_of(&name).filter(|_| name.ends_with(".json")) else {
            panic!(
                "{name}: not named after a capability ({})",
                CAPABILITIES.join(", ")
            );
        };
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        found.push((capability, cases.len()));
        for case in cases {
            let title = format!("{name}: {}", case["name"]);
            assert!(expects_something(&case), "{title}: expects nothing");
            match answer(capability, &case["input"].to_string(), Tables::built_in()) {
                Ok(found) => {
                    let mut check = Check {
                        capability,
                        revenue: revenue(&case),
                        misses: Vec::new(),
                    };
                    check.compare(
                        "",
                        &case["expected"],
                        &serde_json::from_str(&found).unwrap(),
                    );
                    misses.extend(
                        check
                            .misses
                            .into_iter()
                            .map(|miss| format!("{title}: {miss}")),
                    );
                }
                Err(error) => misses.push(format!("{title}: {error}")),
            }
        }
    }
    let forgotten = without_cases(&found);
    assert!(forgotten.is_empty(), "no golden case of {forgotten:?}");
    assert!(
        misses.is_empty(),
        "{} misses\n{}",
        misses.len(),
        misses.join("\n")
    );
}

#[test]
fn a_file_of_an_unknown_capability_is_noticed() {
    assert_eq!(capability_of("outcome-extremes.json"), Some("outcome"));
    assert_eq!(capability_of("weather.json"), None);
}

#[test]
fn a_case_that_expects_nothing_is_noticed() {
    for nothing in ["{}", "[]", "null", "7"] {
        let case = format!(r#"{{"name": "x", "input": {{}}, "expected": {nothing}}}"#);
        assert!(!expects_something(&serde_json::from_str(&case).unwrap()));
    }
    assert!(!expects_something(&serde_json::json!({"name": "x"})));
    assert!(expects_something(
        &serde_json::json!({"expected": {"loss": 1}})
    ));
}

#[test]
fn a_capability_without_a_case_is_noticed() {
    assert_eq!(without_cases(&[]).len(), CAPABILITIES.len() - 1);
    let all = CAPABILITIES.iter();
    let all: Vec<_> = all
        .map(|name| (*name, usize::from(*name != "queue")))
        .collect();
    assert_eq!(without_cases(&all), ["queue"]);
}

#[test]
fn a_wrong_number_is_a_miss() {
    let mut check = Check {
        capability: "outcome",
        revenue: 1e5,
        misses: Vec::new(),
    };
    let expected = serde_json::json!({"loss": 100.0, "band": [70.0, 80.0], "expected": 74.0});
    check.compare(
        "",
        &expected,
        &serde_json::json!({"loss": 100.1, "band": [70.0, 80.3]}),
    );
    assert_eq!(check.misses.len(), 3);
}
