//! Test an idea: figures of the model, risks named, ideas ranked.

use crate::said::{figure, said, say_all, session};
use l10n::text::Message;
use model::{Idea, Tables, Tested, Worth, idea};
use proptest::prelude::*;
use service_level_calculator::present::idea::{Asked, Example, IdeaView, ResultView, ranked};
use service_level_calculator::session::{Action, Entry, Field, IDEA_FIELDS, Session};

/// The start with ideas of these numbers, in the order of the fields, at 15 an hour.
fn with(ideas: &[[f64; 5]]) -> Session {
    let tables = Tables::built_in();
    let mut session = session(&[(Field::Wage, 15.0)]);
    for (index, numbers) in ideas.iter().enumerate() {
        session = session.apply(Action::AddIdea, tables);
        for (field, value) in IDEA_FIELDS.into_iter().zip(numbers) {
            let enter = Action::IdeaNumber(index, field, Entry::Number(*value));
            session = session.apply(enter, tables);
        }
    }
    session
}

fn views(session: &Session) -> Vec<IdeaView> {
    let tables = Tables::built_in();
    let tested = Asked::new(session, tables).answers(session, tables);
    let of = |(index, tested): (usize, &Option<Tested>)| {
        let tested = (*tested, tested.is_none());
        IdeaView::new(index, &session.entries, tables, tested)
    };
    tested.iter().enumerate().filter_map(of).collect()
}

fn say_idea(idea: &IdeaView) {
    say_all([&idea.name]);
    say_all(idea.questions.iter().map(|(question, _)| question));
    say_all(&idea.risks);
    for field in &idea.fields {
        say_all([&field.label, &field.typical, &field.range]);
        say_all(&field.error);
    }
    if let Some(result) = &idea.result {
        say_all(messages(result));
    }
}

fn messages(result: &ResultView) -> [&Message; 5] {
    [
        &result.chip,
        &result.sentence,
        &result.cost,
        &result.payback,
        &result.break_even,
    ]
}

const IDEAS: [[f64; 5]; 4] = [
    [500.0, 10.0, 0.5, 3.0, 0.1],
    [0.0, 0.0, -1.0, -0.5, 0.0],
    [1e6, 1e5, 30.0, 1.0, 0.0],
    [0.0, 0.0, 0.0, 0.0, 0.0],
];

#[test]
fn the_figures_are_the_models() {
    let tables = Tables::built_in();
    let session = with(&IDEAS);
    let views = views(&session);
    assert_eq!(views.len(), IDEAS.len());
    for (index, (view, [one_off, monthly, minutes, d_level, d_consistency])) in
        views.iter().zip(IDEAS).enumerate()
    {
        let asked = Idea {
            one_off,
            monthly,
            minutes,
            wage: 15.0,
            d_level,
            d_consistency,
        };
        let model = idea(&session.good.inputs(tables), &asked, tables).unwrap();
        let result = view.result.as_ref().unwrap();
        assert_eq!(result.worth, model.verdict);
        assert_eq!(result.net.value, model.net);
        assert_eq!(
            result.net.name.as_deref(),
            Some(&*format!("idea.{index}.net"))
        );
        assert_eq!(result.gain.value, model.yearly_gain);
        let shown = |message, path: &str| figure(message, &format!("idea.{index}.{path}"));
        assert_eq!(shown(&result.cost, "yearly_cost"), Some(model.yearly_cost));
        assert_eq!(shown(&result.sentence, "net"), Some(model.net));
        let or_words = |value: Option<f64>| value.filter(|value| *value != 0.0);
        assert_eq!(
            shown(&result.payback, "payback_months"),
            or_words(model.payback_months)
        );
        assert_eq!(
            shown(&result.break_even, "break_even_level"),
            or_words(model.break_even_level)
        );
        say_idea(view);
    }
}

#[test]
fn ideas_are_ranked_by_what_they_bring() {
    let views = views(&with(&IDEAS));
    let ranked = ranked(&views);
    assert_eq!(ranked.len(), IDEAS.len());
    assert!(ranked.is_sorted_by(|(_, a), (_, b)| a.net.value >= b.net.value));
}

