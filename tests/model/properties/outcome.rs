//! Section 15 of the model: what holds for every valid input.

use super::any::{between, central, close, firm, input, inputs, segment, survey, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use serde_json::Value;
use service_level_calculator::model::normal::above;
use service_level_calculator::model::{
    Business, Calibrated, Delivered, Expectation, Inputs, Level, Verdict, assessment, evaluate,
    rung_of, scores,
};

/// The dotted paths of what is not a number where one is expected: JSON has neither NaN nor
/// infinities and writes them as null.
fn nulls(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(path.to_owned()),
        Value::Array(rows) => {
            for row in rows {
                nulls(path, row, found);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                nulls(&format!("{path}.{key}"), value, found);
            }
        }
        _ => {}
    }
}

fn spread(firm: &Calibrated) -> f64 {
    let p = &firm.parameters;
    let most = p.spread_without_standards;
    most - (most - p.spread_with_standards) * firm.business.consistency
}

/// Fails where a figure is neither finite nor one of those that may be absent.
pub fn all_finite(answer: &impl serde::Serialize, may_be_absent: &[&str]) {
    let mut found = Vec::new();
    nulls("", &serde_json::to_value(answer).unwrap(), &mut found);
    found.retain(|path| !may_be_absent.contains(&path.as_str()));
    assert!(found.is_empty(), "not finite: {found:?}");
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn every_figure_of_the_outcome_is_finite(firm in firm()) {
        all_finite(
            &firm.outcome(),
            &[".levers.level", ".levers.both", ".levers.step_back", ".levers.cost_of_going_back"],
        );
    }

    #[test]
    fn the_loss_is_never_negative_and_never_rises_with_the_level_from_adequate_on(
        firm in central(),
        levels in prop::collection::vec(0.0..=1.0, 12),
    ) {
        let adequate = firm.expectation.adequate;
        let mut levels: Vec<f64> = levels.iter().map(|x| adequate + x * (100.0 - adequate)).collect();
        levels.push(firm.expectation.expected);
        levels.sort_by(f64::total_cmp);
        let k = firm.business.consistency;
        let losses: Vec<f64> = levels.iter().map(|level| firm.yearly(*level, k).loss()).collect();
        for (pair, at) in losses.windows(2).zip(&levels) {
            prop_assert!(pair[0] >= 0.0 && pair[1] >= 0.0);
            let slack = 1e-12 * firm.revenue.max(pair[0]);
            prop_assert!(pair[1] <= pair[0] + slack, "rises above {at}: {pair:?}");
        }
        prop_assert!(firm.yearly(0.0, k).loss() >= 0.0);
    }

    #[test]
    fn the_loss_never_rises_with_consistency_at_or_above_adequate(
        firm in central(), share in 0.0..=1.0, a in 0.0..=1.0, b in 0.0..=1.0,
    ) {
        let adequate = firm.expectation.adequate;
        // Nobody has got used to more than is expected, so that adequate stays where it is.
        let level = adequate + share * (firm.expectation.expected - adequate);
        let loss = |k: f64| firm.yearly(level, k).loss();
        let slack = 1e-12 * firm.revenue.max(loss(f64::min(a, b)));
        prop_assert!(loss(f64::max(a, b)) <= loss(f64::min(a, b)) + slack);
    }

    #[test]
    fn the_expected_level_never_falls_with_the_price(
        firm in firm(), a in input("price_ratio"), b in input("price_ratio"),
    ) {
        let expected = |ratio| {
            let segment = firm.business.segment_expected.value;
            Expectation::new(segment, ratio, &firm.parameters, &firm.constants).expected
        };
        prop_assert!(expected(a.min(b)) <= expected(a.max(b)));
        prop_assert!((50.0..=95.0).contains(&expected(a)));
    }

    #[test]
    fn the_sufficient_level_lies_in_its_band_between_adequate_and_100(firm in firm()) {
        let outcome = firm.outcome();
        let (low, high) = outcome.band;
        prop_assert!(outcome.adequate <= low && high <= 100.0 + 1e-9);
        prop_assert!(low <= outcome.sufficient && outcome.sufficient <= high);
        let verdict = match outcome.level {
            level if level < low - 1e-9 => Verdict::Under,
            level if level > high + 1e-9 => Verdict::Over,
            _ => Verdict::Sufficient,
        };
        prop_assert_eq!(outcome.verdict, verdict);
    }

    #[test]
    fn nobody_leaves_twice(firm in firm(), level in 0.0..=100.0, k in 0.0..=1.0) {
        for flow in [firm.yearly(level, k), firm.yearly(firm.level, firm.business.consistency)] {
            for share in [flow.dissatisfied, flow.service_churn, flow.retention] {
                prop_assert!((0.0..=1.0 + 1e-12).contains(&share));
            }
            // What is neither kept nor lost to service is lost for other reasons.
            let other = 1.0 - flow.retention - flow.service_churn;
            prop_assert!(other >= -1e-12 && other <= firm.other_churn + 1e-12);
        }
    }

    #[test]
    fn service_is_never_blamed_for_more_than_those_who_leave(firm in firm()) {
        if firm.business.retention_given && firm.level <= firm.expectation.expected {
            let here = firm.yearly(firm.level, firm.business.consistency);
            prop_assert!(here.retention >= firm.retention - 1e-9);
            let unavoidable = firm.parameters.unavoidable_churn;
            let leavers = 1.0 - firm.retention;
            if firm.retention > 0.0 {
                prop_assert!(1.0 - here.retention <= leavers + 1e-9);
                prop_assert!(here.service_churn <= (1.0 - unavoidable) * leavers + 1e-9);
            }
        }
        prop_assert!((0.0..=1.0).contains(&firm.blame));
        prop_assert!((0.0..=1.0).contains(&firm.other_churn));
        prop_assert!(firm.unavoidable_churn() <= firm.other_churn);
    }

    #[test]
    fn a_larger_cheque_scales_all_money_and_nothing_else(
        inputs in inputs(), cheque in between(0.01, 1e8), twos in 1..4,
    ) {
        let factor = f64::powi(2.0, twos); // Exact, so that no tie of the search breaks.
        let of = |cheque| {
            let inputs = Inputs { cheque: Some(cheque), ..inputs.clone() };
            evaluate(&inputs, tables()).unwrap()
        };
        let (a, b) = (of(cheque), of(cheque * factor));
        let a = serde_json::to_value(a).unwrap();
        let b = serde_json::to_value(b).unwrap();
        let money = [
            "revenue", "customer_value", "loss", "loss_within_year", "avoidable_by_level",
            "avoidable_by_consistency", "residual", "revenue_lost_next_year", "gap_to_sufficient",
        ];
        let nested = ["loss_lines", "exceeding", "levers"];
        for (key, value) in a.as_object().unwrap() {
            let same = |small: &Value, large: &Value, factor: f64| match small.as_f64() {
                Some(small) => close(small * factor, large.as_f64().unwrap(), small),
                None => small == large,
            };
            if nested.contains(&key.as_str()) {
                for (line, value) in value.as_object().unwrap() {
                    prop_assert!(same(value, &b[key][line], factor), "{key}.{line}");
                }
            } else {
                let factor = if money.contains(&key.as_str()) { factor } else { 1.0 };
                prop_assert!(same(value, &b[key], factor), "{key}");
            }
        }
    }

    #[test]
    fn the_parts_sum_to_the_loss(firm in firm()) {
        let o = firm.outcome();
        let parts = o.avoidable_by_level + o.avoidable_by_consistency + o.residual;
        prop_assert!(close(parts, o.loss, firm.revenue));
        let l = &o.loss_lines;
        let lines = [l.leavers, l.reduced, l.walkouts, l.word_of_mouth, l.reputation];
        prop_assert!(lines.iter().all(|line| *line >= 0.0));
        prop_assert!(close(lines.iter().sum(), o.loss, 0.0));
        prop_assert!(o.loss_within_year >= 0.0 && o.loss_within_year <= o.loss * (1.0 + 1e-12));
    }

    #[test]
    fn at_or_above_adequate_no_value_is_missing_less_than_nothing(firm in firm()) {
        let o = firm.outcome();
        if o.level >= o.adequate {
            prop_assert!(o.gap_to_sufficient >= 0.0);
        }
        if o.level <= o.expected {
            prop_assert_eq!(o.exceeding, Default::default());
        } else {
            prop_assert!(o.exceeding.extra_cost >= 0.0);
        }
    }

    #[test]
    fn a_measured_dissatisfaction_comes_back_as_the_yearly_figure(
        inputs in inputs(), survey in survey(),
    ) {
        let share = survey.dissatisfied;
        let inputs = Inputs { delivered: Delivered::Measured(survey), ..inputs };
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let shown = firm.yearly(firm.level, firm.business.consistency).dissatisfied;
        let x = (firm.expectation.adequate - firm.level) / spread(&firm);
        if above(x) < 1e-15 {
            // So rare a customer cannot be disappointed often enough: section 3 stops there.
            prop_assert!(shown < share);
        } else if firm.level > 0.0 && firm.level <= firm.expectation.expected {
            prop_assert!((shown - share).abs() < 1e-9, "{shown}, not {share}");
        } else if firm.level > 0.0 && firm.level < 100.0 {
            prop_assert!(shown >= share - 1e-9); // Habituation: the yearly figure is higher.
        }
    }

    #[test]
    fn answers_lie_between_terrible_and_the_top(inputs in inputs()) {
        let found = assessment(&inputs, tables()).unwrap();
        all_finite(&found, &[]);
        prop_assert!((0.0..=100.0).contains(&found.level));
        if let (Some(scores), Level::Offset(offset)) =
            (&found.scores, Business::new(&inputs, tables()).unwrap().level)
        {
            prop_assert!((-38.0..=15.0).contains(&offset));
            let lowest = scores.dimensions.iter().map(|row| row.1).fold(1.0, f64::min);
            let first = scores.dimensions.iter().find(|row| row.1 == lowest).unwrap();
            prop_assert_eq!(&scores.weakest_dimension, &first.0);
        }
    }

    #[test]
    fn a_change_of_tier_moves_what_is_expected_and_not_what_is_delivered(
        segment in segment(), rung in 0_usize..6, tier in 0_usize..4,
    ) {
        use service_level_calculator::model::Price;
        let rung = tables().ladder[rung].id.to_string();
        let of = |price| Calibrated::of(&Inputs {
            segment: Some(segment.clone()),
            delivered: Delivered::Rung(rung.clone()),
            price,
            ..Inputs::default()
        }, tables()).unwrap();
        let there = of(Price::Tier(tables().tiers[tier].id.to_string()));
        prop_assert_eq!(of(Price::Ratio(1.0)).level, there.level);
    }
}

