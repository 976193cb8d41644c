//! What fields show is what the model uses, and typing it as it is shown changes nothing that is seen.

use crate::said::{said, say_all};
use l10n::figure::Figure;
use l10n::format::{Format, TableFormat};
use l10n::text::Message;
use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::present::field::{FieldView, Shown};
use service_level_calculator::present::headline::{Costs, Headline};
use service_level_calculator::present::net_margin::NetQuestion;
use service_level_calculator::present::slider::STEPS;
use service_level_calculator::session::{Action, Entries, Entry, Field, Session};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn after(actions: &[Action]) -> Session {
    let start = Session::new(Entries::start(tables(), "en"));
    let actions = actions.iter().cloned();
    actions.fold(start, |session, action| session.apply(action, tables()))
}

fn business(segment: &str, tier: &str, rung: &str) -> Session {
    after(&[
        Action::Segment(segment.into()),
        Action::Tier(tier.into()),
        Action::Rung(rung.into()),
    ])
}

fn enter(session: &Session, field: Field, value: f64) -> Session {
    session.apply(Action::Number(field, Entry::Number(value)), tables())
}

fn view(session: &Session, field: Field) -> FieldView {
    FieldView::new(field, session, tables())
}

fn answer(session: &Session) -> Answer {
    Answer::new(session, tables()).unwrap()
}

/// What stands in a field, as characters.
fn characters(view: &FieldView) -> String {
    match &view.shown {
        Shown::Number(figure) => TableFormat::new("en", "USD").figure(figure),
        Shown::Text(text) => text.clone(),
    }
}

/// Types into a field what it shows.
fn retyped(session: &Session, field: Field) -> Session {
    let view = view(session, field);
    let number = characters(&view).replace(',', "").parse();
    session.apply(Action::Number(field, view.entry(number.unwrap())), tables())
}

#[test]
fn an_untouched_field_shows_what_the_model_assumes_at_the_present_level() {
    for rung in tables().ladder.iter() {
        let session = business("restaurant", "premium", &rung.id);
        let outcome = answer(&session).outcome;
        let retention = view(&session, Field::Retention);
        assert_eq!(retention.value, outcome.retention_assumed);
        let cost = view(&session, Field::CostToServe);
        assert_eq!(cost.value, outcome.cost_to_serve_assumed);
        assert!(retention.unknown && cost.unknown);
        // Another level that is only looked at changes neither.
        let looking = session.apply(Action::WhatIf(Some(20.0)), tables());
        assert_eq!(view(&looking, Field::Retention), retention);
        say_all([&retention.typical, &cost.typical]);
    }
    let low = view(&business("hotel", "standard", "basic"), Field::Retention);
    let high = view(&business("hotel", "standard", "wow"), Field::Retention);
    assert!(low.value < high.value);
}

#[test]
fn what_is_typed_is_shown_and_the_note_says_what_would_be_assumed() {
    let session = business("clinic", "standard", "basic");
    let untouched = view(&session, Field::Retention);
    let typed = view(&enter(&session, Field::Retention, 0.9), Field::Retention);
    assert_eq!(typed.value, 0.9);
    assert!(!typed.unknown);
    assert_eq!(typed.typical, untouched.typical);
    assert!(said("en", &typed.typical).contains("at this level of service"));
    let back = enter(&session, Field::Retention, 0.9)
        .apply(Action::Number(Field::Retention, Entry::Unknown), tables());
    assert_eq!(view(&back, Field::Retention), untouched);
}

#[test]
fn typing_what_is_shown_changes_no_answer() {
    const SHOWN: [Field; 6] = [
        Field::Customers,
        Field::Cheque,
        Field::Purchases,
        Field::Margin,
        Field::Retention,
        Field::CostToServe,
    ];
    for segment in tables().segments.iter() {
        for tier in tables().tiers.iter() {
            for rung in tables().ladder.iter() {
                let session = business(&segment.id, &tier.id, &rung.id);
                let before = answer(&session);
                let headline = Headline::new(&before, tables(), None);
                for field in SHOWN {
                    let typed = retyped(&session, field);
                    // A margin that does not cover what serving at this level costs is another
                    // matter: the field asks about it.
                    if typed.is_stale() {
                        assert!(matches!(field, Field::Margin | Field::CostToServe));
                        continue;
                    }
                    let after = answer(&typed);
                    let named = format!("{} {} {} {field:?}", segment.id, tier.id, rung.id);
                    let off = after.outcome.loss - before.outcome.loss;
                    assert!(off.abs() <= 1e-7 * before.outcome.revenue, "{named}: {off}");
                    let said = Headline::new(&after, tables(), None);
                    assert_eq!(said.sentence, headline.sentence, "{named}");
                    assert_eq!(
                        characters(&view(&typed, field)),
                        characters(&view(&session, field)),
                        "{named}"
                    );
                }
            }
        }
    }
}

