//! Every figure in the sentences of the explanations is the model's own, by the name of its slot.

use crate::said::answer;
use l10n::text::{Message, Slot, packed};
use model::{Tables, evaluate};
use serde_json::{Value, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::present::explain::Explanation;
use service_level_calculator::session::{Action, DeliveredBy, Entry, Field};
use std::collections::BTreeSet;

fn tables() -> &'static Tables {
    Tables::built_in()
}

/// Figures whose explanations have a sentence each.
const NAMES: [&str; 31] = [
    "expected",
    "level",
    "loss",
    "loss_within_year",
    "loss_lines.leavers",
    "loss_lines.reduced",
    "loss_lines.walkouts",
    "loss_lines.word_of_mouth",
    "loss_lines.reputation",
    "exceeding.extra_cost",
    "sufficient",
    "gap_to_sufficient",
    "rule_band.0",
    "levers.level",
    "levers.consistency",
    "levers.both",
    "levers.step_back",
    "levers.cost_of_going_back",
    "residual",
    "per_thousand.stay",
    "consistency",
    "revenue_lost_next_year",
    "treadmill.cost_of_going_back",
    "forecast.controlled.5",
    "ideas.0.net",
    "scale.own.individual_monthly",
    "queue.extra_cost",
    "uncertainty.loss.low",
    "neighbours.0.expected",
    "kpi.dissatisfied",
    "level_gap",
];

/// Name of a text and its figures by the names of their slots.
fn figures(message: &Message) -> (String, Vec<(String, f64)>) {
    let Message::Keyed { key, slots } = message else {
        panic!("{message:?} is no text of ours");
    };
    let key = format!("{key:?}");
    let (_, keys) = packed::FILES
        .iter()
        .find(|(file, _)| *file == "keys.txt")
        .unwrap();
    let line = keys
        .lines()
        .find(|line| line.split(' ').next() == Some(&*key));
    let names = line.unwrap().split(' ').skip(1);
    let figure = |(name, slot): (&str, &Slot)| match slot {
        Slot::Figure(figure) => Some((name.to_owned(), figure.value)),
        Slot::Text(_) => None,
    };
    let figures = names.zip(slots).filter_map(figure).collect();
    (key, figures)
}

/// What the model's own outcome, the inputs and the tables say of a slot.
fn wanted(name: &str, key: &str, slot: &str, answer: &Answer) -> f64 {
    let own = answer.entries.inputs(tables());
    let outcome = match answer.is_what_if {
        // Fitted where it stands, and then looked at elsewhere: only the answer has that.
        true => to_value(&answer.outcome),
        false => to_value(evaluate(&own, tables()).unwrap()),
    };
    let outcome = outcome.unwrap();
    let o = |path: &str| {
        let value = outcome.pointer(&format!("/{}", path.replace('.', "/")));
        value.and_then(Value::as_f64).unwrap_or_default()
    };
    let segment = answer.entries.segment_row(tables()).unwrap();
    let p = |id: &str| match segment.parameter(id) {
        Some(own) => own.range.value,
        None => tables().parameter(id).unwrap().range.value,
    };
    let number = |field| answer.entries.number(field, tables());
    let (customers, cheque) = (number(Field::Customers), number(Field::Cheque));
    let (purchases, margin) = (number(Field::Purchases), number(Field::Margin));
    let c = &tables().constants;
    let k = o("consistency");
    let cost_at_expected = answer.firm.cost_at_expected;
    let left = (margin - cost_at_expected).max(c.band_floor * margin);
    let tolerance = c.band_tolerance * o("revenue") * left;
    let stars = (o("expected") - o("level")) / c.points_per_star;
    let good = k.max(c.good_consistency);
    let lever = name.strip_prefix("levers.").unwrap_or_default();
    let topic = key.strip_prefix("explain.").unwrap();
    // Odds take the place of a number of customers below one; the other figures are the same.
    let topic = topic.strip_suffix("_few").unwrap_or(topic);
    let (topic, of_odds) = match topic.strip_suffix("_odds") {
        Some(topic) => (topic, true),
        None => (topic, false),
    };
    match (topic, slot) {
        ("people", "dissatisfied" | "unavoidable") if of_odds => o(match slot {
            "dissatisfied" => slot,
            _ => "unavoidable_churn",
        }),
        (_, "segment") => segment.expected.value,
        (_, "ratio") => {
            let tier = tables()
                .tiers
                .iter()
                .find(|row| row.id == *answer.entries.tier);
            tier.unwrap().price_ratio
        }
        ("level_rung", "offset") => {
            let id = answer.entries.rung.as_deref().unwrap();
            tables()
                .ladder
                .iter()
                .find(|row| row.id == id)
                .unwrap()
                .offset
        }
        ("level_practices", "offset") => o("level") - o("expected"),
        ("level_measured", "dissatisfied") => number(Field::Measured),
        ("level_looked", "own") => answer.own_level,
        ("lever", "to_level") if lever == "consistency" => o("level").max(o("sufficient")),
        (_, "to_level" | "best") => o("sufficient"),
        ("lever", "to_consistency") if matches!(lever, "consistency" | "both") => good,
        ("lever", "to_consistency") => k,
        ("lever", "gain") => o(name),
        ("going_back", "cost") => o("levers.cost_of_going_back"),
        ("target" | "avoidable", "consistency") => good,
        (_, "consistency") => k,
        (_, "purchases") => purchases,
        ("queue", "arrivals") => number(Field::Arrivals),
        ("queue", "minutes") => number(Field::ContactMinutes),
        ("queue", "staff") => number(Field::Staff),
        ("scale", "wage") => number(Field::Wage),
        ("scale", "individual") => number(Field::MinutesIndividual),
        ("scale", "standard") => number(Field::MinutesStandard),
        ("scale", "exceptions") => number(Field::Exceptions),
        ("idea", "contacts") | ("walkouts", "contacts") => customers * purchases,
        ("walkouts", "dropped") => p("walkout_share"),
        ("walkouts", "margin_each") => cheque * margin,
        ("reduced", "margin_each") => cheque * purchases * margin,
        ("reduced", "staying") => p("reduce_share"),
        ("reduced", "cut") => p("reduce_depth"),
        ("word_of_mouth", "told") => 100.0 * p("told_prospects_lost"),
        ("word_of_mouth", "value_each") => {
            o("loss_lines.word_of_mouth")
                / (customers * o("dissatisfied") * p("told_prospects_lost"))
        }
        ("reputation", "gap") => o("expected") - o("level"),
        ("exceeding", "gap") => o("level") - o("expected"),
        ("reputation", "stars") => stars,
        ("reputation", "per_star") => p("reputation_per_star"),
        ("reputation", "margin") => margin,
        ("exceeding", "extra") => o("exceeding.extra_cost"),
        ("exceeding", "premium") => o("exceeding.premium"),
        ("exceeding", "delight") => o("exceeding.delight"),
        ("exceeding", "advocates") => o("exceeding.advocates"),
        ("exceeding", "avoided") => o("exceeding.loss_avoided"),
        ("sufficient", "low") => o("band.0"),
        ("sufficient", "high") => o("band.1"),
        ("rule", "low") => o("rule_band.0"),
        ("rule", "high") => o("rule_band.1"),
        (_, "tolerance") => tolerance,
        (_, "tolerance_share") => c.band_tolerance,
        ("forgone", "forgone") => o("gap_to_sufficient"),
        ("within_year", "within") => o("loss_within_year"),
        ("within_year", "later") => o("loss") - o("loss_within_year"),
        ("avoidable", "by_level") => o("avoidable_by_level"),
        ("avoidable", "by_consistency") => o("avoidable_by_consistency"),
        ("avoidable", "rest") => o("residual"),
        ("people", "unavoidable") => customers * o("unavoidable_churn"),
        ("people", "stay") => o("retention"),
        ("consistency", "spread") => {
            let (most, least) = (p("spread_without_standards"), p("spread_with_standards"));
            most - (most - least) * k
        }
        ("next_year", "lost") => o("revenue_lost_next_year"),
        ("next_year", "share_lost") => o("revenue_lost_next_year") / o("revenue"),
        ("treadmill", "per_purchase") => p("habituation_rate"),
        ("treadmill", "habituated") => p("habituation_share"),
        ("forecast", "rise") => p("market_escalator"),
        ("forecast", "drift") => p("uncontrolled_drift") * (1.0 - k),
        ("neighbours", "points") => c.neighbour_points,
        (topic @ ("leavers" | "reduced" | "walkouts" | "word_of_mouth" | "reputation"), "loss") => {
            o(&format!("loss_lines.{topic}"))
        }
        (_, "customers") => customers,
        // Of less than one customer the share is said.
        (_, "dissatisfied") if customers * o("dissatisfied") < 1.0 => o("dissatisfied"),
        (_, "dissatisfied") => customers * o("dissatisfied"),
        (_, "lost") => o("customers_lost"),
        (_, "value_each") => o("customer_value"),
        (_, "loss" | "expected" | "level" | "revenue") => o(slot),
        (text, slot) => panic!("nothing is known of {slot} in {text}"),
    }
}

