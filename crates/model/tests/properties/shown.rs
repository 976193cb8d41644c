//! Section 15: what a field shows before anything is typed is what the model uses. Typing it
//! changes nothing: one test for each field.

use super::any::{covering, inputs, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use serde_json::Value;
use service_level_model::{
    Business, Calibrated, Consistency, Delivered, Inputs, Outcome, Price, Verdict, evaluate,
    segment_of,
};

fn of(inputs: &Inputs) -> Outcome {
    evaluate(inputs, tables()).unwrap()
}

/// The numbers of an answer that differ, by more than 1e-7 of the revenue.
fn differences(path: &str, a: &Value, b: &Value, revenue: f64, found: &mut Vec<String>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                differences(&format!("{path}.{key}"), value, &b[key], revenue, found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (a, b) in a.iter().zip(b) {
                differences(path, a, b, revenue, found);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > 1e-7 * revenue {
                found.push(format!("{path}: {a}, typed {b}"));
            }
        }
        _ if a == b => {}
        _ => found.push(format!("{path}: {a}, typed {b}")),
    }
}

/// Fails where the answer to the typed inputs is another one.
fn changes_nothing(shown: &Inputs, typed: &Inputs) -> Result<(), TestCaseError> {
    let (before, after) = (of(shown), of(typed));
    prop_assert_eq!(before.verdict, after.verdict);
    let mut found = Vec::new();
    let json = |outcome: &Outcome| serde_json::to_value(outcome).unwrap();
    differences(
        "",
        &json(&before),
        &json(&after),
        before.revenue,
        &mut found,
    );
    // Shares and levels hang on no revenue.
    for (a, b) in [
        (before.dissatisfied, after.dissatisfied),
        (before.retention, after.retention),
        (before.service_churn, after.service_churn),
        (before.other_churn, after.other_churn),
        (before.sufficient, after.sufficient),
        (before.level, after.level),
        (before.retention_assumed, after.retention_assumed),
        (before.cost_to_serve_assumed, after.cost_to_serve_assumed),
    ] {
        if (a - b).abs() > 1e-7 {
            found.push(format!("{a}, typed {b}"));
        }
    }
    prop_assert!(found.is_empty(), "{found:?}");
    Ok(())
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn typing_the_retention_shown_changes_nothing(inputs in inputs()) {
        let shown = Inputs { retention: None, ..inputs };
        let typed = Inputs { retention: Some(of(&shown).retention_assumed), ..shown.clone() };
        changes_nothing(&shown, &typed)?;
    }

    #[test]
    fn typing_the_cost_to_serve_shown_changes_nothing(inputs in inputs()) {
        let shown = covering(Inputs { cost_to_serve: None, ..inputs });
        let cost = of(&shown).cost_to_serve_assumed;
        let typed = Inputs { cost_to_serve: Some(cost), ..shown.clone() };
        // So far above what is expected that serving there eats up all margin: section 1 refuses it.
        let margin = Business::new(&shown, tables()).unwrap().margin.value;
        if cost < margin {
            changes_nothing(&shown, &typed)?;
        } else {
            prop_assert!(evaluate(&typed, tables()).is_err());
        }
    }

    #[test]
    fn typing_the_margin_shown_changes_nothing(inputs in inputs()) {
        let shown = covering(Inputs { margin: None, ..inputs });
        let margin = segment_of(&shown, tables()).unwrap().gross_margin.value;
        changes_nothing(&shown, &Inputs { margin: Some(margin), ..shown.clone() })?;
    }

    #[test]
    fn typing_the_purchases_shown_changes_nothing(inputs in inputs()) {
        let shown = Inputs { purchases: None, ..inputs };
        let purchases = segment_of(&shown, tables()).unwrap().purchases;
        changes_nothing(&shown, &Inputs { purchases: Some(purchases), ..shown.clone() })?;
    }

    #[test]
    fn typing_the_consistency_shown_changes_nothing(inputs in inputs()) {
        let shown = Inputs { consistency: Consistency::Typical, ..inputs };
        let k = tables().constants.typical_consistency;
        let typed = Inputs { consistency: Consistency::Share(k), ..shown.clone() };
        changes_nothing(&shown, &typed)?;
    }

    #[test]
    fn typing_the_level_shown_changes_nothing(inputs in inputs()) {
        let shown = Inputs { delivered: Delivered::Expected, ..inputs };
        let typed = Inputs { delivered: Delivered::Level(of(&shown).level), ..shown.clone() };
        changes_nothing(&shown, &typed)?;
    }

    #[test]
    fn what_was_typed_is_what_is_shown(inputs in inputs()) {
        let outcome = of(&inputs);
        if let Some(typed) = inputs.retention {
            prop_assert_eq!(outcome.retention_assumed, typed);
        }
        if let Some(typed) = inputs.cost_to_serve {
            prop_assert_eq!(outcome.cost_to_serve_assumed, typed);
        }
        prop_assert!((0.0..=1.0).contains(&outcome.retention_assumed));
        prop_assert!(outcome.cost_to_serve_assumed >= 0.0);
    }

    #[test]
    fn a_look_at_another_level_moves_no_field(inputs in inputs(), level in 0.0..=100.0_f64) {
        let own = Calibrated::of(&inputs, tables()).unwrap();
        let (before, after) = (own.outcome(), Calibrated { level, ..own }.outcome());
        prop_assert_eq!(before.retention_assumed, after.retention_assumed);
        prop_assert_eq!(before.cost_to_serve_assumed, after.cost_to_serve_assumed);
        prop_assert_eq!(before.sufficient, after.sufficient);
    }
}

#[test]
fn every_default_business_on_the_rung_expected_is_sufficient() {
    for segment in tables().segments.iter() {
        for tier in tables().tiers.iter() {
            let business = Inputs {
                segment: Some(segment.id.to_string()),
                price: Price::Tier(tier.id.to_string()),
                delivered: Delivered::Rung("expected".into()),
                ..Inputs::default()
            };
            let outcome = of(&business);
            assert_eq!(
                outcome.verdict,
                Verdict::Sufficient,
                "{} {}: {} in {:?}",
                segment.id,
                tier.id,
                outcome.level,
                outcome.band
            );
        }
    }
}
