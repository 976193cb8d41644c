//! What the heading of the closed panel says it has found.

use super::view::Certainty;
use crate::answer::Answer;
use crate::platform::draws::Draws;
use l10n::text::{Message, say};
use model::Tables;

/// The number that moves the loss most.
pub fn finding(answer: &Answer, tables: &Tables) -> Message {
    let view = Certainty::new(answer, tables, &Draws::default());
    let Some(longest) = view.tornado.bars.into_iter().next() else {
        return say::certainty_nothing();
    };
    // The loss may be lower at the high end of the number's range.
    let [mut low, mut high] = longest.loss;
    if low.value > high.value {
        std::mem::swap(&mut low, &mut high);
    }
    say::FindingCertainty {
        number: longest.label,
        low,
        high,
    }
    .into()
}
