//! What to be careful about beside the verdict.

use super::super::answer::Answer;
use crate::session::DeliveredBy;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Uncertainty, Warning};

/// The share of simulations from which on it is said no more how one rates oneself.
const ALL_BUT: f64 = 0.95;

/// The rung that is a gesture, never a level that lasts.
const ONE_OFF: &str = "unbelievable";

/// The notes of an answer, those about its numbers first.
pub fn notes(answer: &Answer, tables: &Tables, draws: Option<&Uncertainty>) -> Vec<Message> {
    let o = &answer.outcome;
    let by_rung = answer.entries.delivered_by == DeliveredBy::Rung && !answer.is_what_if;
    let rung = answer.entries.rung.as_deref().filter(|_| by_rung);
    let mut notes: Vec<Message> = o
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::EnquiriesExceedCustomers => say::note_enquiries(),
        })
        .collect();
    let decides = draws.is_some_and(|draws| draws.verdict.of(o.verdict) < ALL_BUT);
    if decides && answer.entries.rates_itself(tables) && !answer.is_what_if {
        notes.extend(self_rating(tables));
    }
    if !answer.entries.parameters.is_empty() {
        notes.push(say::note_parameters());
    }
    if rung == Some(ONE_OFF) {
        notes.push(
            say::RungTextOneOff {
                panel: say::panel_treadmill(),
            }
            .into(),
        );
    }
    notes
}

/// By how much managers rate themselves above what their customers say: the middle of the range.
fn self_rating(tables: &Tables) -> Option<Message> {
    let row = tables
        .parameters
        .iter()
        .find(|row| row.id == "self_rating_error")?;
    let above = -0.5 * (row.range.low + row.range.high);
    let points = Figure::points(above);
    (above > 0.0).then(|| say::NoteSelfRating { points }.into())
}
