//! What version 2 of the model said of itself and could not be: each is one small test, and what
//! is right is worked out from the specification.

use super::any::tables;
use service_level_model::{
    Calibrated, Consistency, Delivered, InputError, Inputs, Outcome, Price, Verdict, evaluate,
};

fn business(segment: &str, rung: &str) -> Inputs {
    Inputs {
        segment: Some(segment.into()),
        delivered: Delivered::Rung(rung.into()),
        ..Inputs::default()
    }
}

fn of(inputs: &Inputs) -> Outcome {
    evaluate(inputs, tables()).unwrap()
}

#[test]
fn typing_the_default_cost_of_a_software_wow_flips_no_verdict() {
    let wow = business("software", "wow");
    let shown = of(&wow);
    // E = 76 and Q = 91: the default 25 % at E are 25 %·(91/76)^2.5 at Q.
    let cost = 0.25 * (91.0_f64 / 76.0).powf(2.5);
    assert!((shown.cost_to_serve_assumed - cost).abs() < 1e-12);
    let typed = of(&Inputs {
        cost_to_serve: Some(shown.cost_to_serve_assumed),
        ..wow
    });
    assert_eq!(typed.verdict, shown.verdict);
    assert!((typed.gap_to_sufficient - shown.gap_to_sufficient).abs() < 1e-9 * shown.revenue);
}

#[test]
fn a_hotel_that_keeps_a_tenth_loses_less_than_its_revenue() {
    let hotel = Inputs {
        retention: Some(0.1),
        ..business("hotel", "terrible")
    };
    let (firm, outcome) = (Calibrated::of(&hotel, tables()).unwrap(), of(&hotel));
    assert!(outcome.loss < outcome.revenue, "{}", outcome.loss);
    // Both hazards are the typical ones times one g, so that ln 10 drives customers away.
    let (nu, other, service) = (4.0, firm.other_hazard, {
        let here = firm.yearly(firm.level, firm.business.consistency);
        let left = -libm::log(1.0 - here.service_churn / (1.0 - firm.other_churn));
        (libm::exp(4.0 * left) - 1.0) / 4.0
    });
    let all = other + libm::log1p(nu * service) / nu;
    assert!((all - std::f64::consts::LN_10).abs() < 1e-9, "{all}");
    // Without bad service it would keep e^(−h_o), far from the 72 of 100 guests of version 2.
    let would_return = 1.0 - outcome.other_churn;
    assert!((would_return - libm::exp(-other)).abs() < 1e-12);
    assert!(would_return < 0.2, "{would_return}");
    assert!((outcome.retention - 0.1).abs() < 1e-9);
    assert!((outcome.service_churn - (would_return - 0.1)).abs() < 1e-9);
}

#[test]
fn better_loyalty_does_not_read_worse() {
    for (segment, rung) in [
        ("software", "expected"),
        ("telecom", "basic"),
        ("clinic", "basic"),
    ] {
        let usual = business(segment, rung);
        let mut before = of(&usual);
        for kept in [0.9, 0.95, 0.99, 0.999] {
            let next = of(&Inputs {
                retention: Some(kept),
                ..usual.clone()
            });
            // g falls: fewer are lost to service and to all else, and own customers react less.
            assert!(
                next.service_churn < before.service_churn,
                "{segment} {kept}"
            );
            assert!(next.other_churn < before.other_churn, "{segment} {kept}");
            assert!(next.loss < before.loss, "{segment} {kept}");
            assert_eq!(next.verdict, before.verdict, "{segment} {kept}");
            before = next;
        }
    }
}

#[test]
fn a_terrible_clinic_does_not_lose_more_than_it_takes() {
    for k in [0.0, 0.3, 0.6, 1.0] {
        let clinic = Inputs {
            consistency: Consistency::Share(k),
            ..business("clinic", "terrible")
        };
        let outcome = of(&clinic);
        assert!(outcome.loss < outcome.revenue, "{k}: {}", outcome.loss);
        // Nobody can leave who would not have stayed: at most e^(−h_o) of the customers, each worth
        // m'/(1 + i − e^(−h_o)).
        let stay = 1.0 - outcome.other_churn;
        assert!(outcome.service_churn <= stay);
        let worth = 2.5 * 120.0 * (0.6 - 0.28) / (1.12 - stay);
        assert!((outcome.customer_value - worth).abs() < 1e-9 * worth);
    }
}

