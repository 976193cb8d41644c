//! Explanations: every figure has one, every parameter is in one, and an override moves the figures.

use crate::said::{said, say_all};
use l10n::format::TableFormat;
use l10n::text::{Catalog, Message, Piece};
use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::present::breakdown::Breakdown;
use service_level_calculator::present::evidence::{Evidence, chosen};
use service_level_calculator::present::explain::{Explanation, ParameterView};
use service_level_calculator::present::headline::{Costs, Headline};
use service_level_calculator::present::kpi::KpiView;
use service_level_calculator::present::levers::levers;
use service_level_calculator::present::method::MethodView;
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};
use std::collections::BTreeSet;

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn session(actions: impl IntoIterator<Item = Action>) -> Session {
    let start = Session::new(Entries::start(tables(), "en"));
    let mut actions = actions.into_iter();
    actions
        .by_ref()
        .fold(start, |session, action| session.apply(action, tables()))
}

fn answer(actions: impl IntoIterator<Item = Action>) -> Answer {
    Answer::new(&session(actions), tables()).unwrap()
}

fn rung(id: &str) -> Action {
    Action::Rung(id.to_owned())
}

/// Businesses whose explanations differ: every rung, every way to know the level, a what-if.
fn answers() -> Vec<Answer> {
    let ladder = tables().ladder.iter().map(|row| vec![rung(&row.id)]);
    let ways = [
        vec![],
        vec![Action::WhatIf(Some(70.0))],
        vec![Action::Practice(0, Some(1))],
        vec![
            Action::By(DeliveredBy::Measured),
            Action::Number(Field::Measured, Entry::Number(0.3)),
        ],
        vec![Action::By(DeliveredBy::Measured)],
        vec![
            Action::By(DeliveredBy::Level),
            Action::Number(Field::Level, Entry::Number(61.5)),
        ],
        vec![
            Action::Segment("hotel".into()),
            Action::Tier("luxury".into()),
            rung("wow"),
        ],
        vec![
            Action::Number(Field::Customers, Entry::Number(1.0)),
            rung("terrible"),
        ],
    ];
    ladder.chain(ways).map(answer).collect()
}

fn named(message: &Message, into: &mut BTreeSet<String>) {
    fn walk(pieces: Vec<Piece>, into: &mut BTreeSet<String>) {
        for piece in pieces {
            match piece {
                Piece::Strong(inner) => walk(inner, into),
                Piece::Figure(figure) => into.extend(figure.name.map(|name| name.to_string())),
                Piece::Text(_) => {}
            }
        }
    }
    let catalog = Catalog::embedded("en").unwrap();
    walk(
        catalog.pieces(message, &TableFormat::new("en", "USD")),
        into,
    );
}

/// The names of the figures on the first screen and in the panels of this test.
fn names(answer: &Answer) -> BTreeSet<String> {
    let mut names = BTreeSet::from(["consistency".to_owned()]);
    let view = Headline::new(answer, tables(), None);
    let costs = Costs::new(answer, tables(), None);
    let mut messages = vec![view.sentence, costs.band, costs.rule];
    messages.extend(costs.notes);
    for amount in [costs.net, costs.lost, costs.spent] {
        messages.extend([amount.amount, amount.detail]);
    }
    for lever in levers(answer, tables()) {
        messages.push(lever.sentence);
        names.extend(
            lever
                .gain
                .and_then(|gain| gain.name)
                .map(|name| name.to_string()),
        );
    }
    let parts = Breakdown::new(answer);
    for part in [parts.customers, parts.lines, parts.avoidable].concat() {
        names.extend(part.figure.name.map(|name| name.to_string()));
    }
    for row in KpiView::new(answer, &Entry::Unknown, tables()).rows {
        messages.extend([row.now, row.target]);
    }
    for message in &messages {
        named(message, &mut names);
    }
    names
}

fn messages(view: &Explanation) -> Vec<Message> {
    let mut messages = vec![
        view.title.clone(),
        view.sentence.clone(),
        view.formula.clone(),
    ];
    messages.extend(view.counter.clone());
    for row in &view.parameters {
        messages.push(row.label.clone());
        messages.push(row.unit.clone());
    }
    messages
}

fn evidence() -> Vec<Evidence> {
    serde_json::from_str(include_str!("../../crates/model/data/evidence.json")).unwrap()
}

#[test]
fn every_figure_has_an_explanation_in_every_language() {
    for answer in answers() {
        let names = names(&answer);
        assert!(names.len() > 15, "{names:?}");
        for name in &names {
            let view = Explanation::new(name, &answer, tables());
            let view = view.unwrap_or_else(|| panic!("no explanation of {name}"));
            say_all(&messages(&view));
        }
    }
}

#[test]
fn the_figures_of_every_analysis_have_an_explanation() {
    let answer = answer([rung("basic")]);
    for name in [
        "treadmill.cost_of_going_back",
        "treadmill.path.36.delta",
        "forecast.controlled.5",
        "idea.0.net",
        "scale.own.individual_monthly",
        "queue.extra_cost",
        "certainty.loss.low",
        "neighbours.0.expected",
        "kpi.dissatisfied",
        "assessment.stages.after",
        "revenue_lost_next_year",
        "level_gap",
    ] {
        let view = Explanation::new(name, &answer, tables());
        say_all(&messages(
            &view.unwrap_or_else(|| panic!("no explanation of {name}")),
        ));
    }
    assert_eq!(
        Explanation::new("loss_lines.nothing", &answer, tables()),
        None
    );
    assert_eq!(Explanation::new("", &answer, tables()), None);
}

