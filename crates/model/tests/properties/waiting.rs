//! Sections 8, 12 and 17: gestures, what waiting costs, and the present level at other prices.

use super::any::{close, input, inputs, tables};
use super::outcome::all_finite;
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{
    Business, Calibrated, Counter, Inputs, Orders, Price, evaluate, gestures, queue, repricing,
    segment_of, waiting,
};

fn counters() -> BoxedStrategy<Counter> {
    (
        1.0..300.0_f64,
        0.1..30.0_f64,
        1_u16..60,
        input("tolerance_s"),
    )
        .prop_map(|(arrivals_per_hour, minutes, staff, tolerance_s)| Counter {
            arrivals_per_hour,
            minutes,
            staff: f64::from(staff),
            tolerance_s,
        })
        .boxed()
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn waiting_and_longer_care_cost_and_never_bring(
        inputs in inputs(), counter in counters(), extra in 0.0..30.0_f64,
        peak in prop::option::of(input("peak_share")),
    ) {
        let found = waiting(&inputs, &counter, extra, peak, tables()).unwrap();
        all_finite(&found, &[]);
        let slack = 1e-9 * evaluate(&inputs, tables()).unwrap().revenue;
        prop_assert!(found.waiting >= -slack && found.care >= -slack, "{found:?}");
        let nothing = waiting(&inputs, &counter, 0.0, Some(0.0), tables()).unwrap();
        prop_assert_eq!((nothing.waiting, nothing.care), (0.0, 0.0));
        let usual = Some(tables().constants.peak_share);
        let told = waiting(&inputs, &counter, extra, usual, tables()).unwrap();
        if peak.is_none() {
            prop_assert_eq!(told, found);
        }
    }

    #[test]
    fn a_wait_is_one_more_way_for_a_contact_to_be_bad(inputs in inputs(), spoiled in 0.0..=1.0_f64) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let (level, k) = (firm.level.min(firm.expectation.expected), firm.business.consistency);
        let (with, without) = (firm.waiting(spoiled).yearly(level, k), firm.yearly(level, k));
        // Section 12: (1 − p₁')= (1 − p₁)·(1 − spoiled), and d = 1 − (1 − p₁)^M of both.
        let contacts = 6.0 * firm.exposure;
        let good = |dissatisfied: f64| (1.0 - dissatisfied).powf(1.0 / contacts);
        let expected = good(without.dissatisfied) * (1.0 - spoiled);
        if without.dissatisfied > 0.0 && without.dissatisfied < 0.999 && with.dissatisfied < 0.999 {
            prop_assert!((good(with.dissatisfied) - expected).abs() < 1e-6);
        }
        if without.dissatisfied == 0.0 {
            prop_assert_eq!(with.dissatisfied, 0.0);
        }
    }

    #[test]
    fn an_example_counter_is_valid_and_not_overrun(inputs in inputs()) {
        let business = Business::new(&inputs, tables()).unwrap();
        let segment = segment_of(&inputs, tables()).unwrap();
        if let Some(row) = &segment.queue {
            let counter = Counter::example(&business, row, tables());
            let found = queue(&counter, tables()).unwrap();
            prop_assert!(found.wait.is_some());
        }
        let orders = Orders::example_per_day(&business, tables());
        prop_assert!(orders >= 1.0 && orders <= tables().input("orders_per_day").unwrap().max);
    }

    #[test]
    fn the_best_share_of_gestures_is_the_first_of_all(inputs in inputs(), cost in input("cost_of_one")) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let found = gestures(&inputs, cost, tables()).unwrap();
        let best = found.best;
        let all: Vec<_> = (0..=100).map(|j| firm.gesture(f64::from(j) / 100.0, cost)).collect();
        prop_assert!(all.iter().all(|other| other.net <= best.net));
        let first = all.iter().find(|other| other.net == best.net).unwrap();
        prop_assert_eq!(first, &best);
        let net = best.brings - best.spoils - best.cost;
        prop_assert!(close(net, best.net, firm.revenue));
        prop_assert!(best.net >= 0.0 && best.own_expectation >= firm.expectation.expected);
        prop_assert!(found.best.own_expectation <= 100.0);
    }

    #[test]
    fn at_the_own_prices_repricing_is_the_answer(inputs in inputs(), tier in 0_usize..4) {
        let tier = &tables().tiers[tier];
        let inputs = Inputs { price: Price::Tier(tier.id.to_string()), ..inputs };
        let own = evaluate(&inputs, tables()).unwrap();
        let found = repricing(&inputs, tables()).unwrap();
        all_finite(&found, &[]);
        let row = found.iter().find(|row| row.tier == tier.id).unwrap();
        prop_assert_eq!(row.expected, own.expected);
        prop_assert_eq!((row.sufficient, row.band, row.verdict), (own.sufficient, own.band, own.verdict));
        prop_assert!(found.windows(2).all(|pair| pair[0].expected <= pair[1].expected));
    }

    #[test]
    fn what_the_present_level_costs_is_the_same_at_all_prices(
        inputs in inputs(), ratio in input("price_ratio"),
    ) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let there = firm.repriced(ratio);
        prop_assert!(close(there.serve(firm.level), firm.serve(firm.level), firm.revenue));
        prop_assert_eq!((there.retention, there.level), (firm.retention, firm.level));
    }
}