#[test]
fn a_thin_margin_makes_terrible_service_no_bargain() {
    for margin in [0.281, 0.3, 0.35] {
        let thin = Inputs {
            margin: Some(margin),
            ..business("clinic", "terrible")
        };
        let outcome = of(&thin);
        assert_eq!(outcome.verdict, Verdict::Under, "{margin}");
        assert!(outcome.gap_to_sufficient > 0.0, "{margin}");
        assert!(outcome.sufficient >= outcome.adequate, "{margin}");
        // Below what is acceptable serving costs as much as there: cheaper it is not.
        let firm = Calibrated::of(&thin, tables()).unwrap();
        assert_eq!(firm.serve(0.0), firm.serve(outcome.adequate));
    }
}

#[test]
fn a_margin_that_does_not_cover_the_service_is_asked_about() {
    for (margin, cost_to_serve) in [
        (Some(0.05), None),
        (None, Some(0.7)),
        (Some(0.2), Some(0.2)),
    ] {
        let clinic = Inputs {
            margin,
            cost_to_serve,
            ..business("clinic", "expected")
        };
        let error = evaluate(&clinic, tables()).unwrap_err();
        let expected = InputError::MarginNotAboveCost {
            margin: margin.unwrap_or(0.6),
            cost_to_serve: cost_to_serve.unwrap_or(0.28),
        };
        assert_eq!(error, expected);
        assert_eq!(error.fields(), ["margin", "cost_to_serve"]);
        let said = error.to_string();
        assert!(
            said.contains("margin") && said.contains("cost_to_serve"),
            "{said}"
        );
    }
    // What is left after all costs is good for one thing: to count months of profit.
    let outcome = of(&business("clinic", "basic"));
    let months = outcome.months_of_profit(outcome.loss, 0.05).unwrap();
    assert!((months - outcome.loss / (0.05 * outcome.revenue) * 12.0).abs() < 1e-9);
    assert_eq!(outcome.months_of_profit(outcome.loss, 0.0), None);
}

#[test]
fn a_luxury_hotel_that_does_what_is_expected_is_sufficient() {
    let hotel = Inputs {
        price: Price::Tier("luxury".into()),
        ..business("hotel", "expected")
    };
    let outcome = of(&hotel);
    // 76·4^0.08 is expected there, and the rung stands on it.
    assert!((outcome.expected - 76.0 * 4.0_f64.powf(0.08)).abs() < 1e-9);
    assert_eq!(outcome.level, outcome.expected);
    assert_eq!(outcome.verdict, Verdict::Sufficient);
}

#[test]
fn stepping_back_is_not_advised_where_it_loses_money() {
    // Nearly the same level of a clinic and a hotel: the one's customers come back and miss what
    // they are used to, the other's do not.
    for (segment, tier, holds) in [("clinic", "premium", true), ("hotel", "luxury", false)] {
        let outcome = of(&Inputs {
            price: Price::Tier(tier.into()),
            consistency: Consistency::Share(0.3),
            ..business(segment, "desired")
        });
        let levers = outcome.levers;
        let (gain, cost) = (
            levers.step_back.unwrap(),
            levers.cost_of_going_back.unwrap(),
        );
        // What it costs once is spread over the three years of which a year is the mean.
        assert_eq!(levers.holds(), gain < cost / 3.0, "{segment}");
        assert_eq!(levers.holds(), holds, "{segment}: {gain}, at {cost}");
        assert!(gain > 0.0, "{segment}");
    }
    let below = of(&business("clinic", "basic")).levers;
    assert!(below.step_back_net.is_none() && !below.holds());
}
