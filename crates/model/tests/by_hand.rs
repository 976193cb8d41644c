//! Figures computed by hand from the formulas, beside the golden cases.

use serde_json::{Value, json};
use service_level_model::answer::answer;
use service_level_model::{
    Business, Calibrated, Class, Consistency, Counter, Delivered, Exceeding, Idea, Inputs, Levers,
    Orders, Outcome, Price, Queue, QueueExample, Range, SEED, Segment, SegmentParameter, Shift,
    Study, Sufficient, Tables, Verdict, VerdictShares, Warning, evaluate, idea, nearest,
    neighbours, scale, tornado,
};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn clinic() -> Inputs {
    Inputs {
        segment: Some("clinic".into()),
        customers: Some(1000.0),
        cheque: Some(100.0),
        ..Inputs::default()
    }
}

fn business(inputs: &Inputs) -> Business {
    Business::new(inputs, tables()).unwrap()
}

fn firm(inputs: &Inputs) -> Calibrated {
    Calibrated::of(inputs, tables()).unwrap()
}

fn close(found: f64, expected: f64) {
    let off = (found - expected).abs();
    assert!(off <= 1e-9 * expected.abs(), "{found}, not {expected}");
}

#[test]
fn of_six_contacts_a_year_five_take_ten_months() {
    let inputs = Inputs {
        purchases: Some(6.0),
        ..clinic()
    };
    assert_eq!(business(&inputs).months_of(5.0), 10.0);
}

#[test]
fn the_spread_of_service_falls_evenly_with_consistency() {
    // s_max = 8.5 points without consistency, s_min = 3 with all of it.
    let firm = firm(&clinic());
    for (k, spread) in [(0.0, 8.5), (0.5, 5.75), (1.0, 3.0)] {
        close(firm.delivered_spread(k), spread);
    }
}

#[test]
fn what_exceeding_brings_is_the_sum_of_its_four_benefits() {
    let exceeding = Exceeding {
        extra_cost: 50_000.0,
        premium: 1.0,
        delight: 20.0,
        advocates: 300.0,
        loss_avoided: 4000.0,
    };
    assert_eq!(exceeding.brings(), 4321.0);
}

#[test]
fn the_revenue_at_risk_is_that_of_those_who_leave_and_of_those_who_buy_less() {
    let found = evaluate(&clinic(), tables()).unwrap();
    // Of those who are dissatisfied and stay, 34 % buy half as much.
    let reducing = found.dissatisfied.min(1.0 - found.service_churn);
    let share = found.service_churn + reducing * 0.34 * 0.5;
    close(found.revenue_at_risk(), share);
    close(found.revenue_lost_next_year, share * found.revenue);
}

#[test]
fn one_customer_lost_in_some_years_is_fewer_than_one_a_year() {
    let years = |customers_lost| {
        let outcome = evaluate(&clinic(), tables()).unwrap();
        let outcome = Outcome {
            customers_lost,
            ..outcome
        };
        outcome.years_per_customer_lost()
    };
    let lost = [0.0, 0.25, 1.0, 2.0];
    assert_eq!(lost.map(years), [None, Some(4.0), None, None]);
}

#[test]
fn more_buyers_on_enquiry_than_customers_are_warned_of() {
    let warnings = |conversion| {
        let inputs = Inputs {
            customers: Some(12.0),
            enquiries: Some(2.0),
            conversion: Some(conversion),
            ..clinic()
        };
        evaluate(&inputs, tables()).unwrap().warnings
    };
    // 12 months of 2 enquiries, half of which buy, are as many as there are customers.
    assert_eq!(warnings(0.5), []);
    assert_eq!(warnings(0.51), [Warning::EnquiriesExceedCustomers]);
}

#[test]
fn the_advice_to_hold_needs_a_loss() {
    let holds = |net| {
        let levers = Levers {
            step_back_net: net,
            ..Levers::default()
        };
        levers.holds()
    };
    assert!(holds(Some(-0.01)) && !holds(Some(0.0)) && !holds(Some(1.0)) && !holds(None));
}

#[test]
fn the_band_reaches_to_its_ends_but_for_rounding() {
    let band = Sufficient {
        level: 75.0,
        low: 70.0,
        high: 80.0,
        value: 0.0,
    };
    for (level, verdict, id) in [
        (70.0 - 1e-8, Verdict::Under, "under"),
        (70.0 - 1e-10, Verdict::Sufficient, "sufficient"),
        (80.0 + 1e-10, Verdict::Sufficient, "sufficient"),
        (80.0 + 1e-8, Verdict::Over, "over"),
    ] {
        assert_eq!(band.verdict(level), verdict, "{level}");
        assert_eq!(verdict.id(), id);
        assert_eq!(json!(verdict), json!(id));
    }
}

