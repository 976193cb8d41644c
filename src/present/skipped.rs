//! What of a link, or of what the browser has kept, could not be used: in a sentence.

use crate::session::{Reason, Skipped};
use l10n::text::{Message, say};

/// Most characters of what stands there that are said again.
const MOST: usize = 60;

/// How many are said; whoever gives more has damaged the whole of it.
const SAID: usize = 5;

/// A sentence for each, the first few of them.
#[must_use]
pub fn skipped(all: &[Skipped]) -> Vec<Message> {
    all.iter().take(SAID).map(sentence).collect()
}

fn sentence(skipped: &Skipped) -> Message {
    let Skipped { key, value, reason } = skipped;
    let joint = if key.is_empty() { "" } else { "=" };
    let said: String = key
        .chars()
        .chain(joint.chars())
        .chain(value.chars())
        .take(MOST)
        .collect();
    let said = Message::from(said);
    let reason = match reason {
        Reason::OtherVersion => return say::TakeSkippedAll { said }.into(),
        Reason::UnknownKey => say::take_skipped_unknown_key(),
        Reason::UnknownId => say::take_skipped_unknown_id(),
        Reason::Damaged => say::take_skipped_damaged(),
        Reason::OutOfRange => say::take_skipped_out_of_range(),
    };
    say::TakeSkipped { said, reason }.into()
}
