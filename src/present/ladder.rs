//! The ladder: six rungs with an everyday example for the kind of business, and what such an
//! ordinary day forgoes.

use super::answer::Answer;
use super::names;
use crate::session::DeliveredBy;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Verdict, rung_of};

/// A rung as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct RungView {
    /// Rung id.
    pub id: String,
    /// Its name.
    pub name: Message,
    /// An everyday example for this kind of business.
    pub example: Message,
    /// What such days forgo a year against the best level.
    pub forgone: Figure,
    /// On which side of what is sufficient it lies.
    pub side: Verdict,
    /// The side in words.
    pub side_words: Message,
    /// The length of its bar, 0..1.
    pub bar: f64,
    /// Whether the bar is cut off: it would be longer than there is room.
    pub cut: bool,
    /// Whether the user has picked it.
    pub picked: bool,
    /// Whether the level that is told otherwise is nearest to it.
    pub near: bool,
}

/// The rungs, lowest first.
#[must_use]
pub fn ladder(answer: &Answer, tables: &Tables) -> Vec<RungView> {
    let entries = &answer.entries;
    let decides = entries.delivered_by == DeliveredBy::Rung;
    let picked = entries.rung.as_deref().filter(|_| decides);
    let told = picked.is_none() && entries.tells_level(tables);
    let near = rung_of(answer.own_level, answer.outcome.expected, &tables.ladder);
    let near = near.filter(|_| told).map(|rung| rung.id.as_ref());
    let kind = entries.segment_row(tables).map(|row| row.kind.as_ref());
    let best = &answer.best;
    let points = answer.firm.forgone_by_rung(best, &tables.ladder);
    // A terrible day costs many times the others: its bar alone would make all of them dots.
    let amounts = points.iter().skip(1).map(|point| point.forgone);
    let longest = amounts.fold(0.0, f64::max);
    let rungs = tables.ladder.iter().zip(&points);
    let rung = |(row, point): (&model::Rung, &model::Point)| {
        let key = format!("{}.{}", kind.unwrap_or_default(), row.id);
        let side = best.verdict(point.level);
        let share = if longest > 0.0 {
            point.forgone.max(0.0) / longest
        } else {
            0.0
        };
        RungView {
            id: row.id.to_string(),
            name: names::rung(&row.id),
            example: say::example(&key).unwrap_or_else(|| names::rung(&row.id)),
            forgone: Figure::money(point.forgone),
            side,
            side_words: match side {
                Verdict::Under => say::ladder_under(),
                Verdict::Sufficient => say::ladder_sufficient(),
                Verdict::Over => say::ladder_over(),
            },
            bar: share.min(1.0),
            cut: share > 1.0,
            picked: picked == Some(row.id.as_ref()),
            near: near == Some(row.id.as_ref()),
        }
    };
    rungs.map(rung).collect()
}

/// Which level stands in while nothing is told of the visitor's.
#[must_use]
pub fn assumed(answer: &Answer, tables: &Tables) -> Option<Message> {
    let level = Figure::level(answer.outcome.level);
    (!answer.is_own(tables)).then(|| say::LadderAssumed { level }.into())
}

/// Whose amounts the rungs carry: an example's, named as one, or the visitor's.
#[must_use]
pub fn whose(answer: &Answer) -> Message {
    let business = &answer.firm.business;
    if !answer.entries.is_example() {
        return say::ladder_own();
    }
    say::LadderExample {
        business: names::segment(&answer.entries.segment),
        customers: Figure::integer(business.customers.round()),
        spend: Figure::money_exact(business.cheque),
    }
    .into()
}
