//! What is behind a figure: a sentence with the user's own numbers, then the formula, the numbers
//! in it, and the evidence.

mod analysis;
mod level;
mod lever;
mod loss;
mod parameter;
mod sentence;
mod standing;
mod topic;

use super::answer::Answer;
use l10n::text::{Message, say};
use model::{Tables, Text};
pub use parameter::{ParameterView, class_name, in_parameter, shown_in};
pub use topic::explains;
use topic::{Topic, topic_of};

/// The explanation of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What the figure is.
    pub title: Message,
    /// How it comes about, with the user's own numbers.
    pub sentence: Message,
    /// The formula.
    pub formula: Message,
    /// The numbers of the tables in it.
    pub parameters: Vec<ParameterView>,
    /// What speaks against it.
    pub counter: Option<Message>,
    /// Ids of the evidence, each once.
    pub evidence: Vec<Text>,
}

impl Explanation {
    /// The explanation of the figure of this name; none where [`explains`] says so.
    #[must_use]
    pub fn new(name: &str, answer: &Answer, tables: &Tables) -> Option<Self> {
        let topic = topic_of(name)?;
        let view = |id: &&str| ParameterView::new(id, answer, tables);
        let parameters: Vec<_> = topic.parameters.iter().filter_map(view).collect();
        Some(Self {
            title: say::explained(topic.id)?,
            sentence: sentence::sentence(topic.id, name, answer, tables)?,
            formula: say::formula(topic.id)?,
            evidence: evidence(topic, &parameters, answer, tables),
            parameters,
            counter: say::counter(topic.id),
        })
    }
}

fn evidence(
    topic: &Topic,
    parameters: &[ParameterView],
    answer: &Answer,
    tables: &Tables,
) -> Vec<Text> {
    let own: Vec<Text> = topic.evidence.iter().map(|id| (*id).into()).collect();
    let segment = answer.entries.segment_row(tables);
    let segment = segment.filter(|_| topic.of_segment);
    let rows = segment.into_iter().flat_map(|row| row.evidence.iter());
    let used = parameters.iter().flat_map(|view| view.evidence.iter());
    let mut ids: Vec<Text> = Vec::new();
    for id in own.iter().chain(rows).chain(used) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}
