//! What the heading of the closed panel says it has found.

use super::view::NeighboursView;
use crate::answer::Answer;
use l10n::text::{Message, say};
use model::Tables;

/// The two markets whose customers expect most nearly as much.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let mut cards = NeighboursView::new(answer, tables)?.cards.into_iter();
    Some(match (cards.next(), cards.next()) {
        (Some(first), Some(second)) => say::FindingNeighbours {
            first: first.title,
            first_expected: first.points,
            second: second.title,
            second_expected: second.points,
        }
        .into(),
        (Some(first), None) => say::FindingNeighboursOne {
            first: first.title,
            first_expected: first.points,
        }
        .into(),
        _ => say::finding_neighbours_none(),
    })
}
