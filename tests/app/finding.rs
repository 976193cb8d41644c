//! What the closed panels say: every figure is the model's, in every language, for any business.

use crate::said::{answer, figure, said, say_all};
use l10n::figure::Figure;
use l10n::format::TableFormat;
use l10n::text::{Catalog, Message, Piece, Slot, say};
use model::{
    Class, Counter, Idea, Orders, Raise, Tables, Verdict, evaluate, forecast, idea, neighbours,
    queue, scale, tornado, treadmill,
};
use service_level_calculator::present::Answer;
use service_level_calculator::present::finding::{PANELS, TAKE, finding};
use service_level_calculator::present::idea::Example;
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn answer_to(entries: Entries) -> Answer {
    Answer::new(&Session::new(entries), tables()).unwrap()
}

fn business(segment: &str, tier: &str, rung: &str) -> Answer {
    answer([
        Action::Segment(segment.into()),
        Action::Tier(tier.into()),
        Action::Rung(rung.into()),
    ])
}

/// One that serves too little, one enough, one too much, and one at luxury prices.
fn businesses() -> [Answer; 4] {
    [
        business("restaurant", "premium", "basic"),
        business("clinic", "standard", "expected"),
        business("hotel", "standard", "wow"),
        business("auto_service", "luxury", "desired"),
    ]
}

