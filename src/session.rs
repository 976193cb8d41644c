//! What the user has entered, and the one reducer that changes it. Pure: no browser, no clock.

mod entries;
mod entry;
mod field;
mod pairs;
mod scaler;
mod travel;

pub use entries::{CustomerCount, DeliveredBy, Entries, IdeaEntries, assumed_answer, error_of};
pub use entry::{Entry, EntryError};
pub use field::{Field, IDEA_FIELDS, Kind};
pub use pairs::Pairs;
pub use scaler::Scaler;
pub use travel::{Reason, Skipped};

use crate::model::Tables;

/// How many steps can be undone.
const MOST_UNDO: usize = 50;

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

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What stands in the fields.
    pub entries: Entries,
    /// The last entries that were all valid: what the answer is about.
    pub good: Entries,
    /// A level that is only looked at, points.
    pub what_if: Option<f64>,
    start: Entries,
    past: Vec<Entries>,
    last: Option<Touched>,
}

/// What the last action touched, so that a drag is one step of undo.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Touched {
    Number(Field),
    IdeaNumber(usize, Field),
    IdeaName(usize),
}

impl Session {
    /// A session that starts over to `start`.
    #[must_use]
    pub fn new(start: Entries) -> Self {
        Self {
            entries: start.clone(),
            good: start.clone(),
            what_if: None,
            start,
            past: Vec::new(),
            last: None,
        }
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether anything differs from the first state.
    #[must_use]
    pub fn can_reset(&self) -> bool {
        self.entries != self.start || self.what_if.is_some()
    }

    /// Whether the answer is about earlier entries, because one now is not valid.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.entries != self.good
    }

    /// The session after an action.
    #[must_use]
    pub fn apply(&self, action: Action, tables: &Tables) -> Self {
        let mut next = self.clone();
        let touched = match &action {
            Action::Number(field, _) => Some(Touched::Number(*field)),
            Action::IdeaNumber(index, field, _) => Some(Touched::IdeaNumber(*index, *field)),
            Action::NameIdea(index, _) => Some(Touched::IdeaName(*index)),
            _ => None,
        };
        match action {
            Action::WhatIf(level) => {
                next.what_if = level;
                return next;
            }
            Action::Undo => {
                if let Some(before) = next.past.pop() {
                    next.entries = before;
                }
                next.what_if = None;
                next.last = None;
                next.settle(tables);
                return next;
            }
            Action::Reset => {
                next.entries = next.start.clone();
                next.what_if = None;
            }
            Action::Adopt => {
                if let Some(level) = next.what_if.take() {
                    next.entries.delivered_by = DeliveredBy::Level;
                    next.entries
                        .numbers
                        .insert(Field::Level, Entry::Number(level));
                }
            }
            Action::Load(entries) => {
                next.entries = *entries;
                next.what_if = None;
            }
            other => change(&mut next.entries, other, tables),
        }
        if next.entries != self.entries && (touched.is_none() || touched != self.last) {
            next.past.push(self.entries.clone());
            if next.past.len() > MOST_UNDO {
                next.past.remove(0);
            }
        }
        next.last = touched;
        next.settle(tables);
        next
    }

    fn settle(&mut self, tables: &Tables) {
        if self.entries.is_valid(tables) {
            self.good = self.entries.clone();
        }
    }
}

/// What is not known is not there, so that a field taken back is as if never touched.
fn put(numbers: &mut Pairs<Field, Entry>, field: Field, entry: Entry) {
    match entry {
        Entry::Unknown => numbers.remove(&field),
        _ => numbers.insert(field, entry),
    }
}

fn change(entries: &mut Entries, action: Action, tables: &Tables) {
    match action {
        Action::Segment(id) => entries.segment = id,
        Action::Tier(id) => entries.tier = id,
        Action::Currency(code) => entries.currency = code,
        Action::Number(field, entry) => put(&mut entries.numbers, field, entry),
        Action::Count(count) => {
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
        Action::By(by) => entries.delivered_by = by,
        Action::Rung(id) => {
            entries.rung = Some(id);
            entries.delivered_by = DeliveredBy::Rung;
        }
        Action::Practice(index, answer) => {
            if let Some(place) = entries.practices.get_mut(index) {
                *place = answer;
                entries.delivered_by = DeliveredBy::Practices;
            }
        }
        Action::Sign(index, answer) => {
            if let Some(place) = entries.signs.get_mut(index) {
                *place = answer;
            }
        }
        Action::Parameter(id, Some(value)) => {
            entries.parameters.insert(id, value);
        }
        Action::Parameter(id, None) => {
            entries.parameters.remove(&id);
        }
        Action::ResetParameters => entries.parameters = Pairs::default(),
        Action::AddIdea => entries.ideas.push(IdeaEntries::default()),
        Action::RemoveIdea(index) => {
            if index < entries.ideas.len() {
                entries.ideas.remove(index);
            }
        }
        Action::NameIdea(index, name) => {
            if let Some(idea) = entries.ideas.get_mut(index) {
                idea.name = name;
            }
        }
        Action::IdeaNumber(index, field, entry) => {
            if let Some(idea) = entries.ideas.get_mut(index) {
                put(&mut idea.numbers, field, entry);
            }
        }
        Action::IdeaAnswer(index, question, answered) => {
            let idea = entries.ideas.get_mut(index);
            if let Some(place) = idea.and_then(|idea| idea.answered.get_mut(question)) {
                *place = answered;
            }
        }
        Action::WhatIf(_) | Action::Adopt | Action::Load(_) | Action::Undo | Action::Reset => {}
    }
}
