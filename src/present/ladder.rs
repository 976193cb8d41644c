//! The ladder: six rungs with an everyday example for the kind of business.

use super::answer::Answer;
use super::figure::Figure;
use super::names;
use super::text::{Message, say};
use crate::model::{Tables, rung_of};

/// A rung as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct RungView {
    /// Rung id.
    pub id: String,
    /// Its name.
    pub name: Message,
    /// An everyday example for this kind of business.
    pub example: Message,
    /// The level it amounts to in this segment, points.
    pub level: Figure,
    /// Whether the user stands on it: picked, or nearest to the level that is otherwise told.
    pub here: bool,
}

/// The rungs, lowest first.
#[must_use]
pub fn ladder(answer: &Answer, tables: &Tables) -> Vec<RungView> {
    let picked = answer.entries.rung.as_deref();
    let decides = answer.entries.delivered_by == crate::session::DeliveredBy::Rung;
    let nearest = rung_of(answer.own_level, answer.outcome.expected, &tables.ladder);
    let here = match picked {
        Some(id) if decides => Some(id),
        _ => nearest.map(|rung| rung.id.as_ref()),
    };
    let kind = answer
        .entries
        .segment_row(tables)
        .map(|row| row.kind.as_ref());
    let rung = |row: &crate::model::Rung| {
        let key = format!("{}.{}", kind.unwrap_or_default(), row.id);
        RungView {
            id: row.id.to_string(),
            name: names::rung(&row.id),
            example: say::example(&key).unwrap_or_else(|| names::rung(&row.id)),
            level: Figure::level(answer.firm.self_rated(row.offset)),
            here: here == Some(row.id.as_ref()),
        }
    };
    tables.ladder.iter().map(rung).collect()
}