fn enter(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

fn found(answer: &Answer, id: &str) -> Message {
    finding(answer, tables(), id).unwrap_or_else(|| panic!("{id} has found nothing"))
}

/// The figures of a message as English orders them.
fn figures(message: &Message) -> Vec<f64> {
    let catalog = Catalog::embedded("en").unwrap();
    let pieces = catalog.pieces(message, &TableFormat::new("en", "USD"));
    let value = |piece: Piece| match piece {
        Piece::Figure(shown) => Some(shown.value),
        Piece::Text(_) => None,
        Piece::Strong(_) => panic!("a heading stresses nothing"),
    };
    pieces.into_iter().filter_map(value).collect()
}

fn number(answer: &Answer, field: Field) -> f64 {
    answer.entries.number(field, tables())
}

#[test]
fn the_businesses_are_what_they_are_called() {
    let verdicts = businesses().map(|answer| answer.outcome.verdict);
    let [under, sufficient, over, _] = verdicts;
    assert_eq!(
        [under, sufficient, over],
        [Verdict::Under, Verdict::Sufficient, Verdict::Over]
    );
}

#[test]
fn every_panel_says_a_full_sentence_in_every_language() {
    for answer in businesses() {
        for id in PANELS.into_iter().filter(|id| !["idea", TAKE].contains(id)) {
            let message = found(&answer, id);
            for (language, _) in say::LANGUAGES {
                let words = said(language, &message);
                assert!(words.ends_with('.'), "{language}: {words}");
                println!("{language} {id}: {words}");
            }
        }
    }
    assert_eq!(finding(&businesses()[0], tables(), "no such panel"), None);
}

#[test]
fn every_market_has_its_words() {
    for segment in tables().segments.iter() {
        for tier in tables().tiers.iter() {
            for rung in ["terrible", "expected", "unbelievable"] {
                let answer = business(&segment.id, &tier.id, rung);
                let all: Vec<Message> = PANELS
                    .into_iter()
                    .filter_map(|id| finding(&answer, tables(), id))
                    .collect();
                // Without an idea, and what is taken away finds nothing.
                let found = PANELS.len() - 2 - usize::from(segment.queue.is_none());
                assert_eq!(all.len(), found);
                say_all(&all);
            }
        }
    }
}

#[test]
fn going_back_costs_what_the_model_says() {
    let others = |answer: &Answer| answer.outcome.verdict != Verdict::Over;
    for answer in businesses().into_iter().filter(others) {
        let (raised_by, months) = (
            number(&answer, Field::RaisedBy),
            number(&answer, Field::MonthsRaised),
        );
        let raise = Raise {
            from: None,
            raised_by,
            months_raised: months,
            months: None,
        };
        let run = treadmill(&answer.entries.inputs(tables()), &raise, tables()).unwrap();
        let used = answer
            .firm
            .business
            .months_of(run.half_life_purchases.unwrap());
        let after = tables().constants.treadmill_months - months;
        let message = found(&answer, "treadmill");
        let wanted = [used, months, run.cost_of_going_back, after];
        assert_eq!(figures(&message), wanted);
        let named = figure(&message, "treadmill.cost_of_going_back");
        assert_eq!(named, Some(run.cost_of_going_back));
    }
}

#[test]
fn who_is_too_good_hears_what_the_way_back_from_there_costs() {
    let [_, _, over, _] = businesses();
    let outcome = evaluate(&over.entries.inputs(tables()), tables()).unwrap();
    let cost = outcome.levers.cost_of_going_back.unwrap();
    let months = tables().constants.treadmill_months;
    let message = found(&over, "treadmill");
    let wanted = [outcome.level, outcome.sufficient, cost, months];
    assert_eq!(figures(&message), wanted);
    assert!(cost > 0.0);
}

#[test]
fn a_raise_that_stays_costs_no_way_back_and_a_wow_may_never_wear_off() {
    let stays = enter(Field::MonthsRaised, tables().constants.treadmill_months);
    let special = Action::Parameter("habituation_share".into(), Some(0.5));
    let message = found(&answer([stays.clone()]), "treadmill");
    assert_eq!(figures(&message).len(), 1);
    let back = found(&answer([special.clone()]), "treadmill");
    assert!(figure(&back, "treadmill.cost_of_going_back").unwrap() > 0.0);
    assert_eq!(figures(&back).len(), 3);
    say_all([&message, &back]);
    let neither = answer([stays, special]);
    assert_eq!(finding(&neither, tables(), "treadmill"), None);
}

#[test]
fn the_forecast_says_in_which_year_customers_no_longer_accept_it() {
    let mut kinds = [false; 3];
    for level in (60..90).step_by(2) {
        let answer = answer([
            Action::By(DeliveredBy::Level),
            enter(Field::Level, f64::from(level)),
        ]);
        let inputs = answer.entries.inputs(tables());
        let years = forecast(&inputs, 5.0, false, tables()).unwrap();
        // Customers accept what lies `tolerance_below` beneath what they expect.
        let accepted = |expected: f64| (expected - answer.firm.parameters.tolerance_below).max(0.0);
        let below = years
            .iter()
            .find(|year| year.level < accepted(year.expected));
        let (kind, wanted) = match below {
            Some(year) if year.year == 0.0 => (0, vec![year.level, accepted(year.expected)]),
            Some(year) => (1, vec![year.year, year.level, accepted(year.expected)]),
            None => (2, vec![5.0, years[5].loss]),
        };
        kinds[kind] = true;
        let message = found(&answer, "forecast");
        let shown = figures(&message);
        assert_eq!(shown.len(), wanted.len());
        for (shown, wanted) in shown.iter().zip(&wanted) {
            assert!((shown - wanted).abs() < 1e-9, "{shown} against {wanted}");
        }
        say_all([&message]);
    }
    assert_eq!(kinds, [true; 3], "now, then, never");
}

#[test]
fn the_number_that_moves_the_loss_most_is_the_longest_bar_s() {
    for answer in businesses() {
        let swings = tornado(&answer.entries.inputs(tables()), tables()).unwrap();
        let (low, high) = (swings[0].low, swings[0].high);
        let message = found(&answer, "certainty");
        assert_eq!(figures(&message), [low.min(high), low.max(high)]);
        let label = said("en", &say::parameter(&swings[0].id).unwrap());
        assert!(said("en", &message).contains(&label));
    }
}

#[test]
fn the_best_idea_is_told_once_there_is_one() {
    for answer in businesses() {
        assert_eq!(finding(&answer, tables(), "idea"), None);
        let name = |name: &str| name.to_owned();
        let one = Example::Adds.added_to(&answer.entries, name("Call"), tables());
        let two = Example::Trims.added_to(&one, name("Fewer questions"), tables());
        let inputs = answer.entries.inputs(tables());
        let net = |one_off, monthly, minutes, d_level| {
            let asked = Idea {
                one_off,
                monthly,
                minutes,
                wage: number(&answer, Field::Wage),
                d_level,
                d_consistency: 0.0,
            };
            idea(&inputs, &asked, tables()).unwrap().net
        };
        let factor = tables().example_factor(&answer.entries.currency);
        let adds = net(500.0 * factor, 50.0 * factor, 3.0, 3.0);
        let trims = net(200.0 * factor, 0.0, -2.0, 0.0);
        let alone = found(&answer_to(one), "idea");
        assert_eq!(figures(&alone), [adds]);
        assert!(said("ru", &alone).contains("«Call»"));
        let best = found(&answer_to(two), "idea");
        assert_eq!(figures(&best), [2.0, adds.max(trims)]);
        let name = if adds > trims {
            "Call"
        } else {
            "Fewer questions"
        };
        assert!(said("en", &best).contains(name));
        say_all([&alone, &best]);
    }
}

/// The orders of an answer as the model takes them.
fn orders(answer: &Answer) -> Orders {
    let number = |field| number(answer, field);
    Orders {
        orders_per_day: number(Field::OrdersPerDay),
        minutes_individual: number(Field::MinutesIndividual),
        minutes_standard: number(Field::MinutesStandard),
        exceptions: number(Field::Exceptions),
        wage: number(Field::Wage),
        days: number(Field::Days),
        one_off: number(Field::StandardOneOff),
        shift_hours: number(Field::ShiftHours),
    }
}

#[test]
fn a_standard_pays_from_where_the_model_says() {
    for (numbers, key) in [
        (vec![(Field::OrdersPerDay, 200.0)], 0),
        (vec![(Field::OrdersPerDay, 1.0)], 1),
        (vec![(Field::StandardOneOff, 0.0)], 2),
        (vec![(Field::Exceptions, 1.0)], 3),
    ] {
        let answer = answer(numbers.iter().map(|(field, value)| enter(*field, *value)));
        let orders = orders(&answer);
        let model = scale(&orders, tables()).unwrap();
        let (own, saving) = (orders.orders_per_day, model.saving_monthly);
        let from = model.break_even_orders_per_day;
        let wanted = match key {
            0 => vec![from.unwrap(), own, saving],
            1 => vec![from.unwrap(), own],
            2 => vec![own, saving],
            _ => vec![],
        };
        let message = found(&answer, "scale");
        assert_eq!(figures(&message), wanted, "{}", said("en", &message));
        say_all([&message]);
    }
}

#[test]
fn work_of_which_nothing_is_entered_is_called_an_example() {
    let is_example = |message: Message| said("en", &message).contains("example");
    for (id, field) in [("scale", Field::OrdersPerDay), ("queue", Field::Staff)] {
        assert!(is_example(found(&answer([]), id)));
        assert!(!is_example(found(&answer([enter(field, 3.0)]), id)));
    }
}

#[test]
fn as_many_wait_too_long_as_the_model_says() {
    for staff in [1.0, 2.0, 3.0, 5.0, 40.0] {
        let answer = answer([
            enter(Field::Staff, staff),
            enter(Field::Arrivals, 30.0),
            enter(Field::ContactMinutes, 5.0),
            enter(Field::CareMinutes, 2.0),
        ]);
        let tolerance_s = number(&answer, Field::Tolerance);
        let counter = |minutes| Counter {
            arrivals_per_hour: 30.0,
            minutes,
            staff,
            tolerance_s,
        };
        let [now, then] = [5.0, 7.0].map(|minutes| queue(&counter(minutes), tables()).unwrap());
        let message = found(&answer, "queue");
        let over = |queue: &model::Queue| queue.wait.as_ref().map(|wait| wait.p_over);
        let wanted = match (over(&now), over(&then)) {
            (None, _) => vec![staff, now.staff_needed],
            (Some(share), None) => vec![tolerance_s, share, 2.0],
            // Of fewer than one in a thousand words tell.
            (Some(share), Some(_)) if share < 0.001 => vec![tolerance_s, 2.0],
            (Some(share), Some(after)) => vec![tolerance_s, share, 2.0, after],
        };
        assert_eq!(figures(&message), wanted, "{}", said("en", &message));
        say_all([&message]);
    }
}

#[test]
fn the_two_nearest_markets_are_the_model_s() {
    for answer in businesses() {
        let near = neighbours(&answer.entries.inputs(tables()), tables()).unwrap();
        let message = found(&answer, "neighbours");
        let wanted: Vec<f64> = near.iter().take(2).map(|row| row.expected).collect();
        assert_eq!(figures(&message), wanted);
        for row in near.iter().take(2) {
            let name = said("ru", &say::segment(&row.segment).unwrap());
            assert!(said("ru", &message).contains(&name));
        }
    }
}

#[test]
fn where_one_market_is_near_or_none_it_says_so() {
    let mut few = tables().clone();
    few.constants.neighbour_count = 1.0;
    let one = finding(&business("clinic", "standard", "basic"), &few, "neighbours").unwrap();
    assert_eq!(figures(&one).len(), 1);
    few.constants.neighbour_count = 0.0;
    let none = finding(&business("clinic", "standard", "basic"), &few, "neighbours").unwrap();
    assert_eq!(none, say::finding_neighbours_none());
    say_all([&one, &none]);
}

#[test]
fn the_target_is_what_the_sufficient_level_gives() {
    for answer in businesses() {
        let outcome = evaluate(&answer.entries.inputs(tables()), tables()).unwrap();
        let good = answer.firm.good_consistency();
        let aim = answer.firm.yearly(outcome.sufficient, good).dissatisfied;
        let message = found(&answer, "kpi");
        assert_eq!(figures(&message), [outcome.dissatisfied, aim]);
        let met = said("en", &message).contains("within the target");
        assert_eq!(met, outcome.dissatisfied <= aim);
    }
}

#[test]
fn the_assumptions_of_the_tables_are_counted() {
    let parameters = &tables().parameters;
    let assumed = parameters
        .iter()
        .filter(|row| row.class == Class::Assumption);
    let (assumed, all) = (assumed.count() as f64, parameters.len() as f64);
    let message = found(&answer([]), "method");
    assert_eq!(figures(&message), [assumed, all]);
    let change = Action::Parameter("habituation_share".into(), Some(0.5));
    let changed = found(&answer([change]), "method");
    assert_eq!(figures(&changed), [assumed, all, 1.0]);
    say_all([&changed]);
}

#[test]
fn a_level_that_is_looked_at_has_findings_of_its_own() {
    let looked_at = answer([
        Action::By(DeliveredBy::Level),
        enter(Field::Level, 60.0),
        Action::WhatIf(Some(90.0)),
    ]);
    let message = found(&looked_at, "kpi");
    assert_eq!(figures(&message)[0], looked_at.outcome.dissatisfied);
}

#[test]
fn without_names_the_figures_stay_the_same() {
    let message: Message = say::FindingIdea {
        name: say::IdeaASaving {
            cost: Figure::money(7.0).named("inner"),
        }
        .into(),
        net: Figure::money(5.0).named("outer").signed(),
    }
    .into();
    let bare = message.clone().unnamed();
    assert_eq!(figures(&bare), figures(&message));
    assert_eq!(said("ru", &bare), said("ru", &message));
    let Message::Keyed { slots, .. } = &bare else {
        panic!("it has a key");
    };
    assert!(slots.iter().any(|slot| matches!(slot, Slot::Text(_))));
    for name in ["inner", "outer"] {
        assert!(figure(&message, name).is_some());
        assert_eq!(figure(&bare, name), None);
    }
}
