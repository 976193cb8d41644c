//! What the heading of the closed panel says it has found.

use super::view::ScaleView;
use crate::answer::Answer;
use l10n::text::{Message, say};
use model::Tables;

/// From how many orders on a standard pays.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let view = ScaleView::new(&answer.entries, tables)?;
    let row = view.rows.into_iter().find(|row| row.own)?;
    let (own, saving) = (row.orders, row.saving);
    Some(match view.pays_from {
        None => say::finding_scale_never(),
        Some(orders) if orders.value == 0.0 => say::FindingScaleAtOnce { own, saving }.into(),
        Some(orders) if own.value >= orders.value => say::FindingScale {
            orders,
            own,
            saving,
        }
        .into(),
        Some(orders) => say::FindingScaleLater { orders, own }.into(),
    })
}
