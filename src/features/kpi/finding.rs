//! What the heading of the closed panel says it has found.

use super::view::KpiView;
use crate::answer::Answer;
use crate::session::Field;
use l10n::text::{Message, say};
use model::Tables;

/// The first thing to measure: what it is now, and what it should be.
pub fn finding(answer: &Answer, tables: &Tables) -> Message {
    let view = KpiView::new(answer, answer.entries.entry(Field::Nps), tables);
    let [now, aim] = view.dissatisfied;
    if now.value <= aim.value {
        say::FindingKpiMet { now, aim }.into()
    } else {
        say::FindingKpi { now, aim }.into()
    }
}