#[test]
fn while_an_entry_is_not_valid_the_last_shown_stays() {
    let session = business("restaurant", "standard", "basic");
    let shown = view(&session, Field::Retention);
    for wrong in [(Field::Purchases, -1.0), (Field::Cheque, f64::NAN)] {
        let stale = enter(&session, wrong.0, wrong.1);
        assert!(stale.is_stale());
        assert_eq!(view(&stale, Field::Retention).shown, shown.shown);
    }
}

/// A session in which a margin was typed that covers nothing, and what its field asks.
fn asked(typed: &[(Field, f64)]) -> (Session, Option<NetQuestion>) {
    let session = after(&[Action::Segment("grocery".into())]);
    let session = typed.iter().fold(session, |session, (field, value)| {
        enter(&session, *field, *value)
    });
    let question = view(&session, Field::Margin).question;
    (session, question)
}

#[test]
fn a_margin_below_the_cost_of_service_is_asked_about_in_plain_words() {
    let (session, question) = asked(&[(Field::Margin, 0.05)]);
    let question = question.unwrap();
    for (language, words) in [
        ("en", "Is 5% what is left after all costs?"),
        ("ru", "5\u{a0}% — это то, что остаётся после всех расходов?"),
    ] {
        let said = said(language, &question.question);
        assert_eq!(said.replace('\u{a0}', " "), words.replace('\u{a0}', " "));
    }
    say_all([&question.yes, &question.no, &question.correct]);
    assert!(view(&session, Field::Margin).error.is_some());
    let yes = session.apply(Action::TakeAsNet, tables());
    let margin = view(&yes, Field::Margin);
    assert_eq!((margin.question, margin.error), (None, None));
    assert!(margin.unknown && margin.net.is_some());
    say_all(&margin.net);
    assert!(view(&yes, Field::CostToServe).net.is_none());
}

#[test]
fn only_a_margin_of_the_visitor_s_is_asked_about() {
    // The typed cost is above the typical margin: there is no margin to ask about.
    let (session, question) = asked(&[(Field::CostToServe, 0.4)]);
    assert_eq!(question, None);
    assert!(view(&session, Field::CostToServe).error.is_some());
    let (both, question) = asked(&[(Field::CostToServe, 0.15), (Field::Margin, 0.1)]);
    assert!(question.is_some());
    assert!(!both.apply(Action::TakeAsNet, tables()).is_stale());
    assert_eq!(asked(&[(Field::Margin, 0.3)]).1, None);
    assert_eq!(asked(&[(Field::Margin, 1.5)]).1, None);
}

#[test]
fn amounts_are_said_in_months_of_profit_where_what_is_left_is_known() {
    let (session, _) = asked(&[(Field::Margin, 0.05)]);
    let net = session
        .apply(Action::TakeAsNet, tables())
        .apply(Action::Rung("terrible".into()), tables());
    let answer = answer(&net);
    let months = answer.outcome.gap_to_sufficient / (answer.outcome.revenue * 0.05 / 12.0);
    let costs = Costs::new(&answer, tables(), None);
    let profit: Message = costs.net.profit.unwrap();
    for (language, about, of) in [
        ("en", "about ", " of your profit"),
        ("ru", "около ", " вашей прибыли"),
    ] {
        let words = said(language, &profit);
        assert!(words.starts_with(about) && words.ends_with(of), "{words}");
        let shown = TableFormat::new(language, "USD").figure(&Figure::count(months));
        assert!(words.contains(&shown), "{words}: {shown}");
    }
    assert_eq!((costs.lost.profit, costs.spent.profit), (None, None));
    let unknown = net.apply(Action::ForgetNet, tables());
    assert_eq!(
        Costs::new(&self::answer(&unknown), tables(), None)
            .net
            .profit,
        None
    );
}

#[test]
fn a_slider_gives_no_value_beyond_its_ends() {
    for segment in tables().segments.iter() {
        let session = business(&segment.id, "standard", "expected");
        for field in Field::ALL.iter().copied() {
            let view = view(&session, field);
            let (Some(slider), Some(range)) = (view.slider, field.range(tables())) else {
                continue;
            };
            let (low, high) = range.slider;
            let (low, high) = if range.slider_around_example {
                (low * view.value, high * view.value)
            } else {
                let scaler = session.entries.scaler(field, tables());
                (scaler.shown(low), scaler.shown(high))
            };
            for step in 0..=STEPS as u32 {
                let value = slider.value(f64::from(step));
                let inside = (low..=high).contains(&value);
                assert!(inside, "{} {field:?}: {value}", segment.id);
            }
        }
    }
}
