//! What to do first: levers, ranked by money.

use super::answer::Answer;
use super::figure::Figure;
use super::rank::rank;
use super::text::{Message, say};

/// Something that could be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Its id, as in the outcome.
    pub id: &'static str,
    /// What to do.
    pub title: Message,
    /// What it means here.
    pub sentence: Message,
    /// What it brings, money a year.
    pub gain: Figure,
    /// Whether it is worth it.
    pub worth_it: bool,
}

/// The levers of an answer: best first. Below adequate, the level comes before standards.
#[must_use]
pub fn levers(answer: &Answer) -> Vec<Lever> {
    let (o, l) = (&answer.outcome, &answer.outcome.levers);
    let to = || Figure::level(o.sufficient).named("sufficient");
    let good = Figure::share(answer.firm.good_consistency());
    let gain = |value: f64, name: &'static str| Figure::money(value).named(name).signed();
    let entries = [
        l.level.map(|value| {
            let sentence = say::LeverLevelSentence {
                from: Figure::level(o.level).named("level"),
                to: to(),
            }
            .into();
            (
                "level",
                say::lever_level(),
                sentence,
                gain(value, "levers.level"),
            )
        }),
        l.consistency.map(|value| {
            let now = Figure::share(o.consistency).named("consistency");
            let sentence = say::LeverConsistencySentence {
                from: now,
                to: good.clone(),
            }
            .into();
            (
                "consistency",
                say::lever_consistency(),
                sentence,
                gain(value, "levers.consistency"),
            )
        }),
        l.both.map(|value| {
            let sentence = say::LeverBothSentence {
                level: to(),
                consistency: good.clone(),
            }
            .into();
            (
                "both",
                say::lever_both(),
                sentence,
                gain(value, "levers.both"),
            )
        }),
        l.step_back.map(|value| {
            let back = Figure::money(l.cost_of_going_back.unwrap_or_default());
            let sentence = say::LeverStepBackSentence {
                to: to(),
                cost: back.named("levers.cost_of_going_back"),
            }
            .into();
            (
                "step_back",
                say::lever_step_back(),
                sentence,
                gain(value, "levers.step_back"),
            )
        }),
    ];
    let mut levers: Vec<Lever> = entries
        .into_iter()
        .flatten()
        .map(|(id, title, sentence, gain)| Lever {
            id,
            title,
            sentence,
            worth_it: gain.value > 0.0,
            gain,
        })
        .collect();
    rank(&mut levers, |a, b| a.gain.value > b.gain.value);
    if o.level < o.adequate {
        rank(&mut levers, |a, b| {
            a.id != "consistency" && b.id == "consistency"
        });
    }
    levers
}
