//! What the heading of the closed panel says it has found.

use super::view::QueueView;
use crate::answer::Answer;
use l10n::text::{Message, say};
use model::Tables;

/// How many wait longer than they gladly do, now and after more care.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let queues = answer.entries.queues(tables).then_some(&answer.entries)?;
    let view = QueueView::new(queues, tables)?;
    let (tolerance, care) = (view.tolerance, view.care);
    let [_, _, now, needed] = view.now.facts;
    let [_, _, then, _] = view.after.facts;
    Some(if view.now.caution.is_some() {
        say::FindingQueueGrows {
            staff: view.staff,
            needed,
        }
        .into()
    } else if view.after.caution.is_some() {
        say::FindingQueueThenGrows {
            tolerance,
            now,
            care,
        }
        .into()
    } else {
        say::FindingQueue {
            tolerance,
            now,
            care,
            then,
        }
        .into()
    })
}