#[test]
fn every_verdict_has_its_share() {
    let shares = VerdictShares {
        under: 0.2,
        sufficient: 0.7,
        over: 0.1,
    };
    let verdicts = [Verdict::Under, Verdict::Sufficient, Verdict::Over];
    assert_eq!(verdicts.map(|verdict| shares.of(verdict)), [0.2, 0.7, 0.1]);
}

#[test]
fn the_example_of_a_counter_is_twice_as_busy_as_on_average() {
    // 1,800 customers with 4 contacts are 3 an hour in 300 days of 8 hours, and 6 at the peak.
    let inputs = Inputs {
        customers: Some(1800.0),
        purchases: Some(4.0),
        ..clinic()
    };
    let row = QueueExample {
        minutes: 18.0,
        tolerance_s: 90.0,
    };
    let counter = Counter::example(&business(&inputs), &row, tables());
    let expected = Counter {
        arrivals_per_hour: 6.0,
        minutes: 18.0,
        // 108 minutes of work an hour, for people who are busy 85 % of the time.
        staff: 3.0,
        tolerance_s: 90.0,
    };
    assert_eq!(counter, expected);
    // 600 minutes an hour: ten people would be busy all the time, twelve are busy 83 % of it.
    assert_eq!(Counter::example_staff(60.0, 10.0, tables()), 12.0);
    // No more than can be entered.
    let crowd = Inputs {
        customers: Some(1e9),
        ..inputs
    };
    let counter = Counter::example(&business(&crowd), &row, tables());
    assert_eq!(counter.arrivals_per_hour, 100_000.0);
}

#[test]
fn the_extra_people_are_those_that_are_missing_and_cost_whole_shifts() {
    let needing = |staff_needed| Queue {
        wait: None,
        staff_needed,
    };
    let (now, later) = (needing(3.0), needing(5.0));
    assert_eq!(
        (now.extra_people(&later), later.extra_people(&now)),
        (2.0, 0.0)
    );
    let shift = Shift {
        wage: 6.0,
        hours: 8.0,
        days: 22.0,
    };
    assert_eq!(shift.monthly_cost(2.0), 2112.0);
}

#[test]
fn the_example_of_orders_is_the_purchases_of_a_day() {
    // 1,000 customers with 2.64 purchases, in 264 days.
    let orders = |customers| {
        let inputs = Inputs {
            customers: Some(customers),
            purchases: Some(2.64),
            ..clinic()
        };
        Orders::example_per_day(&business(&inputs), tables())
    };
    assert_eq!((orders(1000.0), orders(1.0)), (10.0, 1.0));
}

#[test]
fn a_standard_that_saves_no_time_never_pays() {
    let orders = Orders {
        orders_per_day: 10.0,
        minutes_individual: 5.0,
        minutes_standard: 8.0,
        exceptions: 0.2,
        wage: 6.0,
        days: 22.0,
        one_off: 100.0,
        shift_hours: 8.0,
    };
    let never = |orders: &Orders| {
        let found = scale(orders, tables()).unwrap();
        found.break_even_orders_per_day.is_none()
    };
    assert!(never(&orders));
    let quick = Orders {
        minutes_standard: 4.0,
        ..orders
    };
    assert!(!never(&quick));
    assert!(never(&Orders { wage: 0.0, ..quick }));
    assert!(never(&Orders { days: 0.0, ..quick }));
}

#[test]
fn the_nearest_to_learn_from_are_five_however_far() {
    // What customers of a clinic expect at a twentieth of the price, few others do.
    let inputs = Inputs {
        price: Price::Ratio(0.05),
        ..clinic()
    };
    assert_eq!(neighbours(&inputs, tables()), Ok(Vec::new()));
    let found = nearest(&inputs, tables()).unwrap();
    assert_eq!(found.len(), 5);
    let expected = firm(&inputs).expectation.expected;
    let distances: Vec<f64> = found
        .iter()
        .map(|row| (row.expected - expected).abs())
        .collect();
    assert!(distances.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9));
    assert!(distances[0] > 1.5);
}

