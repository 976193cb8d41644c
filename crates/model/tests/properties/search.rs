//! Quick searches find what slow ones do.

use super::any::firm;
use crate::fixed::cases;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use service_level_model::normal::{above, below, quantile_of_log_above, tails};
use service_level_model::{Calibrated, Sufficient};

/// Section 6 to the letter: every point of the grid, the first maximum, and a walk from there.
fn by_the_full_grid(firm: &Calibrated, k: f64) -> Sufficient {
    let adequate = firm.expectation.adequate;
    let last = ((100.0 - adequate) * 10.0 + 1e-9).floor() as usize;
    let level = |j: usize| adequate + j as f64 / 10.0;
    let values: Vec<f64> = (0..=last)
        .map(|j| firm.yearly(level(j), k).value())
        .collect();
    let mut best = 0;
    for (j, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = j;
        }
    }
    let left = (firm.margin - firm.cost_at_expected).max(0.25 * firm.margin);
    let enough = values[best] - 0.04 * firm.revenue * left;
    let (mut low, mut high) = (best, best);
    while low > 0 && values[low - 1] >= enough {
        low -= 1;
    }
    while high < last && values[high + 1] >= enough {
        high += 1;
    }
    Sufficient {
        level: level(best),
        low: level(low),
        high: level(high),
        value: values[best],
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn the_search_in_strides_finds_the_first_maximum_and_the_band_of_the_full_grid(firm in firm()) {
        let k = firm.business.consistency;
        prop_assert_eq!(firm.sufficient(k), by_the_full_grid(&firm, k));
    }

    #[test]
    fn the_best_of_the_levels_below_another_is_that_of_the_full_grid(
        firm in firm(), level in 0.0..=101.0_f64,
    ) {
        let k = firm.business.consistency;
        let below = firm.grid_levels().filter(|point| *point < level);
        let best = below.map(|point| firm.yearly(point, k).value()).reduce(f64::max);
        prop_assert_eq!(firm.best_below(level, k), best);
    }

    #[test]
    fn no_level_that_exceeds_is_worth_more_than_the_bound(
        firm in firm(), at in 0.0..=1.0_f64, below in 0.0..=1.0_f64, above in 0.0..=1.0_f64,
    ) {
        let (k, expected) = (firm.business.consistency, firm.expectation.expected);
        let level = expected + (100.0 - expected) * at;
        let (low, high) = (level - (level - expected) * below, level + (100.0 - level) * above);
        let (value, most) = (firm.yearly(level, k).value(), firm.value_at_most(low, high, k));
        prop_assert!(value <= most + 1e-12 * firm.revenue, "{value}, not at most {most}");
    }
}

#[test]
fn the_draws_wider_strides_lead_to_the_same_peak() {
    let (mut runner, any) = (TestRunner::deterministic(), firm());
    let mut elsewhere = 0;
    for _ in 0..3000 {
        let firm = any.new_tree(&mut runner).unwrap().current();
        let k = firm.business.consistency;
        let ((level, value), (exact, most)) = (firm.peak(k, 16), firm.peak(k, 1));
        // Of two humps nearly as high a rare simulation takes the other: that costs next to nothing.
        assert!(
            most - value <= 0.005 * firm.revenue,
            "{value}, not {most}: {firm:?}"
        );
        elsewhere += u32::from((level - exact).abs() > 0.4);
    }
    assert!(elsewhere <= 3, "{elsewhere} of 3000");
}

proptest! {
    #![proptest_config(cases(5000))]

    #[test]
    fn the_quantile_inverts_the_upper_tail(x in -8.0..37.0_f64) {
        let log = if x < 0.0 { libm::log1p(-below(x)) } else { libm::log(above(x)) };
        let back = quantile_of_log_above(log);
        prop_assert!((back - x).abs() < 1e-9 * x.abs().max(1.0), "{back}, not {x}");
    }

    #[test]
    fn both_tails_at_once_are_the_tails(x in -40.0..40.0_f64) {
        let (lower, upper) = tails(x);
        prop_assert!((lower - below(x)).abs() <= 1e-15 && (upper - above(x)).abs() <= 1e-15);
        prop_assert!(lower.min(upper) == below(x).min(above(x)));
    }
}

#[test]
fn the_normal_distribution_is_that_of_the_tables() {
    // Abramowitz and Stegun 1964, table 26.1.
    for (x, expected) in [
        (0.0, 0.5),
        (1.0, 0.841_344_746_068_543),
        (2.0, 0.977_249_868_051_821),
        (3.0, 0.998_650_101_968_370),
    ] {
        assert!((below(x) - expected).abs() < 1e-14);
        assert!((above(-x) - expected).abs() < 1e-14);
    }
}