#[test]
fn never_is_terrible_always_is_wow_and_three_quarters_is_expected() {
    let level = |answer| {
        let answers = vec![answer; tables().practices.len()];
        let inputs = Inputs {
            delivered: Delivered::Practices(answers),
            ..Inputs::default()
        };
        assessment(&inputs, tables()).unwrap().level
    };
    assert!((level(0) - (74.0 - 38.0)).abs() < 1e-9);
    assert!((level(3) - 74.0).abs() < 1e-9);
    assert!((level(4) - (74.0 + 15.0)).abs() < 1e-9);
    let equal = scores(&vec![2; tables().practices.len()], tables()).unwrap();
    assert_eq!(equal.weakest_dimension, "reliability", "a tie: the first");
    assert_eq!(equal.weakest_stage, "choosing", "a tie: the first");
}

#[test]
fn a_level_between_two_rungs_stands_on_the_lower() {
    let rung = |gap: f64| {
        rung_of(74.0 + gap, 74.0, &tables().ladder)
            .unwrap()
            .id
            .as_ref()
    };
    assert_eq!(rung(4.0), "expected"); // Between 0 and 8.
    assert_eq!(rung(4.001), "desired");
    assert_eq!(rung(-5.0), "basic"); // Between −10 and 0.
    assert_eq!(rung(-24.0), "terrible"); // Between −38 and −10.
    assert_eq!(rung(26.0), "unbelievable");
    assert_eq!(rung(-74.0), "terrible");
}