#[test]
fn an_idea_may_pay_at_the_highest_level_only() {
    let inputs = Inputs {
        delivered: Delivered::Level(74.0),
        ..clinic()
    };
    let gain = |d_level| {
        let tested = Idea {
            d_level,
            ..Idea::default()
        };
        idea(&inputs, &tested, tables()).unwrap().yearly_gain
    };
    let break_even = |yearly_cost: f64| {
        let tested = Idea {
            monthly: yearly_cost / 12.0,
            ..Idea::default()
        };
        idea(&inputs, &tested, tables()).unwrap().break_even_level
    };
    let (before, at_the_top) = (gain(25.9), gain(26.0));
    assert!(before < at_the_top);
    assert_eq!(break_even(0.5 * (before + at_the_top)), Some(26.0));
    assert_eq!(break_even(at_the_top + 1.0), None);
}

/// Section 8, by hand: gestures to a share of all contacts of a clinic on its expected level.
fn gesture_by_hand(contacts: f64, share: f64, cost_of_one: f64) -> [f64; 3] {
    let inputs = Inputs {
        purchases: Some(contacts),
        retention: Some(0.8),
        ..clinic()
    };
    let firm = firm(&inputs);
    let (p, n) = (&firm.parameters, contacts);
    let (expected, wow) = (74.0, 89.0);
    // y, and the novelty of a gesture.
    let felt = firm.excess_felt(wow);
    let leaving = 1.0 - 0.8_f64.powf(1.0 / n);
    let (used, unused) = (share * 0.25, (1.0 - share) * 0.25 / 2.0);
    let more = used * 0.8 * felt / (used + unused + leaving);
    let novelty = 1.0 - (-(wow - expected - more) / p.delight_scale).exp();
    // Customers touched, and what they are worth.
    let touched = if n < 1.0 {
        share * n
    } else {
        1.0 - (1.0 - share).powf(n)
    };
    let margin = 100.0 * n * 0.6;
    let left = 100.0 * n * (0.6 - 0.28);
    let stay = (-firm.other_hazard * (1.0 - 0.1 * novelty)).exp();
    let value = left / (1.0 + 0.12 - stay);
    let kept = stay - (-firm.other_hazard).exp();
    let told = n * share * novelty * 0.02 * (margin + stay * value);
    let brings = 1000.0 * (touched * kept * value + told);
    let own = firm.at(firm.level, 0.6);
    let spoils = own.flow(expected + more).loss() - own.flow(expected).loss();
    let found = firm.gesture(share, cost_of_one);
    close(found.own_expectation, expected + more);
    close(found.brings, brings);
    close(found.spoils, spoils);
    close(found.cost, 1000.0 * n * share * cost_of_one);
    close(found.net, found.brings - found.spoils - found.cost);
    [found.brings, found.spoils, found.cost]
}

#[test]
fn gestures_touch_as_many_customers_as_there_are_contacts_or_fewer() {
    for contacts in [0.5, 1.0, 3.0] {
        for share in [0.1, 0.5, 1.0] {
            let found = gesture_by_hand(contacts, share, 2.0);
            assert!(found.iter().all(|money| *money > 0.0), "{found:?}");
        }
    }
}

#[test]
fn roubles_have_examples_of_their_own_and_other_currencies_scale_dollars() {
    let clinic = tables().segment("clinic").unwrap();
    for (currency, cheque) in [
        ("RUB", 7200.0),
        ("USD", 120.0),
        ("GBP", 96.0),
        ("XXX", 120.0),
    ] {
        close(tables().example_cheque(clinic, currency), cheque);
    }
    assert_eq!(tables().example_factor("KZT"), 300.0);
}

#[test]
fn a_parameter_of_a_segment_s_own_is_put_in_the_order_of_the_ids_or_in_place() {
    let own = |id: &'static str, value: f64| SegmentParameter {
        id: id.into(),
        range: Range {
            value,
            low: value,
            high: value,
        },
        class: Class::Assumption,
        evidence: Vec::new().into(),
    };
    let ids = |segment: &Segment| -> Vec<String> {
        let rows = segment.parameters.iter();
        rows.map(|row| row.id.to_string()).collect()
    };
    let mut hotel = tables().segment("hotel").unwrap().clone();
    hotel.set_own(own("told_prospects_lost", 0.1));
    hotel.set_own(own("advocates", 0.2));
    let expected = ["advocates", "reputation_per_star", "told_prospects_lost"];
    assert_eq!(ids(&hotel), expected);
    hotel.set_own(own("reputation_per_star", 0.3));
    assert_eq!(ids(&hotel), expected);
    let values = hotel.parameters.iter().map(|row| row.range.value);
    assert_eq!(values.collect::<Vec<_>>(), [0.2, 0.3, 0.1]);
}

