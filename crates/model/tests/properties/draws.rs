//! Section 14: the draws and the tornado.

use super::any::{input, inputs, survey, tables};
use super::outcome::all_finite;
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{
    Calibrated, Consistency, DRAWS, Delivered, Inputs, Level, Price, Range, SEED, Study, Survey,
    Uncertainty, VerdictShares, tornado, uncertainty,
};

fn drawn(inputs: &Inputs, count: usize, seed: u64) -> Uncertainty {
    let study = Study::new(inputs, tables()).unwrap();
    let draws: Vec<_> = study.draws(seed).take(count).collect();
    Uncertainty::of(&draws)
}

fn figures(of: &Uncertainty) -> [[f64; 3]; 5] {
    [
        of.loss,
        of.loss_within_year,
        of.extra_cost,
        of.gap,
        of.level,
    ]
}

fn shares(of: &VerdictShares) -> [f64; 3] {
    [of.under, of.sufficient, of.over]
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn percentiles_are_ordered_finite_and_shares_sum_to_one(inputs in inputs(), seed: u64) {
        let found = drawn(&inputs, 60, seed);
        all_finite(&found, &[]);
        for [low, middle, high] in figures(&found) {
            prop_assert!(low <= middle && middle <= high);
        }
        prop_assert!(found.loss[0] >= 0.0 && found.extra_cost[0] >= 0.0);
        prop_assert!((shares(&found.verdict).iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_same_seed_draws_the_same_worlds(inputs in inputs(), seed: u64) {
        prop_assert_eq!(drawn(&inputs, 30, seed), drawn(&inputs, 30, seed));
        let whole = uncertainty(&inputs, 30.0, seed, tables()).unwrap();
        prop_assert_eq!(whole, drawn(&inputs, 30, seed));
    }

    #[test]
    fn the_tornado_is_sorted_and_its_ends_are_losses(inputs in inputs()) {
        let found = tornado(&inputs, tables()).unwrap();
        all_finite(&found, &[]);
        let width: Vec<f64> = found.iter().map(|row| (row.high - row.low).abs()).collect();
        prop_assert!(width.windows(2).all(|pair| pair[0] >= pair[1]));
        prop_assert!(found.iter().all(|row| row.low >= 0.0 && row.high >= 0.0));
        let moved = |id: &str| found.iter().any(|row| row.id == id);
        let given = inputs.retention.is_some();
        prop_assert!(!given || !moved("retention"));
        // What is given or measured is not what the business says of itself.
        match &inputs.delivered {
            Delivered::Level(_) => prop_assert!(!moved("self_rating_error")),
            Delivered::Measured(survey) => {
                prop_assert!(!moved("self_rating_error"));
                prop_assert!(survey.surveyed.is_some() || !moved("dissatisfied_measured"));
            }
            _ => prop_assert!(!moved("dissatisfied_measured")),
        }
    }

    #[test]
    fn a_measured_level_stays_while_the_world_around_it_varies(
        inputs in inputs(), survey in survey(),
    ) {
        let inputs = Inputs { delivered: Delivered::Measured(survey), ..inputs };
        let level = Calibrated::of(&inputs, tables()).unwrap().level;
        prop_assert_eq!(Study::new(&inputs, tables()).unwrap().business.level, Level::Given(level));
    }

    #[test]
    fn a_survey_s_range_has_the_deviation_of_so_many_answers(survey in survey()) {
        let range = survey.range();
        let Some(n) = survey.surveyed else {
            prop_assert!(range.low == range.value && range.value == range.high);
            return Ok(());
        };
        let (share, half) = (survey.dissatisfied, range.high - range.value);
        prop_assert!((half - (range.value - range.low)).abs() < 1e-9);
        // The variance of a symmetric triangle is a sixth of its squared half-width.
        prop_assert!((half * half / 6.0 - share * (1.0 - share) / n).abs() < 1e-9);
    }

    #[test]
    fn asking_is_measuring_the_share_that_the_model_expects(
        inputs in inputs(), surveyed in input("surveyed"), seed: u64,
    ) {
        let study = Study::new(&inputs, tables()).unwrap().asking(surveyed, tables()).unwrap();
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let own = firm.at(firm.level, firm.business.consistency);
        let share = own.flow(firm.expectation.expected).dissatisfied.clamp(0.001, 0.999);
        let measured = Inputs {
            delivered: Delivered::Measured(Survey {
                dissatisfied: share,
                surveyed: Some(surveyed),
            }),
            ..inputs
        };
        let asked = Study::new(&measured, tables()).unwrap();
        prop_assert_eq!(&study, &asked);
        let draws: Vec<_> = study.draws(seed).take(30).collect();
        prop_assert_eq!(Uncertainty::of(&draws), drawn(&measured, 30, seed));
    }

    #[test]
    fn a_triangular_quantile_inverts_the_distribution(
        low in -5.0..5.0_f64, left in 0.0..3.0_f64, right in 0.0..3.0_f64, u in 0.0..1.0_f64,
    ) {
        let range = Range { low, value: low + left, high: low + left + right };
        let x = range.quantile(u);
        prop_assert!(range.low <= x && x <= range.high);
        let width = left + right;
        if width > 1e-3 {
            let share = if x < range.value {
                (x - low).powi(2) / (width * left)
            } else {
                1.0 - (range.high - x).powi(2) / (width * right)
            };
            prop_assert!((share - u).abs() < 1e-6 || right < 1e-6);
        }
    }
}

fn business(segment: &str, tier: &str, rung: &str, k: f64) -> Inputs {
    Inputs {
        segment: Some(segment.into()),
        price: Price::Tier(tier.into()),
        delivered: Delivered::Rung(rung.into()),
        consistency: Consistency::Share(k),
        ..Inputs::default()
    }
}

#[test]
fn ten_thousand_draws_agree_with_forty_thousand_within_sampling_error() {
    for inputs in [
        Inputs::default(),
        business("hotel", "premium", "desired", 0.3),
        business("wholesale", "economy", "basic", 0.9),
    ] {
        // Different seeds, or the first would be a part of the second.
        let (few, many) = (
            drawn(&inputs, DRAWS, SEED),
            drawn(&inputs, 4 * DRAWS, SEED + 1),
        );
        for (few, many) in figures(&few).iter().zip(figures(&many)) {
            // Four standard errors of a percentile are about 3 % of the 80 % range.
            let error = 0.04 * (many[2] - many[0]) + 1e-9 * many[2].abs();
            for (few, many) in few.iter().zip(many) {
                assert!(
                    (few - many).abs() <= error,
                    "{few} and {many} within {error}"
                );
            }
        }
        for (few, many) in shares(&few.verdict).iter().zip(shares(&many.verdict)) {
            let variance = (many * (1.0 - many)).max(1e-4) / DRAWS as f64 * 1.25;
            assert!(
                (few - many).abs() <= 4.0 * variance.sqrt(),
                "{few} and {many}"
            );
        }
    }
}

#[test]
fn a_plain_case_is_plain_in_nearly_every_world() {
    let poor = drawn(&business("clinic", "standard", "terrible", 0.6), 1000, SEED);
    assert!(poor.verdict.under > 0.99, "{poor:?}");
    let lavish = drawn(
        &business("restaurant", "economy", "unbelievable", 0.6),
        1000,
        SEED,
    );
    assert!(lavish.verdict.over > 0.95, "{lavish:?}");
}

#[test]
fn the_central_figures_lie_within_the_ranges() {
    let inputs = business("clinic", "standard", "basic", 0.6);
    let central = Calibrated::of(&inputs, tables()).unwrap().outcome();
    let found = drawn(&inputs, 2000, SEED);
    for ([low, _, high], central) in [
        (found.loss, central.loss),
        (found.loss_within_year, central.loss_within_year),
        (found.gap, central.gap_to_sufficient),
        (found.level, central.sufficient),
    ] {
        assert!(
            low <= central && central <= high,
            "{central} in {low}..{high}"
        );
    }
}

#[test]
fn the_more_are_asked_the_narrower_the_loss() {
    let start = Inputs::default();
    let rung = business("clinic", "standard", "expected", 0.6);
    for inputs in [&start, &rung] {
        let before = Study::new(inputs, tables()).unwrap();
        let of = |study: &Study| {
            let draws: Vec<_> = study.draws(SEED).take(DRAWS).collect();
            Uncertainty::of(&draws)
        };
        let width = |found: &Uncertainty| found.loss[2] - found.loss[0];
        let mut last = width(&of(&before));
        for surveyed in [40.0, 400.0, 4000.0] {
            let found = width(&of(&before.asking(surveyed, tables()).unwrap()));
            assert!(found < last, "{surveyed}: {found}, not below {last}");
            last = found;
        }
    }
}

#[test]
fn asking_forty_makes_the_first_visitor_surer() {
    let inputs = business("clinic", "standard", "expected", 0.6);
    let before = Study::new(&inputs, tables()).unwrap();
    let after = before.asking(tables().constants.survey_size, tables());
    let [before, after] = [before, after.unwrap()].map(|study| {
        let draws: Vec<_> = study.draws(SEED).take(2 * DRAWS).collect();
        Uncertainty::of(&draws)
    });
    let width = |found: &Uncertainty| found.loss[2] - found.loss[0];
    assert!(width(&after) < width(&before), "{before:?}, then {after:?}");
    assert!(after.verdict.sufficient > before.verdict.sufficient);
}

#[test]
fn nobody_asks_fewer_than_five() {
    let study = Study::new(&Inputs::default(), tables()).unwrap();
    for surveyed in [0.0, 4.9, 1e7, f64::NAN, f64::INFINITY] {
        let refused = study.asking(surveyed, tables()).unwrap_err();
        assert_eq!(refused.field(), "surveyed");
    }
}

#[test]
fn no_draws_are_refused_and_a_fraction_of_one_too() {
    for draws in [0.0, -1.0, 2.5, f64::NAN, 1e9] {
        let refused = uncertainty(&Inputs::default(), draws, SEED, tables()).unwrap_err();
        assert_eq!(refused.field(), "draws");
    }
}
