//! What to be careful about beside the verdict.

use super::super::answer::Answer;
use super::super::figure::Figure;
use super::super::names;
use super::super::text::{Message, say};
use crate::model::Warning;
use crate::session::DeliveredBy;

/// The rung that is a gesture, never a level that lasts.
const ONE_OFF: &str = "unbelievable";

/// The notes of an answer, those about its numbers first.
pub fn notes(answer: &Answer) -> Vec<Message> {
    let o = &answer.outcome;
    let cheaper = o.level < o.adequate && o.gap_to_sufficient < 0.0;
    let by_rung = answer.entries.delivered_by == DeliveredBy::Rung && !answer.is_what_if();
    let rung = answer.entries.rung.as_deref().filter(|_| by_rung);
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
    if rung.is_some() && answer.firm.business.price_ratio > 1.0 {
        let difference = o.expected - answer.firm.business.segment_expected.value;
        notes.push(
            say::NoteTier {
                tier: names::at_tier(tier),
                difference: Figure::points(difference),
            }
            .into(),
        );
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
