//! What to be careful about beside the verdict.

use super::super::answer::Answer;
use super::super::figure::Figure;
use super::super::names;
use super::super::text::{Message, say};
use crate::model::{Tables, Warning};

/// The notes of an answer, those about its numbers first.
pub fn notes(answer: &Answer, tables: &Tables) -> Vec<Message> {
    let o = &answer.outcome;
    let cheaper = o.level < o.adequate && o.gap_to_sufficient < 0.0;
    let rung_decides = answer.entries.rung.is_some() && !answer.is_what_if();
    let tier = &answer.entries.tier;
    let mut notes: Vec<Message> = o
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::ThinMargin => say::note_thin_margin(),
            Warning::EnquiriesExceedCustomers => say::note_enquiries(),
        })
        .collect();
    if answer.entries.rates_itself(tables) && !answer.is_what_if() {
        notes.extend(self_rating(tables));
    }
    if answer.entries.rung.as_deref() == Some("unbelievable") && rung_decides {
        notes.push(say::note_one_off());
    }
    if !answer.entries.parameters.is_empty() {
        notes.push(say::note_parameters());
    }
    if cheaper {
        notes.push(say::note_poor_is_cheaper());
    }
    if rung_decides && answer.firm.business.price_ratio > 1.0 {
        let difference = o.expected - answer.firm.business.segment_expected.value;
        notes.push(
            say::NoteTier {
                tier: names::at_tier(tier),
                difference: Figure::points(difference),
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
