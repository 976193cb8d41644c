//! Sections 8 to 13: what each analysis must keep to.

use super::any::{between, close, covering, input, inputs, segment, tables};
use super::outcome::all_finite;
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{
    Calibrated, Consistency, Delivered, Idea, Inputs, MONTHS, Orders, Raise, Worth, forecast,
    gestures, idea, neighbours, scale, segment_of, treadmill,
};

fn ideas() -> BoxedStrategy<Idea> {
    let d_level = prop_oneof![Just(0.0), -100.0..=100.0, 0.0..=15.0];
    let numbers = (
        between(0.0, 1e12),
        between(0.0, 1e9),
        between(0.0, 60.0),
        between(0.0, 1e3),
        d_level,
        -1.0..=1.0,
    );
    numbers
        .prop_map(
            |(one_off, monthly, minutes, wage, d_level, d_consistency)| Idea {
                one_off,
                monthly,
                minutes,
                wage,
                d_level,
                d_consistency,
            },
        )
        .boxed()
}

proptest! {
    #![proptest_config(cases(700))]

    #[test]
    fn a_raise_by_nothing_leaves_everything_as_it_is(
        inputs in inputs(), from in prop::option::of(input("level")), months in 0_u8..=36,
    ) {
        let raise = Raise { from, raised_by: 0.0, months_raised: f64::from(months), months: None };
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let flat = treadmill(&inputs, &raise, tables()).unwrap();
        let first = flat.path[0].own_expectation;
        for month in &flat.path {
            prop_assert!((month.own_expectation - first).abs() < 1e-9);
            prop_assert!(month.delta.abs() <= 1e-9 * firm.revenue);
        }
    }

    #[test]
    fn the_treadmill_is_finite_and_adds_up(
        inputs in inputs(), from in prop::option::of(input("level")),
        raised_by in input("raised_by"), months in 0_u8..=36,
    ) {
        let months_raised = f64::from(months);
        let found = treadmill(
            &inputs, &Raise { from, raised_by, months_raised, months: Some(36.0) }, tables(),
        ).unwrap();
        all_finite(&found, &[".half_life_purchases"]);
        prop_assert_eq!(found.path.len(), 36);
        let size: f64 = found.path.iter().map(|month| month.delta.abs()).sum();
        let (up, after) = found.path.split_at(usize::from(months));
        let sum = |path: &[service_level_model::Month]| {
            path.iter().map(|month| month.delta).sum::<f64>()
        };
        prop_assert!(close(sum(up) - found.cost_of_going_back, found.cumulative, size));
        prop_assert!(close(-sum(after), found.cost_of_going_back, size));
        prop_assert!(found.half_life_purchases.is_none_or(|purchases| purchases > 0.0));
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        for month in &found.path {
            let (expected, own) = (firm.expectation.expected, month.own_expectation);
            prop_assert!(own >= expected - 1e-9 && own <= month.level.max(100.0) + 1e-9);
        }
    }

    #[test]
    fn long_at_a_level_expectation_settles(inputs in inputs(), level in input("level")) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let (habit, excess) = (firm.habituation(), firm.excess_felt(level));
        let settled = habit.settled(excess);
        let next = habit.next(settled, excess);
        prop_assert!((next - settled).abs() < 1e-9);
    }

    #[test]
    fn half_of_a_wow_is_taken_for_granted_after_the_half_life(inputs in inputs()) {
        // One contact a month and nobody leaves: a month of the path is a contact.
        let contacts = segment_of(&inputs, tables()).unwrap().contacts_per_purchase;
        let inputs = Inputs { purchases: Some(12.0 / contacts), retention: Some(1.0), ..inputs };
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let (expected, wow) = (firm.expectation.expected, firm.wow());
        let half = expected + 0.5 * (wow - expected);
        let excess = firm.excess_felt(wow);
        let after = |contacts: u32| {
            (0..contacts).fold(expected, |own, _| firm.habituation().next(own, excess))
        };
        match firm.half_life_of_wow() {
            Some(contacts) => {
                prop_assert!(after(contacts.floor() as u32) <= half + 1e-9);
                prop_assert!(after(contacts.ceil() as u32) >= half - 1e-9);
            }
            None => prop_assert!(after(1000) <= half + 1e-9),
        }
    }

    #[test]
    fn the_forecast_is_finite_and_drifts_by_the_inconsistency(
        inputs in inputs(), years in 0_u8..=5, controlled: bool,
    ) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let found = forecast(&inputs, f64::from(years), controlled, tables()).unwrap();
        all_finite(&found, &[]);
        prop_assert_eq!(found.len(), usize::from(years) + 1);
        let slip = firm.parameters.uncontrolled_drift * (1.0 - firm.business.consistency);
        for row in &found {
            let slip = if controlled { 0.0 } else { slip * row.year };
            prop_assert_eq!(row.level, (firm.level - slip).max(0.0));
            prop_assert!(row.loss >= 0.0);
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].expected <= pair[1].expected));
    }

    #[test]
    fn perfectly_even_service_does_not_drift(inputs in inputs()) {
        let inputs = Inputs { consistency: Consistency::Share(1.0), ..inputs };
        let found = forecast(&inputs, 5.0, false, tables()).unwrap();
        prop_assert!(found.iter().all(|row| row.level == found[0].level));
        prop_assert_eq!(found, forecast(&inputs, 5.0, true, tables()).unwrap());
    }

    #[test]
    fn an_idea_pays_back_exactly_when_it_pays(inputs in inputs(), tested in ideas()) {
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let found = idea(&inputs, &tested, tables()).unwrap();
        all_finite(&found, &[".payback_months", ".break_even_level"]);
        prop_assert_eq!(found.verdict == Worth::Pays, found.net >= 0.0);
        prop_assert_eq!(found.payback_months.is_some(), found.net >= 0.0);
        let net = found.yearly_gain - found.yearly_cost - tested.one_off / 3.0;
        prop_assert!(close(net, found.net, firm.revenue));
        if let Some(months) = found.payback_months {
            prop_assert!((0.0..=36.0).contains(&months));
            let b = &firm.business;
            let k = (b.consistency + tested.d_consistency).clamp(0.0, 1.0);
            let level = (firm.level + tested.d_level).clamp(0.0, 100.0);
            let before = firm.at(firm.level, b.consistency).years();
            let after = firm.at(level, k).years();
            let (mut come_in, mut size) = (0.0, tested.one_off);
            for (year, (after, before)) in after.iter().zip(&before).enumerate() {
                let part = (months / MONTHS - year as f64).clamp(0.0, 1.0);
                let income = after.worth() - before.worth() - found.yearly_cost;
                come_in += part * income;
                size += income.abs() + after.worth().abs();
            }
            prop_assert!((come_in - tested.one_off).abs() <= 1e-9 * size, "{come_in}");
        }
    }

    #[test]
    fn the_break_even_level_is_the_smallest_that_pays(inputs in inputs(), tested in ideas()) {
        let found = idea(&inputs, &tested, tables()).unwrap();
        let net = |d_level| idea(&inputs, &Idea { d_level, ..tested }, tables()).unwrap().net;
        match found.break_even_level {
            Some(least) => {
                prop_assert!(net(least) >= 0.0);
                prop_assert!(least < 0.05 || net(least - 0.1) < 0.0);
            }
            None => {
                let room = 100.0 - Calibrated::of(&inputs, tables()).unwrap().level;
                prop_assert!(net(0.0) < 0.0 && net((room * 10.0).floor() / 10.0) < 0.0);
            }
        }
    }

    #[test]
    fn neighbours_are_other_segments_within_a_point_and_a_half_nearest_first(
        inputs in inputs(), own in segment(),
    ) {
        let inputs = covering(Inputs { segment: Some(own.clone()), ..inputs });
        let expected = Calibrated::of(&inputs, tables()).unwrap().expectation.expected;
        let found = neighbours(&inputs, tables()).unwrap();
        prop_assert!(found.len() <= 5);
        let distance: Vec<f64> = found.iter().map(|row| (row.expected - expected).abs()).collect();
        prop_assert!(distance.iter().all(|points| *points <= 1.5 + 1e-9));
        prop_assert!(distance.windows(2).all(|pair| pair[0] <= pair[1] + 2e-9));
        prop_assert!(found.iter().all(|row| row.segment != own));
    }

    #[test]
    fn the_money_of_a_wow_buys_gestures(inputs in inputs(), cost in input("cost_of_one")) {
        let found = gestures(&inputs, cost, tables()).unwrap();
        all_finite(&found, &[]);
        prop_assert!(found.gestures_per_year >= 0.0);
    }

    #[test]
    fn at_the_break_even_of_scale_a_year_of_saving_pays_the_standard(
        n in input("orders_per_day"), minutes_individual in input("minutes_individual"),
        minutes_standard in input("minutes_standard"), exceptions in input("exceptions"),
        wage in input("wage"), days in input("days"), one_off in input("one_off"),
        shift_hours in input("shift_hours"),
    ) {
        let orders = Orders {
            orders_per_day: n, minutes_individual, minutes_standard, exceptions, wage, days,
            one_off, shift_hours,
        };
        let found = scale(&orders, tables()).unwrap();
        all_finite(&found, &[".break_even_orders_per_day"]);
        if let Some(break_even) = found.break_even_orders_per_day {
            let most = tables().input("orders_per_day").unwrap().max;
            if break_even <= most {
                let there = Orders { orders_per_day: break_even, ..orders };
                let found = scale(&there, tables()).unwrap();
                let size = found.individual_monthly * MONTHS;
                prop_assert!(close(found.saving_monthly * MONTHS, one_off, size));
            }
        }
    }
}

#[test]
fn an_idea_that_costs_nothing_and_changes_nothing_just_pays() {
    let nothing = idea(&Inputs::default(), &Idea::default(), tables()).unwrap();
    assert_eq!((nothing.net, nothing.payback_months), (0.0, Some(0.0)));
    assert_eq!(nothing.break_even_level, Some(0.0));
}

#[test]
fn a_business_that_names_no_segment_is_not_its_own_neighbour() {
    let found = neighbours(&Inputs::default(), tables()).unwrap();
    let own = tables().start.segment.as_ref();
    assert!(!found.is_empty());
    assert!(found.iter().all(|row| row.segment != own), "{found:?}");
}

#[test]
fn below_adequate_the_level_comes_before_the_standards() {
    // Even service at a bad level is reliably bad: consistency alone must not look like the cure.
    let poor = Inputs {
        delivered: Delivered::Rung("basic".into()),
        ..Inputs::default()
    };
    let levers = Calibrated::of(&poor, tables()).unwrap().outcome().levers;
    assert!(levers.level > levers.consistency);
    assert!(levers.both > levers.level);
    assert_eq!(levers.step_back, None);
}
