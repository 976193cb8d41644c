//! Section 15 of the model: what holds for every valid input.

use super::any::{between, central, close, firm, input, inputs, segment, survey, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use serde_json::Value;
use service_level_model::normal::above;
use service_level_model::{
    Business, Calibrated, Delivered, Expectation, Inputs, Level, Price, Verdict, assessment,
    evaluate, rung_of, scores,
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
            &[
                ".levers.level", ".levers.both", ".levers.step_back", ".levers.cost_of_going_back",
                ".levers.step_back_net",
            ],
        );
    }

    #[test]
    fn the_loss_is_never_negative_and_never_rises_with_the_level(
        firm in central(),
        levels in prop::collection::vec(0.0..=100.0, 12),
    ) {
        let e = &firm.expectation;
        let mut levels = levels;
        levels.extend([0.0, 100.0, e.expected, e.adequate, (e.expected + 3.0).min(100.0)]);
        levels.sort_by(f64::total_cmp);
        let k = firm.business.consistency;
        let losses: Vec<f64> = levels.iter().map(|level| firm.yearly(*level, k).loss()).collect();
        for (pair, at) in losses.windows(2).zip(&levels) {
            prop_assert!(pair[0] >= 0.0 && pair[1] >= 0.0);
            let slack = 1e-12 * firm.revenue.max(pair[0]);
            prop_assert!(pair[1] <= pair[0] + slack, "rises above {at}: {pair:?}");
        }
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
    fn who_leaves_for_service_and_who_leaves_otherwise_are_no_more_than_all(firm in central()) {
        let o = firm.outcome();
        // Where hardly anybody returns, delight above expectations keeps some of those who are
        // counted as lost for other reasons, and service may still lose them.
        if firm.level <= o.expected || firm.retention >= 0.01 {
            prop_assert!(o.service_churn + o.other_churn <= 1.0 + 1e-12, "{o:?}");
        }
        prop_assert!((0.0..=1.0).contains(&o.other_churn));
        prop_assert!((0.0..=o.other_churn).contains(&o.unavoidable_churn));
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
    fn no_level_is_worth_more_than_the_sufficient_one(firm in firm()) {
        let o = firm.outcome();
        prop_assert!(o.gap_to_sufficient >= 0.0);
        if o.level <= o.expected {
            prop_assert_eq!(o.exceeding, Default::default());
        } else {
            prop_assert!(o.exceeding.extra_cost >= 0.0);
        }
    }

    #[test]
    fn the_advice_is_to_hold_where_stepping_back_costs_more_than_it_brings(firm in firm()) {
        let levers = firm.outcome().levers;
        match (levers.step_back, levers.cost_of_going_back) {
            (Some(gain), Some(cost)) => {
                prop_assert!(close(levers.step_back_net.unwrap(), gain - cost / 3.0, firm.revenue));
                prop_assert_eq!(levers.holds(), levers.step_back_net.unwrap() < 0.0);
            }
            _ => prop_assert!(!levers.holds() && levers.step_back_net.is_none()),
        }
    }

    #[test]
    fn fewer_than_one_customer_a_year_is_one_in_some_years(firm in firm()) {
        let o = firm.outcome();
        match o.years_per_customer_lost() {
            Some(years) => prop_assert!((years * o.customers_lost - 1.0).abs() < 1e-9),
            None => prop_assert!(o.customers_lost >= 1.0 || o.customers_lost < 1e-300),
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
        let sigma = firm.spread(firm.business.consistency);
        let x = (firm.expectation.adequate - firm.level) / sigma;
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
    fn a_rung_stands_as_far_from_what_is_expected_at_every_price(
        segment in segment(), rung in 0_usize..6, ratio in input("price_ratio"),
    ) {
        let rung = &tables().ladder[rung];
        let firm = Calibrated::of(&Inputs {
            segment: Some(segment),
            delivered: Delivered::Rung(rung.id.to_string()),
            price: Price::Ratio(ratio),
            ..Inputs::default()
        }, tables()).unwrap();
        let expected = firm.expectation.expected;
        prop_assert_eq!(firm.level, (expected + rung.offset).min(100.0));
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
