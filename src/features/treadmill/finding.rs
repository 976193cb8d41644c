//! What the heading of the closed panel says it has found.

use super::view::{Lasting, TreadmillView};
use crate::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Verdict};

/// What the way back costs who is too good already; for others how fast a WOW wears off, and what
/// the way back from a raise costs.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let outcome = &answer.outcome;
    let back = outcome.levers.cost_of_going_back.filter(|cost| *cost > 0.0);
    if let (Verdict::Over, Some(cost)) = (outcome.verdict, back) {
        let from = Figure::level(outcome.level).named("level");
        let to = Figure::level(outcome.sufficient).named("sufficient");
        let cost = Figure::money(cost).named("levers.cost_of_going_back");
        let months = Figure::integer(answer.firm.constants.treadmill_months);
        return Some(if outcome.levers.holds() {
            say::FindingTreadmillHold {
                from,
                to,
                cost,
                months,
            }
            .into()
        } else {
            say::FindingTreadmillOver {
                from,
                to,
                cost,
                months,
            }
            .into()
        });
    }
    let Lasting {
        half_life,
        raised,
        after,
        going_back,
    } = TreadmillView::new(answer, tables, false)?.lasting;
    Some(match (half_life, going_back) {
        (Some(used), Some(cost)) => say::FindingTreadmill {
            used,
            raised,
            cost,
            after,
        }
        .into(),
        (Some(used), None) => say::FindingTreadmillUsed { used }.into(),
        (None, Some(cost)) => say::FindingTreadmillBack {
            raised,
            cost,
            after,
        }
        .into(),
        (None, None) => return None,
    })
}
