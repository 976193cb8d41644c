//! What to be careful about beside the verdict.

use super::super::answer::Answer;
use super::super::figure::Figure;
use super::super::names;
use super::super::text::{Message, say};
use crate::model::Warning;

/// The notes of an answer, those about its numbers first.
pub fn notes(answer: &Answer) -> Vec<Message> {
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
