//! One entered number: not known, a number, or text that is none.

use super::field::Field;
use super::scaler::Scaler;
use model::Tables;

/// What the user has entered into a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Entry {
    /// "Don't know": the labelled default stands in.
    #[default]
    Unknown,
    /// A number in the model's unit; may be out of range.
    Number(f64),
    /// Text that is no number, kept so that nothing typed is lost.
    Text(String),
}

impl Entry {
    /// The number, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    /// It is no number.
    NotANumber(String),
    /// It lies outside the valid range, in the model's unit.
    OutOfRange {
        /// What was entered.
        value: f64,
        /// Smallest valid value.
        min: f64,
        /// Largest valid value.
        max: f64,
    },
    /// It is no whole number.
    NotWhole(f64),
    /// The gross margin is not above the cost to serve: it is probably what is left after all
    /// costs. Both are shares of revenue, in force, and at least one of them was entered.
    MarginNotAboveCost {
        /// The margin in force.
        margin: f64,
        /// The cost to serve in force.
        cost_to_serve: f64,
    },
}

/// What is wrong with an entry, where `scaler` shows the model's numbers as entries have them.
#[must_use]
pub fn error_of(
    field: Field,
    entry: &Entry,
    scaler: Scaler,
    tables: &Tables,
) -> Option<EntryError> {
    let value = match entry {
        Entry::Unknown => return None,
        Entry::Text(text) => return Some(EntryError::NotANumber(text.clone())),
        Entry::Number(value) => *value,
    };
    let range = field.range(tables)?;
    let (min, max) = (scaler.shown(range.min), scaler.shown(range.max));
    if !(value >= min && value <= max) {
        return Some(EntryError::OutOfRange { value, min, max });
    }
    (field.is_whole() && value.fract() != 0.0).then_some(EntryError::NotWhole(value))
}
