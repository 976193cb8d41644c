//! One entered number: not known, a number, or text that is none.

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
}
