//! Section 6: what a level forgoes is the one curve that agrees with the verdict.

use super::any::{central, close, firm, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{Calibrated, Inputs, Point, Verdict};

#[test]
fn a_clinic_forgoes_least_on_the_rung_that_is_expected() {
    let inputs = Inputs {
        segment: Some("clinic".into()),
        customers: Some(1000.0),
        cheque: Some(100.0),
        ..Inputs::default()
    };
    let firm = Calibrated::of(&inputs, tables()).unwrap();
    let sufficient = firm.sufficient(firm.business.consistency);
    let found = firm.forgone_by_rung(&sufficient, &tables().ladder);
    // In thousands, and what the last digit printed stands for.
    let sufficient_rungs: Vec<_> = (tables().ladder.iter())
        .zip(&found)
        .filter(|(_, point)| point.forgone <= firm.tolerance())
        .map(|(rung, _)| rung.id.as_ref())
        .collect();
    assert_eq!(sufficient_rungs, ["expected"]);
    // It falls towards the sufficient level and rises above it.
    let (left, right): (Vec<&Point>, Vec<&Point>) =
        (found.iter()).partition(|point| point.level <= sufficient.level);
    assert!(
        left.windows(2)
            .all(|pair| pair[0].forgone > pair[1].forgone)
    );
    assert!(
        right
            .windows(2)
            .all(|pair| pair[0].forgone < pair[1].forgone)
    );
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn what_is_forgone_agrees_with_the_verdict(firm in firm()) {
        let sufficient = firm.sufficient(firm.business.consistency);
        let size = firm.revenue;
        prop_assert_eq!(firm.forgone(&sufficient, sufficient.level), 0.0);
        let curve = firm.forgone_curve(&sufficient);
        prop_assert!(curve.below_adequate.iter().all(|point| point.forgone >= 0.0));
        for point in curve.from_adequate {
            prop_assert!(point.forgone >= 0.0 && point.forgone.is_finite());
            if sufficient.verdict(point.level) == Verdict::Sufficient {
                prop_assert!(point.forgone <= firm.tolerance() + 1e-9 * size);
            }
        }
        for end in [sufficient.low - 0.1, sufficient.high + 0.1] {
            if end >= firm.expectation.adequate && end <= 100.0 {
                prop_assert!(firm.forgone(&sufficient, end) >= firm.tolerance() - 1e-6 * size);
            }
        }
    }

    #[test]
    fn the_curve_runs_from_the_lowest_level_through_the_sufficient_one(firm in firm()) {
        let sufficient = firm.sufficient(firm.business.consistency);
        let curve = firm.forgone_curve(&sufficient);
        let levels: Vec<f64> =
            curve.below_adequate.iter().chain(&curve.from_adequate).map(|point| point.level).collect();
        prop_assert!(levels.windows(2).all(|pair| (pair[1] - pair[0] - 0.1).abs() < 1e-9));
        prop_assert!(levels[0] >= 0.0 && levels[0] < 0.1);
        prop_assert!(levels[levels.len() - 1] > 99.9 - 1e-9);
        prop_assert_eq!(curve.from_adequate[0].level, firm.expectation.adequate);
        prop_assert!(curve.from_adequate.iter().any(|point| point.level == sufficient.level));
        prop_assert!(curve.below_adequate.iter().all(|point| point.forgone.is_finite()));
    }

    #[test]
    fn what_is_known_of_a_level_is_what_would_be_computed(firm in firm(), from in 0.0..100.0_f64, stride in 1..6_u32) {
        let k = firm.business.consistency;
        let (sufficient, known) = firm.search(k);
        let to = sufficient.level.max(from);
        let levels: Vec<f64> = firm.levels(from, to, stride).collect();
        prop_assert_eq!((levels[0], levels[levels.len() - 1]), (from, to));
        let apart = |pair: &[f64]| pair[1] - pair[0];
        prop_assert!(levels.windows(2).all(|pair| (0.0..=0.1 * f64::from(stride) + 1e-9).contains(&apart(pair))));
        for level in levels.into_iter().chain(firm.grid_levels()) {
            prop_assert_eq!(firm.value(&known, level), firm.yearly(level, k).value());
        }
    }

    #[test]
    fn the_present_level_forgoes_the_gap_of_the_outcome(firm in central()) {
        let sufficient = firm.sufficient(firm.business.consistency);
        let forgone = firm.forgone(&sufficient, firm.level);
        prop_assert!(close(forgone, firm.outcome().gap_to_sufficient, firm.revenue));
    }
}
