//! Ideas to start from: one that adds care, one that trims it.

use crate::session::{Entries, Entry, Field, IdeaEntries, Kind};
use l10n::text::{Message, say};
use model::Tables;

/// An idea that the panel offers to who has none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// Does more for customers.
    Adds,
    /// Leaves out what they do not need: minutes below zero.
    Trims,
}

impl Example {
    /// What it is called, before the user calls it something else.
    #[must_use]
    pub fn name(self) -> Message {
        match self {
            Self::Adds => say::idea_example_adds(),
            Self::Trims => say::idea_example_trims(),
        }
    }

    /// The entries with this idea under a name. Amounts are scaled to the currency, as examples are.
    #[must_use]
    pub fn added_to(self, entries: &Entries, name: String, tables: &Tables) -> Entries {
        let numbers = match self {
            Self::Adds => [
                (Field::IdeaOneOff, 500.0),
                (Field::IdeaMonthly, 50.0),
                (Field::IdeaMinutes, 3.0),
                (Field::IdeaLevel, 3.0),
                (Field::IdeaConsistency, 0.0),
            ],
            Self::Trims => [
                (Field::IdeaOneOff, 200.0),
                (Field::IdeaMonthly, 0.0),
                (Field::IdeaMinutes, -2.0),
                (Field::IdeaLevel, 0.0),
                (Field::IdeaConsistency, 0.0),
            ],
        };
        let factor = tables.example_factor(&entries.currency);
        let mut idea = IdeaEntries {
            name,
            ..IdeaEntries::default()
        };
        for (field, value) in numbers {
            let money = field.kind() == Kind::Money;
            let value = if money { value * factor } else { value };
            idea.numbers.insert(field, Entry::Number(value));
        }
        let mut entries = entries.clone();
        entries.ideas.push(idea);
        entries
    }
}
