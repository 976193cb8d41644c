//! What the user does, and how it changes the entries.

use super::entries::{CustomerCount, DeliveredBy, Entries, IdeaEntries};
use super::entry::{Entry, error_of};
use super::field::Field;
use super::pairs::Pairs;
use super::scaler::Scaler;
use model::Tables;

/// What the user does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Picks a segment.
    Segment(String),
    /// Picks a price tier.
    Tier(String),
    /// Changes the currency: relabels what was typed and rescales examples.
    Currency(String),
    /// Enters a number, or says "don't know".
    Number(Field, Entry),
    /// Says that the margin entered is what is left after all costs: it is kept as that, and the
    /// typical gross margin stands in for it.
    TakeAsNet,
    /// Forgets what is left after all costs.
    ForgetNet,
    /// Counts customers another way; the number is converted.
    Count(CustomerCount),
    /// Lets another way decide the present level.
    By(DeliveredBy),
    /// Stands on a rung.
    Rung(String),
    /// Answers a practice.
    Practice(usize, Option<u8>),
    /// Answers a sign.
    Sign(usize, Option<f64>),
    /// Changes a parameter, or takes the change back.
    Parameter(String, Option<f64>),
    /// Takes all changed parameters back.
    ResetParameters,
    /// Adds an idea.
    AddIdea,
    /// Removes an idea.
    RemoveIdea(usize),
    /// Names an idea.
    NameIdea(usize, String),
    /// Enters a number of an idea.
    IdeaNumber(usize, Field, Entry),
    /// Answers one of an idea's five questions.
    IdeaAnswer(usize, usize, bool),
    /// Looks at another level, or back at the present one; points.
    WhatIf(Option<f64>),
    /// Makes the level looked at the present one.
    Adopt,
    /// Puts other entries in place, as from a link.
    Load(Box<Entries>),
    /// Takes the last change back.
    Undo,
    /// Starts over; can be undone.
    Reset,
}

impl Action {
    /// Whether it says how well the business serves.
    pub(super) fn tells_level(&self) -> bool {
        const FIELDS: [Field; 3] = [Field::Level, Field::Measured, Field::Surveyed];
        match self {
            Self::Rung(_) | Self::By(_) | Self::Practice(..) => true,
            Self::Number(field, _) => FIELDS.contains(field),
            _ => false,
        }
    }

    /// Makes the change that an action is, where it is one of the entries alone.
    pub(super) fn change(self, entries: &mut Entries, tables: &Tables) {
        match self {
            Self::Segment(id) => entries.segment = id,
            Self::Tier(id) => entries.tier = id,
            Self::Currency(code) => entries.currency = code,
            Self::Number(field, entry) => put(&mut entries.numbers, field, entry),
            Self::TakeAsNet => {
                let entry = entries.entry(Field::Margin);
                let valid = error_of(Field::Margin, entry, Scaler::NONE, tables).is_none();
                if let Some(share) = entry.number().filter(|_| valid) {
                    entries.net_margin = Some(share);
                    entries.numbers.remove(&Field::Margin);
                }
            }
            Self::ForgetNet => entries.net_margin = None,
            Self::Count(count) => {
                let from = entries.scaler(Field::Customers, tables);
                entries.customer_count = count;
                let to = entries.scaler(Field::Customers, tables);
                let convert = |n: f64| to.shown(from.kept(n));
                let converted = entries.entry(Field::Customers).number().map(convert);
                // Of a customer who never comes or pays nothing there is no such number.
                let converted = converted.filter(|n| convert(1.0).is_normal() && n.is_finite());
                if let Some(converted) = converted {
                    let converted = Entry::Number(converted);
                    entries.numbers.insert(Field::Customers, converted);
                }
            }
            Self::By(by) => entries.delivered_by = by,
            Self::Rung(id) => {
                entries.rung = Some(id);
                entries.delivered_by = DeliveredBy::Rung;
            }
            Self::Practice(index, answer) => {
                if let Some(place) = entries.practices.get_mut(index) {
                    *place = answer;
                    entries.delivered_by = DeliveredBy::Practices;
                }
            }
            Self::Sign(index, answer) => {
                if let Some(place) = entries.signs.get_mut(index) {
                    *place = answer;
                }
            }
            Self::Parameter(id, Some(value)) => {
                entries.parameters.insert(id, value);
            }
            Self::Parameter(id, None) => {
                entries.parameters.remove(&id);
            }
            Self::ResetParameters => entries.parameters = Pairs::default(),
            Self::AddIdea => entries.ideas.push(IdeaEntries::default()),
            Self::RemoveIdea(index) => {
                if index < entries.ideas.len() {
                    entries.ideas.remove(index);
                }
            }
            Self::NameIdea(index, name) => {
                if let Some(idea) = entries.ideas.get_mut(index) {
                    idea.name = name;
                }
            }
            Self::IdeaNumber(index, field, entry) => {
                if let Some(idea) = entries.ideas.get_mut(index) {
                    put(&mut idea.numbers, field, entry);
                }
            }
            Self::IdeaAnswer(index, question, answered) => {
                let idea = entries.ideas.get_mut(index);
                if let Some(place) = idea.and_then(|idea| idea.answered.get_mut(question)) {
                    *place = answered;
                }
            }
            Self::WhatIf(_) | Self::Adopt | Self::Load(_) | Self::Undo | Self::Reset => {}
        }
    }
}

/// What is not known is not there, so that a field taken back is as if never touched.
pub(super) fn put(numbers: &mut Pairs<Field, Entry>, field: Field, entry: Entry) {
    match entry {
        Entry::Unknown => numbers.remove(&field),
        _ => numbers.insert(field, entry),
    }
}