#[test]
fn every_parameter_is_in_an_explanation_of_the_page() {
    let answer = answer([rung("wow")]);
    let mut names = names(&answer);
    // Of panels whose figures the first page does not show.
    for name in [
        "forecast.controlled.5",
        "treadmill.cost_of_going_back",
        "queue.extra_cost",
    ] {
        names.insert(name.into());
    }
    let views = names
        .iter()
        .filter_map(|name| Explanation::new(name, &answer, tables()));
    let shown: BTreeSet<String> = views
        .flat_map(|view| view.parameters)
        .map(|row| row.id.to_string())
        .collect();
    let all: BTreeSet<String> = tables()
        .parameters
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    assert_eq!(shown, all);
}

#[test]
fn all_evidence_exists_and_says_whether_it_was_seen() {
    let all = evidence();
    for answer in answers() {
        for name in names(&answer) {
            let view = Explanation::new(&name, &answer, tables()).unwrap();
            let rows = chosen(&all, &view.evidence);
            assert_eq!(
                rows.len(),
                view.evidence.len(),
                "{name}: {:?}",
                view.evidence
            );
            let unique: BTreeSet<_> = rows.iter().map(|row| &row.id).collect();
            assert_eq!(unique.len(), rows.len(), "{name}");
        }
    }
    for row in &all {
        let seen = said("en", &row.seen());
        assert_eq!(
            seen.contains("not"),
            matches!(row.seen.as_str(), "SEEN-SECONDARY" | "MEMORY"),
            "{seen}"
        );
        if let Some(link) = row.link() {
            assert!(link.starts_with("http") && !link.contains(' '), "{link}");
        }
    }
    assert!(all.iter().filter(|row| row.is_essay()).count() >= 12);
}

#[test]
fn a_sentence_carries_the_users_own_numbers() {
    let answer = answer([
        rung("basic"),
        Action::Number(Field::Customers, Entry::Number(1500.0)),
    ]);
    let view = Explanation::new("loss", &answer, tables()).unwrap();
    let sentence = said("en", &view.sentence);
    assert!(
        sentence.contains("1.5K") || sentence.contains("1,500"),
        "{sentence}"
    );
    let own = |id: &str| view.parameters.iter().find(|row| row.id == id).unwrap();
    assert_eq!(own("leave_after_bad").value.value, 19.0);
}

#[test]
fn an_override_moves_the_figures_and_one_click_takes_it_back() {
    let before = session([rung("basic")]);
    let view = |session: &Session| {
        let answer = Answer::new(session, tables()).unwrap();
        (
            ParameterView::new("leave_after_bad", &answer, tables()).unwrap(),
            answer.outcome.loss,
        )
    };
    let (row, loss) = view(&before);
    assert!(!row.changed);
    let entered = row.entry(28.0).unwrap();
    assert_eq!(entered, Some(0.28));
    let change = |session: &Session, value| {
        session.apply(Action::Parameter("leave_after_bad".into(), value), tables())
    };
    let after = change(&before, entered);
    let (changed, more) = view(&after);
    assert!(changed.changed && changed.given.value == 19.0);
    assert_eq!(said("en", &changed.value.into()), "28");
    assert!(more > loss);
    let method = MethodView::new(&Answer::new(&after, tables()).unwrap(), tables());
    assert!(said("en", method.changed.as_ref().unwrap()).contains("1 number."));
    assert_eq!(view(&change(&after, None)).1, loss);
    // The number of the tables itself is no change, and nothing outside the range is taken.
    assert_eq!(row.entry(19.0), Ok(None));
    for wrong in [12.9, 28.1, -1.0, f64::NAN, f64::INFINITY, 1e308] {
        let error = row.entry(wrong).unwrap_err();
        assert_eq!(said("en", &error), "Enter a number from 13 to 28.");
    }
}

#[test]
fn the_ends_of_every_range_can_be_entered() {
    let answer = answer([]);
    for row in tables().parameters.iter() {
        let view = ParameterView::new(&row.id, &answer, tables()).unwrap();
        for (shown, value) in [(&view.low, row.range.low), (&view.high, row.range.high)] {
            let entered = view.entry(shown.value).unwrap().unwrap_or(row.range.value);
            assert_eq!(entered, value, "{}", row.id);
        }
    }
}

#[test]
fn a_segment_with_a_parameter_of_its_own_shows_that_one() {
    let hotel = answer([Action::Segment("hotel".into())]);
    let view = Explanation::new("loss_lines.reputation", &hotel, tables()).unwrap();
    let own = tables().segment("hotel").unwrap();
    let own = own.parameter("reputation_per_star").unwrap();
    let shown = &view.parameters[0];
    assert!(shown.of_segment);
    assert_eq!(shown.value.value, 100.0 * own.range.value);
    assert_eq!(
        (shown.class, &shown.evidence[..]),
        (own.class, &own.evidence[..])
    );
    // What the visitor puts in its place is what counts.
    let changed = Action::Parameter("reputation_per_star".into(), Some(own.range.high));
    let hotel = answer([Action::Segment("hotel".into()), changed]);
    assert_eq!(hotel.firm.parameters.reputation_per_star, own.range.high);
    let clinic = answer([]);
    let view = Explanation::new("loss_lines.reputation", &clinic, tables()).unwrap();
    assert!(!view.parameters[0].of_segment);
}

#[test]
fn the_method_says_what_is_weak_and_lists_every_parameter() {
    for answer in answers() {
        let view = MethodView::new(&answer, tables());
        assert_eq!(view.parameters.len(), tables().parameters.len());
        assert!(view.changed.is_none());
        say_all(&view.weak);
        let rows = view
            .rows
            .iter()
            .flat_map(|row| [&row.label, &row.value, &row.range]);
        say_all(rows.chain([&view.segment]));
        assert_eq!(
            chosen(&evidence(), &view.evidence).len(),
            view.evidence.len()
        );
    }
}
