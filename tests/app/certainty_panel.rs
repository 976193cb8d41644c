//! The panel "How sure is it?" says what the model says, in both languages, whatever becomes of
//! the draws.

use crate::said::answer;
use l10n::figure::Figure;
use l10n::format::{Format, TableFormat};
use l10n::text::{Catalog, Message, Piece, ShownFigure};
use model::{DRAWS, SEED, Study, Swing, Tables, Uncertainty, Verdict, tornado};
use serde_json::{Value, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::present::certainty::{Certainty, study};
use service_level_calculator::present::draws::{Draws, DrawsEvent, Numbers, Stage};
use service_level_calculator::present::names;
use service_level_calculator::present::survey::survey;
use service_level_calculator::session::{Action, DeliveredBy, Entry, Field};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn drawn(study: &Study, count: usize) -> Uncertainty {
    let draws: Vec<_> = study.draws(SEED).take(count).collect();
    Uncertainty::of(&draws)
}

fn numbers(answer: &Answer) -> Numbers {
    study(answer, tables()).unwrap().to_numbers().into()
}

/// The draws of an answer, made.
fn done(answer: &Answer) -> Draws {
    let said = drawn(&study(answer, tables()).unwrap(), 200);
    let events = [DrawsEvent::Progress(500), DrawsEvent::Said(DRAWS, said)];
    events.into_iter().fold(Draws::default(), |draws, event| {
        draws.apply(numbers(answer), event)
    })
}

fn messages(view: &Certainty) -> Vec<&Message> {
    let mut all = vec![&view.intro, &view.progress_words, &view.tornado.hint];
    all.extend(&view.notice);
    if let Some(found) = &view.found {
        all.extend(found.shares.iter().map(|(_, words)| words));
        all.extend(found.ranges.iter().flat_map(|r| [&r.label, &r.words]));
    }
    all.extend(view.tornado.bars.iter().flat_map(|b| [&b.label, &b.words]));
    all
}

fn figures(pieces: Vec<Piece>, into: &mut Vec<ShownFigure>) {
    for piece in pieces {
        match piece {
            Piece::Figure(figure) => into.push(figure),
            Piece::Strong(inner) => figures(inner, into),
            Piece::Text(_) => {}
        }
    }
}

fn business() -> Vec<Answer> {
    let under = |segment: &str| {
        vec![
            Action::Segment(segment.into()),
            Action::Rung("basic".into()),
        ]
    };
    let mut all: Vec<_> = ["clinic", "restaurant", "wholesale"].map(under).into();
    all.push(vec![Action::Rung("wow".into())]);
    all.push(vec![Action::WhatIf(Some(90.0))]);
    all.push(vec![
        Action::By(DeliveredBy::Measured),
        Action::Number(Field::Measured, Entry::Number(0.3)),
    ]);
    all.into_iter().map(answer).collect()
}

#[test]
fn every_named_figure_is_the_model_s() {
    let english = Catalog::embedded("en").unwrap();
    let format = TableFormat::new("en", "USD");
    for answer in business() {
        let draws = done(&answer);
        let view = Certainty::new(&answer, tables(), &draws);
        let (said, _) = draws.last(&numbers(&answer)).unwrap();
        let said = to_value(said).unwrap();
        let swings = study(&answer, tables()).unwrap().swings(tables());
        let mut shown = Vec::new();
        for message in messages(&view) {
            figures(english.pieces(message, &format), &mut shown);
        }
        let mut found = 0;
        for figure in shown {
            let Some(name) = figure.name.as_deref() else {
                continue;
            };
            let wanted = match name.split('.').collect::<Vec<_>>()[..] {
                ["loss"] => answer.outcome.loss,
                ["certainty", "done"] => DRAWS as f64,
                ["certainty", "tornado", id, end] => {
                    let swing: &Swing = swings.iter().find(|swing| swing.id == id).unwrap();
                    if end == "low" { swing.low } else { swing.high }
                }
                ["certainty", "of_100", verdict] => {
                    let share = said["verdict"][verdict].as_f64().unwrap();
                    (100.0 * share).round()
                }
                ["certainty", figure, part] => said
                    .pointer(&format!("/{figure}/{part}"))
                    .and_then(Value::as_f64)
                    .unwrap(),
                _ => panic!("{name} is no figure of this panel"),
            };
            assert_eq!(figure.value.to_bits(), wanted.to_bits(), "{name}");
            found += 1;
        }
        assert!(found >= 1 + 3 + 9 + 2 * view.tornado.bars.len(), "{found}");
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    for (language, currency) in [("en", "USD"), ("ru", "RUB")] {
        let catalog = Catalog::embedded(language).unwrap();
        let format = TableFormat::new(language, currency);
        for answer in business() {
            let finished = done(&answer);
            for end in [
                DrawsEvent::Cancel,
                DrawsEvent::Fail,
                DrawsEvent::Progress(500),
            ] {
                let view =
                    Certainty::new(&answer, tables(), &finished.apply(numbers(&answer), end));
                for message in messages(&view) {
                    let text = catalog.plain(message, &format);
                    assert!(
                        !text.is_empty() && !text.contains(['…', '{', '}']),
                        "{text}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_uncertain_number_has_a_name() {
    let own = ["expected", "retention", "margin"];
    let ids = tables().parameters.iter().map(|row| row.id.as_ref());
    for id in ids.chain(own) {
        assert_ne!(names::parameter(id), Message::from(id.to_owned()), "{id}");
    }
}

#[test]
fn shapes_stay_within_their_drawing_and_bars_are_the_eight_longest() {
    for answer in business() {
        let view = Certainty::new(&answer, tables(), &done(&answer));
        let within = |x: f64| (0.0..=1.0).contains(&x);
        for range in &view.found.as_ref().unwrap().ranges {
            let [low, middle, high] = range.places;
            assert!(within(low) && low <= middle && middle <= high && within(high));
        }
        assert!(within(view.tornado.middle));
        assert!(
            view.tornado
                .bars
                .iter()
                .all(|bar| within(bar.ends.0) && within(bar.ends.1))
        );
        assert!(view.tornado.bars.len() <= 8);
    }
    let own = answer([Action::Rung("basic".into())]);
    let swings = tornado(&own.entries.inputs(tables()), tables()).unwrap();
    let view = Certainty::new(&own, tables(), &Draws::default());
    let shown: Vec<_> = view.tornado.bars.iter().map(|bar| &bar.id).collect();
    let longest: Vec<_> = swings.iter().take(8).map(|swing| &swing.id).collect();
    assert_eq!(shown, longest);
}

#[test]
fn the_most_frequent_verdict_comes_first() {
    let poor = answer([Action::Rung("terrible".into())]);
    let view = Certainty::new(&poor, tables(), &done(&poor));
    let verdicts: Vec<_> = view.found.unwrap().shares.iter().map(|(v, _)| *v).collect();
    assert_eq!(verdicts.first(), Some(&Verdict::Under));
    assert_eq!(verdicts.len(), 3);
}

#[test]
fn ranges_of_an_earlier_answer_are_not_those_of_a_new_one() {
    let (old, new) = (answer([]), answer([Action::Rung("terrible".into())]));
    let draws = done(&old);
    assert!(draws.about(&numbers(&old)).is_some());
    assert!(draws.about(&numbers(&new)).is_none());
    assert!(draws.following(&numbers(&new), &new.outcome).is_none());
    assert_eq!(draws.stage(&numbers(&new)), Stage::Idle);
    let view = Certainty::new(&new, tables(), &draws);
    assert!(view.found.unwrap().earlier);
    assert_eq!(draws.stage(&numbers(&old)), Stage::Done);
    assert!(
        !Certainty::new(&old, tables(), &draws)
            .found
            .unwrap()
            .earlier
    );
}

#[test]
fn while_a_level_is_dragged_the_ranges_before_stand_for_figures_within_them() {
    let own = answer([Action::Rung("basic".into())]);
    let a_little_better = Action::WhatIf(Some(own.own_level + 0.5));
    let near = answer([Action::Rung("basic".into()), a_little_better]);
    let far = answer([Action::Rung("basic".into()), Action::WhatIf(Some(90.0))]);
    let draws = done(&own);
    let follows = |answer: &Answer| draws.following(&numbers(answer), &answer.outcome);
    assert!(near.is_what_if && follows(&near).is_some());
    assert!(follows(&far).is_none());
    // Where no others come they are those of an earlier answer.
    let failed = draws.apply(numbers(&near), DrawsEvent::Fail);
    assert!(failed.following(&numbers(&near), &near.outcome).is_none());
}

#[test]
fn a_first_thousand_is_told_before_all_are_drawn() {
    let own = answer([Action::Rung("basic".into())]);
    let said = drawn(&study(&own, tables()).unwrap(), 1000);
    let draws = Draws::default().apply(numbers(&own), DrawsEvent::Said(1000, said.clone()));
    assert_eq!(draws.stage(&numbers(&own)), Stage::Running(1000));
    assert_eq!(draws.about(&numbers(&own)).map(|said| &**said), Some(&said));
}

#[test]
fn what_the_ranges_do_not_hang_on_leaves_them() {
    let own = answer([Action::Rung("basic".into())]);
    let idea = answer([Action::Rung("basic".into()), Action::AddIdea]);
    assert_eq!(numbers(&own), numbers(&idea));
    let elsewhere = answer([Action::Rung("basic".into()), Action::WhatIf(Some(80.0))]);
    assert_ne!(numbers(&own), numbers(&elsewhere));
    assert_eq!(study(&elsewhere, tables()).unwrap().looked_at, Some(80.0));
}

#[test]
fn a_stopped_or_failed_worker_leaves_the_last_result_and_says_so() {
    let own = answer([]);
    let draws = done(&own);
    for (end, stage) in [
        (DrawsEvent::Cancel, Stage::Cancelled),
        (DrawsEvent::Fail, Stage::Failed),
    ] {
        let study = numbers(&own);
        let ended = draws.apply(study.clone(), DrawsEvent::Progress(0));
        let ended = ended.apply(study.clone(), end.clone());
        assert_eq!(ended.stage(&study), stage);
        assert_eq!(ended.last(&study), draws.last(&study));
        let view = Certainty::new(&own, tables(), &ended);
        assert!(view.notice.is_some() && !view.under_way && view.found.is_some());
        let never = Draws::default().apply(study, end);
        let view = Certainty::new(&own, tables(), &never);
        assert!(view.notice.is_some() && view.found.is_none());
    }
}

#[test]
fn asking_customers_is_advised_where_it_makes_the_range_narrower() {
    let own = answer([Action::Rung("basic".into())]);
    let study = study(&own, tables()).unwrap();
    let asked = study.asking(tables().constants.survey_size, tables());
    let (now, then) = (drawn(&study, 500), drawn(&asked.unwrap(), 500));
    let view = survey(&own, tables(), Some(&now), Some(&then)).unwrap();
    for (language, currency) in [("en", "USD"), ("ru", "RUB")] {
        let format = TableFormat::new(language, currency);
        let sentence = Catalog::embedded(language).unwrap();
        let sentence = sentence.plain(&view.sentence, &format);
        let place = |[low, _, high]: [f64; 3]| {
            let range = format.figure(&Figure::money(low).range(low, high));
            sentence.find(&range).unwrap()
        };
        // It shrinks from the present range to the one after asking.
        assert!(place(now.gap) < place(then.gap), "{sentence}");
    }
    assert_eq!(survey(&own, tables(), Some(&then), Some(&now)), None);
}
