//! What the heading of the closed panel says it has found.

use super::view::RepricingView;
use crate::answer::Answer;
use l10n::text::{Message, say};
use model::Tables;

/// The prices nearest to the present ones at which the verdict is another one.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let view = RepricingView::new(answer, tables)?;
    let own = view.rows.iter().position(|row| row.own)?;
    let verdict = view.rows.get(own)?.verdict;
    let others = view.rows.iter().enumerate();
    let others = others.filter(|(_, row)| row.verdict != verdict);
    let nearest = others.min_by_key(|(at, _)| at.abs_diff(own));
    Some(nearest.map_or_else(say::finding_repricing_same, |(_, row)| row.sentence.clone()))
}