fn businesses() -> Vec<Answer> {
    let ladder = tables().ladder.iter();
    let rungs = ladder.map(|row| vec![Action::Rung(row.id.to_string())]);
    let number = |field, value| Action::Number(field, Entry::Number(value));
    let others = [
        vec![],
        vec![Action::Rung("basic".into()), number(Field::Customers, 1.0)],
        vec![Action::WhatIf(Some(70.0))],
        vec![Action::Practice(0, Some(1)), Action::Sign(0, Some(1.0))],
        vec![
            Action::By(DeliveredBy::Measured),
            number(Field::Measured, 0.3),
        ],
        vec![
            Action::Segment("hotel".into()),
            Action::Tier("luxury".into()),
            number(Field::Margin, 0.5),
            Action::By(DeliveredBy::Level),
            number(Field::Level, 61.5),
        ],
    ];
    rungs.chain(others).map(answer).collect()
}

#[test]
fn every_figure_of_a_sentence_is_the_model_s_of_that_name() {
    let mut seen = BTreeSet::new();
    for answer in businesses() {
        for name in NAMES {
            let sentence = Explanation::new(name, &answer, tables()).unwrap().sentence;
            let (key, figures) = figures(&sentence);
            for (slot, value) in figures {
                let wanted = wanted(name, &key, &slot, &answer);
                let close = (value - wanted).abs() <= 1e-9 * wanted.abs().max(1.0);
                assert!(close, "{name}: {key} says {slot} is {value}, not {wanted}");
                seen.insert(format!("{key} {slot}"));
            }
        }
    }
    // All there are: a text that is never said would go unchecked.
    let (_, keys) = packed::FILES
        .iter()
        .find(|(file, _)| *file == "keys.txt")
        .unwrap();
    let sentences = keys.lines().filter(|line| line.starts_with("explain."));
    const LABELS: [&str; 4] = [
        "explain.range",
        "explain.back",
        "explain.error",
        "explain.certainty",
    ];
    for line in sentences {
        let mut words = line.split(' ');
        let key = words.next().unwrap();
        for slot in words.filter(|slot| !LABELS.contains(&key) && !["rung", "odds"].contains(slot))
        {
            assert!(
                seen.contains(&format!("{key} {slot}")),
                "{key} {slot} is unchecked"
            );
        }
    }
}