#[test]
fn a_parameter_can_be_asked_about_by_its_id() {
    let ask = |parameters: Value| {
        let input = json!({"segment": "hotel", "customers": 100, "cheque": 100, "purchases": 1,
            "level": 66, "parameters": parameters});
        let found = answer("outcome", &input.to_string(), tables())?;
        Ok::<Value, String>(serde_json::from_str(&found).unwrap())
    };
    // Rev·μ·q_rep·(E − Q)/20: 10,000 at a margin of 70 %, half a star below the market.
    for (parameters, reputation) in [
        (json!({}), 10_000.0 * 0.7 * 0.14 * 0.5),
        (
            json!({"reputation_per_star": 0.05}),
            10_000.0 * 0.7 * 0.05 * 0.5,
        ),
        (json!({"advocates": 0.01}), 10_000.0 * 0.7 * 0.14 * 0.5),
    ] {
        let found = ask(parameters).unwrap();
        close(
            found["loss_lines"]["reputation"].as_f64().unwrap(),
            reputation,
        );
    }
    for (parameters, part) in [
        (json!({"luck": 0.1}), "parameters.luck: no such parameter"),
        (json!({"reputation_per_star": 0.5}), "within the range"),
        (
            json!({"reputation_per_star": "x"}),
            "parameters.reputation_per_star",
        ),
    ] {
        let refused = ask(parameters).unwrap_err();
        assert!(refused.starts_with("parameters"), "{refused}");
        assert!(refused.contains(part), "{part} in {refused}");
    }
}

#[test]
fn the_rest_of_the_draws_can_be_drawn_later() {
    let study = Study::new(&clinic(), tables()).unwrap();
    let all: Vec<_> = study.draws(SEED).take(5).collect();
    let mut draws = study.draws(SEED);
    let mut found: Vec<_> = draws.by_ref().take(2).collect();
    found.extend(study.draws(draws.seed()).take(3));
    assert_eq!(found, all);
}

#[test]
fn what_moves_no_loss_is_left_out_of_the_tornado() {
    // Nobody is dissatisfied where service is even and far above what a low price promises, and
    // where customers come too rarely to get used to it.
    let inputs = Inputs {
        price: Price::Ratio(0.05),
        purchases: Some(0.01),
        delivered: Delivered::Level(100.0),
        consistency: Consistency::Share(1.0),
        ..clinic()
    };
    assert_eq!(evaluate(&inputs, tables()).unwrap().loss, 0.0);
    let found = tornado(&inputs, tables()).unwrap();
    assert!(
        found.iter().all(|row| row.low > 0.0 || row.high > 0.0),
        "{found:?}"
    );
}

#[test]
fn what_moves_the_loss_at_one_end_stands_in_the_tornado() {
    // At so high a price customers expect the most there can be, 95 points, and no less unless the
    // segment's own level is at its low end.
    let inputs = Inputs {
        segment: Some("restaurant".into()),
        price: Price::Ratio(6.7),
        delivered: Delivered::Level(90.0),
        ..Inputs::default()
    };
    let central = evaluate(&inputs, tables()).unwrap();
    assert_eq!(central.expected, 95.0);
    let found = tornado(&inputs, tables()).unwrap();
    let row = found.iter().find(|row| row.id == "expected").unwrap();
    assert_eq!(row.high, central.loss);
    assert!(row.low < central.loss);
}

#[test]
fn a_retention_that_was_counted_stands_in_the_tornado() {
    let moved = |retention_of| {
        let inputs = Inputs {
            retention: Some(0.7),
            retention_of,
            delivered: Delivered::Rung("basic".into()),
            ..clinic()
        };
        let found = tornado(&inputs, tables()).unwrap();
        found.iter().any(|row| row.id == "retention")
    };
    assert!(moved(Some(40.0)) && !moved(None));
}

#[test]
fn levels_from_one_to_another_are_both_ends_and_the_grid_between() {
    let firm = firm(&clinic());
    let levels = |from, to, stride| -> Vec<f64> { firm.levels(from, to, stride).collect() };
    assert_eq!(levels(67.0, 67.3, 1), [67.0, 67.1, 67.2, 67.3]);
    assert_eq!(levels(66.95, 67.5, 2), [66.95, 67.0, 67.2, 67.4, 67.5]);
}

#[test]
fn nothing_is_below_the_lowest_level_of_the_grid() {
    let firm = firm(&clinic());
    let value = |level| firm.yearly(level, 0.6).value();
    assert_eq!(firm.best_below(67.0, 0.6), None);
    assert_eq!(firm.best_below(67.1, 0.6), Some(value(67.0)));
}
