//! Section 3: what drives customers away, fitted to what the segment or the user says.

use super::any::{central, firm, input, inputs, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{Calibrated, Delivered, Fit, Hazards, Inputs};

/// g by bisection: by how much both hazards are multiplied so that they amount to `all`.
fn by_bisection(all: f64, other: f64, service: f64, nu: f64) -> f64 {
    let total = |g: f64| g * other + libm::log1p(nu * g * service) / nu;
    let (mut low, mut high) = (0.0, 1.0);
    while total(high) < all {
        high *= 2.0;
    }
    for _ in 0..2000 {
        let middle = 0.5 * (low + high);
        if total(middle) < all {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn the_retention_typed_is_the_retention_kept(inputs in inputs(), typed in input("retention")) {
        let inputs = Inputs { retention: Some(typed), ..inputs };
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        if typed > 0.0 && firm.level <= firm.expectation.expected {
            let here = firm.yearly(firm.level, firm.business.consistency);
            prop_assert!((here.retention - typed).abs() <= 1e-9, "{}", here.retention);
        }
    }

    #[test]
    fn where_nobody_returns_nobody_is_lost_to_service(inputs in inputs(), level in 0.0..=100.0) {
        let inputs = Inputs { retention: Some(0.0), ..inputs };
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let there = firm.yearly(level, firm.business.consistency);
        prop_assert_eq!((there.retention, there.service_churn, there.leavers), (0.0, 0.0, 0.0));
        prop_assert_eq!(firm.other_churn, 1.0);
    }

    #[test]
    fn newton_s_root_is_that_of_bisection(
        usual in 0.001..0.999_f64, typical in 0.0..3.0_f64, service in 0.0..3.0_f64,
        typed in input("retention"), firm in firm(),
    ) {
        prop_assume!(typed > 0.0);
        let p = &firm.parameters;
        let hazards = Hazards::typical(usual, typical, p);
        let fit = Fit::new(&hazards, service, Some(typed), p);
        let bad = hazards.readiness * service;
        let g = by_bisection(-libm::log(typed), hazards.other, bad, p.churn_heterogeneity);
        prop_assert!((fit.hazards.other - g * hazards.other).abs() <= 1e-9 * g * hazards.other);
        prop_assert!((fit.hazards.readiness - g * hazards.readiness).abs() <= 1e-9 * g);
        prop_assert!((fit.own - g.min(1.0)).abs() <= 1e-9);
    }

    #[test]
    fn at_the_typical_business_service_explains_no_more_than_what_is_avoidable(
        usual in 0.001..0.999_f64, typical in 0.0..3.0_f64, firm in firm(),
    ) {
        let p = &firm.parameters;
        let hazards = Hazards::typical(usual, typical, p);
        let all = -libm::log(usual);
        prop_assert!((0.0..=1.0).contains(&hazards.readiness));
        prop_assert!(hazards.other >= p.unavoidable_churn * all * (1.0 - 1e-12));
        let nu = p.churn_heterogeneity;
        let service = libm::log1p(nu * hazards.readiness * typical) / nu;
        prop_assert!((hazards.other + service - all).abs() <= 1e-12 * all.max(1.0));
    }

    #[test]
    fn the_worse_the_service_the_fewer_stay(firm in central(), a in 0.0..=1.0, b in 0.0..=1.0) {
        let level = |share: f64| share * firm.expectation.expected;
        let kept = |share| firm.yearly(level(share), firm.business.consistency).retention;
        prop_assert!(kept(f64::min(a, b)) <= kept(f64::max(a, b)) + 1e-12);
    }
}

#[test]
fn a_typical_business_keeps_what_is_usual_in_its_segment() {
    for segment in tables().segments.iter() {
        let business = Inputs {
            segment: Some(segment.id.to_string()),
            delivered: Delivered::Rung("expected".into()),
            ..Inputs::default()
        };
        let firm = Calibrated::of(&business, tables()).unwrap();
        let usual = segment.retention.value;
        assert!((firm.retention - usual).abs() < 1e-12, "{}", segment.id);
    }
}
