//! Whatever is wrong with an input or a table: one line that names it, and no panic.

use serde_json::{Value, json};
use service_level_model::answer::{CAPABILITIES, answer};
use service_level_model::{Consistency, Delivered, Inputs, Price, Survey, Tables, evaluate};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn eval(capability: &str, input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_eval"))
        .arg(capability)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// The one line on standard error of a refused input; fails unless it is refused.
fn refusal(capability: &str, input: &[u8]) -> String {
    let said = eval(capability, input);
    let input = String::from_utf8_lossy(input);
    let line = String::from_utf8(said.stderr).unwrap();
    assert!(!said.status.success(), "{capability} took {input}");
    assert!(said.stdout.is_empty(), "{input}: printed something");
    assert!(!line.contains("panicked"), "{input}: {line}");
    assert_eq!(line.trim_end().lines().count(), 1, "{input}: {line}");
    line
}

/// The same without a process of its own.
fn refused(capability: &str, input: &str) -> String {
    answer(capability, input, Tables::built_in()).expect_err(input)
}

#[test]
fn a_number_out_of_range_is_named_with_its_value_and_range() {
    for (input, parts) in [
        (r#"{"customers": 0}"#, ["customers", "0.0", "1..1000000000"]),
        (r#"{"cheque": -5}"#, ["cheque", "-5.0", "0.01..1000000000"]),
        (
            r#"{"customers": 1e308}"#,
            ["customers", "1e308", "1..1000000000"],
        ),
        (r#"{"margin": 1.5}"#, ["margin", "1.5", "0..1"]),
        (r#"{"retention": 83}"#, ["retention", "83.0", "0..1"]),
        (
            r#"{"cost_to_serve": -0.1}"#,
            ["cost_to_serve", "-0.1", "0..1"],
        ),
        (
            r#"{"dissatisfied_measured": 0.2, "surveyed": 4}"#,
            ["surveyed", "4.0", "5..1000000"],
        ),
        (r#"{"level": 101}"#, ["level", "101.0", "0..100"]),
        (r#"{"consistency": 1.01}"#, ["consistency", "1.01", "0..1"]),
        (r#"{"conversion": 2}"#, ["conversion", "2.0", "0..1"]),
        (
            r#"{"enquiries": -1}"#,
            ["enquiries", "-1.0", "0..1000000000"],
        ),
        (r#"{"price_ratio": 0}"#, ["price_ratio", "0.0", "0.05..20"]),
        (r#"{"purchases": 0}"#, ["purchases", "0.0", "0.01..10000"]),
        (
            r#"{"dissatisfied_measured": 1}"#,
            ["dissatisfied_measured", "1.0", "0.001..0.999"],
        ),
    ] {
        let line = refusal("outcome", input.as_bytes());
        for part in parts {
            assert!(line.contains(part), "{part:?} in {line:?}");
        }
    }
}

#[test]
fn what_is_not_a_number_is_refused_with_its_field() {
    for input in [
        r#"{"customers": "many"}"#,
        r#"{"customers": ""}"#,
        r#"{"customers": true}"#,
        r#"{"customers": [1]}"#,
        r#"{"customers": {"a": 1}}"#,
        r#"{"customers": 1e999}"#,
        r#"{"customers": -1e999}"#,
        r#"{"customers": NaN}"#,
        r#"{"customers": Infinity}"#,
        r#"{"customers": -Infinity}"#,
        r#"{"customers": "NaN"}"#,
        r#"{"customers": 1,5}"#,
        r#"{"customers": 0x10}"#,
        r#"{"customers": }"#,
    ] {
        let line = refusal("outcome", input.as_bytes());
        let place = line.contains("customers") || line.contains("line 1 column");
        assert!(place, "{input}: {line}");
    }
}

#[test]
fn a_margin_that_does_not_cover_the_service_names_both() {
    for (input, parts) in [
        (
            r#"{"segment": "clinic", "margin": 0.28}"#,
            ["margin: 0.28", "cost_to_serve: 0.28"],
        ),
        (
            r#"{"segment": "clinic", "margin": 0}"#,
            ["margin: 0.0", "cost_to_serve: 0.28"],
        ),
        (
            r#"{"segment": "clinic", "cost_to_serve": 0.6}"#,
            ["margin: 0.6", "cost_to_serve: 0.6"],
        ),
        (
            r#"{"margin": 0.05, "cost_to_serve": 0.1}"#,
            ["margin: 0.05", "cost_to_serve: 0.1"],
        ),
    ] {
        let line = refusal("outcome", input.as_bytes());
        for part in parts {
            assert!(line.contains(part), "{part:?} in {line:?}");
        }
    }
}

type Set = fn(f64) -> Inputs;

#[test]
fn the_library_refuses_what_json_cannot_even_say() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1.0] {
        let numbers: [(&str, Set); 10] = [
            ("customers", |x| Inputs {
                customers: Some(x),
                ..Inputs::default()
            }),
            ("cheque", |x| Inputs {
                cheque: Some(x),
                ..Inputs::default()
            }),
            ("purchases", |x| Inputs {
                purchases: Some(x),
                ..Inputs::default()
            }),
            ("margin", |x| Inputs {
                margin: Some(x),
                ..Inputs::default()
            }),
            ("retention", |x| Inputs {
                retention: Some(x),
                ..Inputs::default()
            }),
            ("enquiries", |x| Inputs {
                enquiries: Some(x),
                ..Inputs::default()
            }),
            ("level", |x| Inputs {
                delivered: Delivered::Level(x),
                ..Inputs::default()
            }),
            ("consistency", |x| Inputs {
                consistency: Consistency::Share(x),
                ..Inputs::default()
            }),
            ("price_ratio", |x| Inputs {
                price: Price::Ratio(x),
                ..Inputs::default()
            }),
            ("surveyed", |x| Inputs {
                delivered: Delivered::Measured(Survey {
                    dissatisfied: 0.2,
                    surveyed: Some(x),
                }),
                ..Inputs::default()
            }),
        ];
        for (field, inputs) in numbers {
            let error = evaluate(&inputs(value), Tables::built_in()).unwrap_err();
            assert_eq!(error.field(), field);
        }
    }
    let short = Inputs {
        delivered: Delivered::Practices(vec![4; 3]),
        ..Inputs::default()
    };
    let error = evaluate(&short, Tables::built_in()).unwrap_err();
    assert_eq!(error.to_string(), "practices.no_needless_wait: missing");
}

#[test]
fn unknown_ids_are_answered_with_the_known_ones() {
    for (input, known) in [
        (r#"{"segment": "circus"}"#, "clinic"),
        (r#"{"tier": "golden"}"#, "premium"),
        (r#"{"rung": "fine"}"#, "unbelievable"),
        (r#"{"segment": ""}"#, "clinic"),
        (r#"{"practices": {"smiles": 4}}"#, "promise_kept"),
        (r#"{"signs": {"smiles": 1}}"#, "transparent"),
        (r#"{"colour": 1}"#, "customers"),
        ("{\"a\\nb\\u001b[31m\": 1}", "customers"),
    ] {
        let line = refusal("outcome", input.as_bytes());
        assert!(line.contains(known), "{line}");
    }
    assert!(refusal("weather", b"{}").contains("outcome"));
}

#[test]
fn fields_of_which_one_decides_are_refused_together() {
    for (input, both) in [
        (r#"{"rung": "wow", "level": 80}"#, "rung, level"),
        (
            r#"{"level": 80, "dissatisfied_measured": 0.2}"#,
            "level, dissatisfied_measured",
        ),
        (
            r#"{"tier": "premium", "price_ratio": 2}"#,
            "tier, price_ratio",
        ),
        (
            r#"{"consistency": 0.5, "signs": {"standardised": 1, "transparent": 1,
                "aimed_at_quick_good_product": 1, "protected_from_unreasonable_demands": 1,
                "trained_kind_off_script": 1}}"#,
            "consistency, signs",
        ),
        (r#"{"level": 80, "level": 70}"#, "duplicate field `level`"),
    ] {
        let line = refusal("outcome", input.as_bytes());
        assert!(line.contains(both), "{line}");
    }
}

#[test]
fn incomplete_answers_name_what_is_missing() {
    let mut practices = serde_json::Map::new();
    for practice in Tables::built_in().practices.iter().skip(1) {
        practices.insert(practice.id.to_string(), json!(4));
    }
    let line = refused("outcome", &json!({"practices": practices}).to_string());
    assert!(line.contains("practices.promise_kept: missing"), "{line}");
    let line = refused("outcome", r#"{"signs": {"standardised": 1}}"#);
    assert!(line.contains("signs.transparent: missing"), "{line}");
    let line = refused("outcome", r#"{"surveyed": 40}"#);
    assert!(line.contains("dissatisfied_measured: missing"), "{line}");
    practices.insert("promise_kept".into(), json!(5));
    let line = refused("outcome", &json!({"practices": practices}).to_string());
    assert!(
        line.contains("practices.promise_kept: 5.0 not in 0..4"),
        "{line}"
    );
    practices.insert("promise_kept".into(), json!(300));
    let line = refused("outcome", &json!({"practices": practices}).to_string());
    assert!(line.contains("300"), "{line}");
}

/// One valid input of each capability.
fn valid(capability: &str) -> Value {
    match capability {
        "backtest" => json!({}),
        "beliefs" | "repricing" => json!({"business": {"segment": "hotel", "customers": 100}}),
        "forecast" => json!({"business": {"segment": "hotel"}, "years": 5}),
        "gestures" => json!({"business": {"segment": "hotel"}, "cost_of_one": 5}),
        "idea" => json!({"business": {"segment": "hotel"}, "idea": {"one_off": 10, "d_level": 1}}),
        "queue" => json!({"arrivals_per_hour": 10, "minutes": 9, "staff": 2, "tolerance_s": 20}),
        "scale" => json!({"orders_per_day": 10, "minutes_individual": 12, "minutes_standard": 3,
            "exceptions": 0.2, "wage": 6, "days": 30, "one_off": 3000, "shift_hours": 8}),
        "treadmill" => json!({"business": {"segment": "hotel"}, "raised_by": 5,
            "months_raised": 6, "months": 36}),
        "sales" => json!({"csv": "c;2023-01-15;5,5\nc;2025-01-15;7\n", "change": "2024-06-01",
            "columns": {"customer": 0, "date": 1, "amount": 2},
            "date_order": "day_first", "decimal": "comma"}),
        "uncertainty" => json!({"business": {"segment": "hotel"}, "draws": 50}),
        _ => json!({"segment": "clinic", "tier": "premium", "customers": 1500, "cheque": 120.5,
            "purchases": 2.5, "margin": 0.6, "retention": 0.8, "cost_to_serve": 0.3,
            "rung": "basic", "consistency": 0.6, "enquiries": 10, "conversion": 0.1}),
    }
}

/// One valid input of each capability, of a queue also with the business that it belongs to.
fn valid_inputs() -> Vec<(&'static str, Value)> {
    let of = |capability: &&'static str| (*capability, valid(capability));
    let mut inputs: Vec<_> = CAPABILITIES.iter().map(of).collect();
    let mut queue = valid("queue");
    queue["business"] = json!({"segment": "hotel", "customers": 100});
    queue["extra_minutes"] = json!(2);
    queue["peak_share"] = json!(0.4);
    inputs.push(("queue", queue));
    inputs
}

#[test]
fn every_capability_answers_a_valid_input_and_refuses_every_beginning_of_it() {
    for (capability, input) in valid_inputs() {
        let input = input.to_string();
        let full = answer(capability, &input, Tables::built_in());
        assert!(full.is_ok(), "{capability}: {full:?}");
        for end in 0..input.len() {
            let line = refused(capability, &input[..end]);
            assert_eq!(line.lines().count(), 1, "{line}");
        }
    }
    for end in [0, 1, 10, 40] {
        let line = refusal("outcome", &valid("outcome").to_string().as_bytes()[..end]);
        assert!(line.contains("EOF"), "{line}");
    }
}

#[test]
fn every_number_of_every_capability_is_checked() {
    let wrong = [
        json!(1e300),
        json!(-1e300),
        json!("x"),
        json!({}),
        json!([1]),
        json!(true),
    ];
    for (capability, input) in valid_inputs() {
        for key in input
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| *key != "business")
        {
            for value in wrong
                .iter()
                .filter(|value| key != "idea" || **value != json!({}))
            {
                let mut input = input.clone();
                input[key] = value.clone();
                let line = refused(capability, &input.to_string());
                assert_eq!(line.lines().count(), 1, "{line}");
                assert!(line.contains(key.as_str()), "{key} in {line}");
            }
        }
        if input.get("business").is_some() {
            let mut input = input.clone();
            input["business"]["customers"] = json!(0);
            let line = refused(capability, &input.to_string());
            assert!(
                line.contains("customers: 0.0 not in 1..1000000000"),
                "{line}"
            );
        }
        let mut input = input.clone();
        input["nonsense"] = json!(1);
        assert!(refused(capability, &input.to_string()).contains("nonsense"));
    }
}

#[test]
fn a_part_of_a_whole_is_refused_where_only_whole_ones_count() {
    for (capability, key, name) in [
        ("queue", "staff", "staff: 2.5"),
        ("forecast", "years", "years: 2.5"),
        ("treadmill", "months_raised", "months_raised: 2.5"),
        ("uncertainty", "draws", "draws: 2.5"),
    ] {
        let mut input = valid(capability);
        input[key] = json!(2.5);
        let line = refused(capability, &input.to_string());
        assert!(line.contains(name), "{line}");
    }
}

#[test]
fn what_is_no_object_and_what_follows_one_is_refused() {
    let nested = "[".repeat(100_000);
    let deep = format!(r#"{{"practices": {}"#, r#"{"a":"#.repeat(100_000));
    for input in [
        "",
        " ",
        "\n",
        "[]",
        "[\"clinic\"]",
        "null",
        "1",
        "\"clinic\"",
        "true",
        "{",
        "}",
        "{}{}",
        "{} x",
        "{},",
        "{\"customers\": 5} garbage",
        "\u{feff}{}",
        "{'customers': 5}",
        "{customers: 5}",
        "{\"customers\": 5,}",
        "// no\n{}",
        &nested,
        &deep,
    ] {
        let line = refused("outcome", input);
        assert_eq!(line.lines().count(), 1, "{line}");
    }
    for input in [
        nested.as_bytes(),
        b"\xff\xfe\x00",
        b"{\"segment\": \"\xc3\x28\"}",
        b"\0",
    ] {
        refusal("outcome", input);
    }
}

#[test]
fn nothing_said_is_the_default() {
    let bare = answer("outcome", "{}", Tables::built_in()).unwrap();
    let null = answer(
        "outcome",
        r#"{"customers": null, "rung": null}"#,
        Tables::built_in(),
    );
    assert_eq!(null.unwrap(), bare);
    let said = eval("outcome", b"{}");
    assert!(said.status.success() && said.stderr.is_empty());
    assert_eq!(String::from_utf8(said.stdout).unwrap().trim_end(), bare);
}

fn data(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Why tables with a fault in them are refused.
fn damaged(spoil: impl FnOnce(&mut Value, &mut Value)) -> String {
    let (mut parameters, mut segments) = (data("parameters.json"), data("segments.json"));
    spoil(&mut parameters, &mut segments);
    let tables = Tables::from_json(&parameters.to_string(), &segments.to_string());
    tables.expect_err("a damaged table").to_string()
}

type Spoil = fn(&mut Value, &mut Value);

#[test]
fn a_damaged_table_is_refused_with_the_place() {
    let errors: [(Spoil, &[&str]); 39] = [
        (
            |p, _| p["parameters"][0]["low"] = json!(0.1),
            &["price_elasticity", "low ≤ value"],
        ),
        (
            |p, _| p["parameters"][1]["class"] = json!("guess"),
            &["parameters[1].class", "guess"],
        ),
        (
            |p, _| p["parameters"][1]["high"] = json!(99),
            &["tolerance_below", "built-in"],
        ),
        (
            |p, _| drop(p["parameters"][2].as_object_mut().unwrap().remove("high")),
            &["parameters[2]", "high"],
        ),
        (
            |p, _| drop(p["parameters"].as_array_mut().unwrap().pop()),
            &["every parameter"],
        ),
        (
            |p, _| p["parameters"][3] = p["parameters"][4].clone(),
            &["every parameter"],
        ),
        (
            |p, _| p["parameters"][3]["value"] = json!("9"),
            &["parameters[3]"],
        ),
        (
            |p, _| p["constants"]["grid_step"]["value"] = json!(0),
            &["constants"],
        ),
        (
            |p, _| drop(p["constants"].as_object_mut().unwrap().remove("grid_step")),
            &["constants", "grid_step"],
        ),
        (
            |p, _| drop(p["inputs"].as_array_mut().unwrap().remove(0)),
            &["inputs", "customers"],
        ),
        (
            |p, _| p["inputs"][1]["min"] = json!(0),
            &["inputs", "cheque", "min ≤ max"],
        ),
        (
            |p, _| p["inputs"][1]["id"] = json!("customers"),
            &["inputs", "customers", "once"],
        ),
        (
            |p, _| drop(p["inputs"][0].as_object_mut().unwrap().remove("slider")),
            &["customers", "no slider"],
        ),
        (
            |p, _| p["inputs"][0]["slider"] = json!([0, 10]),
            &["inputs.slider", "customers"],
        ),
        (
            |p, _| p["inputs"][0]["slider"] = json!([10]),
            &["inputs[0].slider"],
        ),
        (
            |p, _| p["inputs"][0]["scale"] = json!("cubic"),
            &["inputs[0].scale", "cubic"],
        ),
        (
            |p, _| p["start"]["segment"] = json!("circus"),
            &["start.segment", "circus"],
        ),
        (
            |p, _| p["start"]["tier"] = json!("golden"),
            &["start.tier", "golden"],
        ),
        (
            |p, _| p["start"]["currency"]["en"] = json!("XXX"),
            &["start.currency", "en"],
        ),
        (
            |p, _| p["example_currency_factors"]["RUB"] = json!(0),
            &["currencies", "RUB"],
        ),
        (
            |p, _| p["tiers"][1]["id"] = json!("economy"),
            &["tiers", "economy", "once"],
        ),
        (
            |p, _| p["tiers"][1]["price_ratio"] = json!(-1),
            &["tiers", "standard"],
        ),
        (
            |p, _| p["ladder"][2]["offset"] = json!(-20),
            &["ladder", "expected", "lowest first"],
        ),
        (
            |p, _| p["dimensions"][0]["weight"] = json!(0.5),
            &["dimensions", "sum to 1"],
        ),
        (
            |p, _| p["practices"][0]["dimension"] = json!("luck"),
            &["practices", "promise_kept"],
        ),
        (
            |p, _| p["practices"][0]["stage"] = json!("never"),
            &["practices.stage", "promise_kept"],
        ),
        (|p, _| p["signs"] = json!([]), &["signs", "at least one"]),
        (
            |_, s| {
                drop(
                    s["segments"][0]
                        .as_object_mut()
                        .unwrap()
                        .remove("retention"),
                )
            },
            &["segments[0]", "retention"],
        ),
        (
            |_, s| s["segments"][0]["expected"]["high"] = json!(101),
            &["segments.expected", "restaurant"],
        ),
        (
            |_, s| s["segments"][1] = s["segments"][0].clone(),
            &["segments", "restaurant", "once"],
        ),
        (
            |_, s| s["segments"][0]["cheque_usd"] = json!(0),
            &["segments.cheque_usd", "restaurant"],
        ),
        (
            |_, s| s["segments"][10]["parameters"]["reputation_per_star"]["low"] = json!(-1),
            &["segments.parameters", "hotel.reputation_per_star"],
        ),
        (
            |_, s| {
                let own = s["segments"][10]["parameters"]["reputation_per_star"].clone();
                s["segments"][10]["parameters"]["luck"] = own;
            },
            &["segments.parameters", "hotel.luck", "an id of parameters"],
        ),
        (
            |_, s| {
                let own =
                    json!({"value": 0, "low": 0, "high": 1, "class": "measured", "evidence": []});
                s["segments"][0]["parameters"]["delight_scale"] = own;
            },
            &["segments.parameters", "restaurant.delight_scale"],
        ),
        (
            |_, s| s["segments"][0]["contacts_per_purchase"] = json!(0),
            &["segments.contacts_per_purchase", "restaurant"],
        ),
        (
            |_, s| s["segments"][0]["cheque_rub"] = json!(-1),
            &["segments.cheque_rub", "restaurant"],
        ),
        (
            |_, s| s["segments"][0]["queue"]["minutes"] = json!(0),
            &["segments.queue", "restaurant"],
        ),
        (
            |_, s| s["segments"][0]["retention"]["low"] = json!(0),
            &["segments.retention", "restaurant"],
        ),
        (
            |_, s| {
                s["segments"][0]["retention"] = json!({"value": 1, "low": 0.5, "high": 1});
            },
            &["segments.retention", "restaurant"],
        ),
    ];
    for (spoil, parts) in errors {
        let line = damaged(spoil);
        for part in parts {
            assert!(line.contains(part), "{part:?} in {line:?}");
        }
    }
}

#[test]
fn a_table_cut_short_or_followed_by_something_is_refused() {
    let (parameters, segments) = (
        data("parameters.json").to_string(),
        data("segments.json").to_string(),
    );
    for end in (0..parameters.len()).step_by(97) {
        let error = Tables::from_json(&parameters[..end], &segments)
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("parameters: "), "{error}");
    }
    for end in (0..segments.len()).step_by(97) {
        let Some(start) = segments.get(..end) else {
            continue;
        };
        let error = Tables::from_json(&parameters, start)
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("segments: "), "{error}");
    }
    let error = Tables::from_json(&parameters, &format!("{segments} x"))
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("segments: trailing"), "{error}");
}
