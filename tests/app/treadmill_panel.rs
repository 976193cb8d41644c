//! The treadmill panel: figures equal the model's, words in every language, entries at fault.

use crate::said::{answer, figure, said, say_all};
use l10n::text::{Message, say};
use model::{Raise, Tables, gestures, treadmill};
use service_level_calculator::present::Answer;
use service_level_calculator::present::field::FieldView;
use service_level_calculator::present::slider::STEPS;
use service_level_calculator::present::treadmill::{FIELDS, TreadmillView, own_start};
use service_level_calculator::session::{Action, Entry, Field, Session};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn enter(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

fn messages(view: &TreadmillView) -> Vec<Message> {
    let mut messages = vec![
        view.sentence.clone(),
        view.verdict.clone(),
        view.assumption.clone(),
    ];
    for plot in &view.plots {
        messages.extend([plot.title.clone(), plot.summary.clone()]);
        messages.extend(plot.marks.iter().map(|(_, message)| message.clone()));
    }
    for fact in &view.facts {
        messages.extend([fact.label.clone(), fact.amount.clone()]);
        messages.extend(fact.detail.clone());
    }
    messages
}

/// The figure of this name, wherever it is said.
fn shown(view: &TreadmillView, name: &str) -> Option<f64> {
    messages(view)
        .iter()
        .find_map(|message| figure(message, name))
}

#[test]
fn its_figures_are_those_of_the_model() {
    for (raised_by, months, from_own) in [(8.0, 12.0, false), (15.0, 36.0, true), (0.0, 0.0, false)]
    {
        let answer = answer([
            Action::Segment("clinic".into()),
            Action::Rung("basic".into()),
            enter(Field::RaisedBy, raised_by),
            enter(Field::MonthsRaised, months),
            enter(Field::CostOfOne, 35.0),
        ]);
        let view = TreadmillView::new(&answer, tables(), from_own).unwrap();
        let inputs = answer.entries.inputs(tables());
        let raise = Raise {
            from: from_own.then(|| own_start(&answer).unwrap()),
            raised_by,
            months_raised: months,
            months: None,
        };
        let run = treadmill(&inputs, &raise, tables()).unwrap();
        let buys = gestures(&inputs, 35.0, tables()).unwrap();
        for (name, wanted) in [
            ("cumulative", run.cumulative),
            ("cost_of_going_back", run.cost_of_going_back),
            ("delta_month_1", run.delta_month_1),
            ("half_life_purchases", run.half_life_purchases.unwrap()),
            ("gestures_per_year", buys.gestures_per_year),
        ] {
            let shown = shown(&view, &format!("treadmill.{name}"));
            assert_eq!(shown, Some(wanted), "{name}");
        }
        if months > 1.0 {
            let last = months as usize - 1;
            let shown = shown(&view, &format!("treadmill.path.{last}.delta"));
            assert_eq!(shown, Some(run.path[last].delta));
        }
        say_all(&messages(&view));
        for plot in &view.plots {
            let points = plot.lines.iter().flatten();
            assert!(
                points
                    .chain(&plot.area)
                    .all(|(x, y)| { (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y) })
            );
            assert_eq!(plot.lines[0].len(), 36);
            assert!((2..=5).contains(&plot.ticks.len()), "{:?}", plot.ticks);
        }
    }
}

#[test]
fn every_market_and_rung_has_its_words() {
    for segment in tables().segments.iter() {
        for rung in ["terrible", "expected", "unbelievable"] {
            let answer = answer([
                Action::Segment(segment.id.to_string()),
                Action::Rung(rung.into()),
            ]);
            for from_own in [false, true] {
                say_all(&messages(
                    &TreadmillView::new(&answer, tables(), from_own).unwrap(),
                ));
            }
        }
    }
}

#[test]
fn a_habit_that_never_takes_half_is_said_in_words() {
    let answer = answer([Action::Parameter("habituation_share".into(), Some(0.5))]);
    let view = TreadmillView::new(&answer, tables(), false).unwrap();
    assert_eq!(view.facts[0].amount, say::treadmill_half_life_never());
    assert_eq!(shown(&view, "treadmill.half_life_purchases"), None);
    say_all(&messages(&view));
}

#[test]
fn a_wow_of_which_half_is_taken_for_granted_has_its_half_life_on_the_simulated_path() {
    let answer = answer([Action::Segment("restaurant".into())]);
    let half = answer.firm.half_life_of_wow().unwrap();
    let p = answer.firm.parameters;
    let target = p.habituation_share * answer.firm.excess_felt(answer.firm.wow());
    let after = target * (1.0 - (1.0 - p.habituation_rate).powf(half));
    let wanted = (answer.firm.wow() - answer.firm.expectation.expected) / 2.0;
    assert!((after - wanted).abs() < 1e-9, "{after} against {wanted}");
}

#[test]
fn only_what_exceeds_expectation_wears_off() {
    let answer = answer([
        Action::Segment("clinic".into()),
        Action::Rung("basic".into()),
    ]);
    for (from_own, words) in [(true, "It does not wear off"), (false, "the novelty goes")] {
        let view = TreadmillView::new(&answer, tables(), from_own).unwrap();
        let detail = said("en", view.facts[2].detail.as_ref().unwrap());
        assert!(detail.contains(words), "{detail}");
    }
}

#[test]
fn an_entry_at_fault_gives_no_figures() {
    for field in FIELDS {
        for entry in [
            Entry::Text("abc".into()),
            Entry::Text(String::new()),
            Entry::Number(-1.0),
            Entry::Number(1e12),
        ] {
            let answer = answer([Action::Number(field, entry.clone())]);
            assert!(
                TreadmillView::new(&answer, tables(), false).is_none(),
                "{field:?} {entry:?}"
            );
        }
    }
    let answer = answer([enter(Field::MonthsRaised, 2.5)]);
    assert!(TreadmillView::new(&answer, tables(), false).is_none());
}

#[test]
fn the_slider_of_months_gives_whole_months() {
    let session = Session::new(answer([]).entries);
    let slider = FieldView::new(Field::MonthsRaised, &session, tables()).slider;
    let slider = slider.unwrap();
    for step in 0..=STEPS as u32 {
        assert_eq!(slider.value(f64::from(step)).fract(), 0.0, "{step}");
    }
}

#[test]
fn the_money_of_one_gesture_follows_the_currency() {
    let dollars = answer([]);
    let roubles = answer([Action::Currency("RUB".into())]);
    let factor = tables().example_factor("RUB");
    let cost = |answer: &Answer| answer.entries.number(Field::CostOfOne, tables());
    assert_eq!(cost(&roubles), factor * cost(&dollars));
    let name = "treadmill.gestures_per_year";
    let [few, same] = [&dollars, &roubles].map(|answer| {
        let view = TreadmillView::new(answer, tables(), false).unwrap();
        shown(&view, name).unwrap()
    });
    assert!((few - same).abs() < 1e-9 * few, "{few} against {same}");
}
