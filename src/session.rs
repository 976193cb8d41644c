//! What the user has entered, and the one reducer that changes it. Pure: no browser, no clock.

mod action;
mod assumed;
pub mod cases;
mod entries;
mod entry;
mod example;
mod field;
mod pairs;
mod scaler;
mod travel;

pub use action::Action;
pub use entries::{CustomerCount, DeliveredBy, Entries, IdeaEntries, assumed_answer};
pub use entry::{Entry, EntryError, error_of};
pub use field::{Field, IDEA_FIELDS, Kind};
pub use pairs::Pairs;
pub use scaler::Scaler;
pub use travel::{Reason, Skipped, made_earlier};

use model::Tables;

/// How many steps can be undone.
const MOST_UNDO: usize = 50;

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

    /// What it starts over to.
    #[must_use]
    pub fn start(&self) -> &Entries {
        &self.start
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
            other => {
                // Whoever says how well he serves looks at that, and at nothing else any more.
                if other.tells_level() {
                    next.what_if = None;
                }
                other.change(&mut next.entries, tables);
            }
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
