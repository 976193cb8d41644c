//! What to do first: levers, ranked by money, with where to begin and where the money comes from.

use super::answer::Answer;
use super::names;
use super::rank::rank;
use crate::session::DeliveredBy;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// How many practices or signs are named.
const WEAKEST: usize = 2;

/// Something that could be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Its id, as in the outcome.
    pub id: &'static str,
    /// What to do.
    pub title: Message,
    /// What it means here, and where the money comes from.
    pub sentence: Message,
    /// What to begin with on Monday.
    pub begin: Begin,
    /// What it brings, money a year; none where it is to leave things as they are.
    pub gain: Option<Figure>,
    /// Whether it is worth it.
    pub worth_it: bool,
}

/// What to begin with.
#[derive(Clone, Debug, PartialEq)]
pub enum Begin {
    /// With these practices or signs, the weakest first.
    With(Vec<Message>),
    /// Nothing is answered yet that would tell.
    Ask(Message),
    /// There is nothing to single out.
    Nothing,
}

/// The levers of an answer: best first, all of it together last. Below adequate, the level comes
/// before standards.
#[must_use]
pub fn levers(answer: &Answer, tables: &Tables) -> Vec<Lever> {
    let (o, l) = (&answer.outcome, &answer.outcome.levers);
    let to = || Figure::level(o.sufficient).named("sufficient");
    let good = Figure::share(answer.firm.good_consistency());
    let lever = |id, name: &'static str, title, gain: f64, sentence, begin| Lever {
        id,
        title,
        sentence,
        begin,
        gain: Some(Figure::money(gain).named(name).signed()),
        worth_it: gain > 0.0,
    };
    let money = Figure::money;
    let level = l.level.map(|gain| {
        let sentence = say::LeverLevelSentence {
            from: Figure::level(o.level).named("level"),
            to: to(),
            saved: money(o.avoidable_by_level).named("avoidable_by_level"),
            cost: money(o.avoidable_by_level - gain),
        };
        let begin = weakest_practices(answer, tables);
        let title = say::lever_level();
        lever("level", "levers.level", title, gain, sentence.into(), begin)
    });
    let consistency = l.consistency.map(|gain| {
        let sentence = say::LeverConsistencySentence {
            from: Figure::share(o.consistency).named("consistency"),
            to: good.clone(),
            saved: money(o.avoidable_by_consistency).named("avoidable_by_consistency"),
            cost: money(o.avoidable_by_consistency - gain),
        };
        let begin = weakest_signs(answer, tables);
        let (id, title) = ("consistency", say::lever_consistency());
        lever(
            id,
            "levers.consistency",
            title,
            gain,
            sentence.into(),
            begin,
        )
    });
    let step_back = l.step_back.map(|gain| {
        let back = money(l.cost_of_going_back.unwrap_or_default());
        if l.holds() {
            return hold(to(), gain, back);
        }
        let sentence = say::LeverStepBackSentence {
            to: to(),
            saved: money(o.exceeding.extra_cost).named("exceeding.extra_cost"),
            cost: back.named("levers.cost_of_going_back"),
        };
        let (id, title) = ("step_back", say::lever_step_back());
        let begin = Begin::Nothing;
        lever(id, "levers.step_back", title, gain, sentence.into(), begin)
    });
    let both = l.both.map(|gain| {
        let sentence = say::LeverBothSentence {
            level: to(),
            consistency: good.clone(),
        };
        let (title, begin) = (say::lever_both(), Begin::Nothing);
        lever("both", "levers.both", title, gain, sentence.into(), begin)
    });
    let mut levers: Vec<Lever> = [level, consistency, step_back]
        .into_iter()
        .flatten()
        .collect();
    let brings = |lever: &Lever| lever.gain.as_ref().map_or(0.0, |gain| gain.value);
    rank(&mut levers, |a, b| brings(a) > brings(b));
    if o.level < o.adequate {
        rank(&mut levers, |a, b| {
            a.id != "consistency" && b.id == "consistency"
        });
    }
    levers.extend(both);
    levers
}

/// Where going back costs more than it brings: to stay, and to let the market catch up.
fn hold(to: Figure, gain: f64, back: Figure) -> Lever {
    let sentence = say::LeverHoldSentence {
        to,
        saved: Figure::money(gain.max(0.0)).named("levers.step_back"),
        cost: back.named("levers.cost_of_going_back"),
    };
    Lever {
        id: "hold",
        title: say::lever_hold(),
        sentence: sentence.into(),
        begin: Begin::Nothing,
        gain: None,
        worth_it: true,
    }
}

/// The weakest of what is answered below its best.
fn weakest<T: Copy + PartialOrd>(answers: &[Option<T>], best: T) -> Vec<usize> {
    let below = |(index, answer): (usize, &Option<T>)| {
        let answer = (*answer)?;
        (answer < best).then_some((index, answer))
    };
    let mut found: Vec<(usize, T)> = answers.iter().enumerate().filter_map(below).collect();
    rank(&mut found, |a, b| a.1 < b.1);
    found
        .iter()
        .take(WEAKEST)
        .map(|(index, _)| *index)
        .collect()
}

fn weakest_practices(answer: &Answer, tables: &Tables) -> Begin {
    let entries = &answer.entries;
    if entries.delivered_by != DeliveredBy::Practices {
        return Begin::Ask(say::begin_ask_practices());
    }
    let found = weakest(&entries.practices, model::ALWAYS);
    let rows = found
        .iter()
        .filter_map(|index| tables.practices.get(*index));
    Begin::With(rows.map(|row| names::practice(&row.id)).collect())
}

fn weakest_signs(answer: &Answer, tables: &Tables) -> Begin {
    let signs = &answer.entries.signs;
    if signs.iter().all(Option::is_none) {
        return Begin::Ask(say::begin_ask_signs());
    }
    let found = weakest(signs, 1.0);
    let rows = found.iter().filter_map(|index| tables.signs.get(*index));
    Begin::With(rows.map(|id| names::sign(id)).collect())
}
