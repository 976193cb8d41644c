//! How a figure comes about, in a sentence with the user's own numbers.

use super::super::answer::Answer;
use super::{analysis, loss, standing};
use l10n::text::Message;
use model::Tables;

/// The sentence of a topic; `name` is the figure that was asked about.
pub fn sentence(topic: &str, name: &str, answer: &Answer, tables: &Tables) -> Option<Message> {
    loss::sentence(topic, answer)
        .or_else(|| standing::sentence(topic, name, answer, tables))
        .or_else(|| analysis::sentence(topic, answer, tables))
}