#[test]
fn an_idea_that_never_pays_says_so_in_words() {
    let views = views(&with(&[[1e9, 0.0, 0.0, 0.0, 0.0]]));
    let result = views[0].result.as_ref().unwrap();
    assert_eq!(result.worth, Worth::DoesNotPay);
    assert_eq!(said("en", &result.break_even), "at no level");
    assert_eq!(said("en", &result.payback), "not within 3 years");
    assert_eq!(said("ru", &result.chip), "Не окупается");
}

#[test]
fn every_question_not_answered_is_a_risk() {
    let tables = Tables::built_in();
    let mut session = with(&IDEAS[..1]);
    for open in (0..5).rev() {
        let view = views(&session).remove(0);
        assert_eq!(view.risks.len(), open + 1);
        session = session.apply(Action::IdeaAnswer(0, open, true), tables);
    }
    let view = views(&session).remove(0);
    assert!(view.risks.is_empty());
    assert!(view.questions.iter().all(|(_, answered)| *answered));
}

#[test]
fn a_faulty_idea_has_no_result_and_the_others_keep_theirs() {
    let tables = Tables::built_in();
    let enter = |entry| Action::IdeaNumber(0, Field::IdeaLevel, entry);
    for entry in [Entry::Number(200.0), Entry::Text("much".into())] {
        let session = with(&IDEAS[..2]).apply(enter(entry), tables);
        let views = views(&session);
        assert_eq!(views[0].result, None);
        assert!(views[0].fields.iter().any(|field| field.error.is_some()));
        assert!(views[1].result.is_some());
        assert_eq!(ranked(&views).len(), 1);
        say_idea(&views[0]);
    }
    // A wage that is none concerns all of them, a customer number that is none nobody.
    let wage = with(&IDEAS).apply(Action::Number(Field::Wage, Entry::Number(-1.0)), tables);
    assert!(views(&wage).iter().all(|idea| idea.result.is_none()));
    let customers = Action::Number(Field::Customers, Entry::Text("many".into()));
    assert!(
        views(&with(&IDEAS).apply(customers, tables))
            .iter()
            .all(|idea| idea.result.is_some())
    );
}

#[test]
fn an_example_stands_under_its_own_name_and_trimming_care_saves_minutes() {
    let tables = Tables::built_in();
    let mut session = session(&[]);
    for example in [Example::Adds, Example::Trims] {
        let entries = example.added_to(&session.entries, said("en", &example.name()), tables);
        session = session.apply(Action::Load(Box::new(entries)), tables);
    }
    let views = views(&session);
    assert_eq!(
        said("en", &views[1].name),
        said("en", &Example::Trims.name())
    );
    for view in &views {
        let result = view.result.as_ref().unwrap();
        println!(
            "{} {:?} {}",
            said("en", &view.name),
            result.worth,
            said("en", &result.sentence)
        );
        say_idea(view);
    }
    assert!(
        figure(
            &views[1].result.as_ref().unwrap().cost,
            "idea.1.yearly_cost"
        )
        .unwrap()
            < 0.0
    );
    // One click back takes the whole example away.
    session = session.apply(Action::Undo, tables);
    assert_eq!(session.entries.ideas.len(), 1);
}

#[test]
fn an_idea_without_a_name_has_a_number() {
    let views = views(&with(&IDEAS[..2]));
    assert_eq!(said("en", &views[1].name), "Idea 2");
    assert_eq!(said("ru", &views[1].name), "Идея 2");
}

#[test]
fn names_and_answers_are_not_what_the_results_depend_on() {
    let tables = Tables::built_in();
    let session = with(&IDEAS);
    let named = session.apply(Action::NameIdea(0, "Sofas".into()), tables);
    let answered = named.apply(Action::IdeaAnswer(0, 2, true), tables);
    assert_eq!(Asked::new(&session, tables), Asked::new(&answered, tables));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_valid_idea_is_said(
        one_off in 0.0..1e12, monthly in -1e12..1e12, minutes in -1e4..1e4, level in -100.0..100.0, k in -1.0..1.0,
    ) {
        let views = views(&with(&[[one_off, monthly, minutes, level, k]]));
        let result = views[0].result.as_ref().unwrap();
        prop_assert!(result.net.value.is_finite() && result.gain.value.is_finite());
        say_idea(&views[0]);
    }
}
