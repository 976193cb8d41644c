//! What can be wrong with an input: names and numbers only, the words belong to `present`.

use std::borrow::Cow;
use std::fmt;

/// Why an input was refused. Nothing is ever silently clamped.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// A number outside its valid range; NaN and infinities are always outside.
    OutOfRange {
        /// The input's id.
        field: Cow<'static, str>,
        /// What was given.
        value: f64,
        /// Smallest valid value.
        min: f64,
        /// Largest valid value.
        max: f64,
    },
    /// An id that the tables do not have.
    Unknown {
        /// The input's id.
        field: Cow<'static, str>,
        /// What was given.
        value: String,
        /// The ids there are.
        allowed: Vec<String>,
    },
    /// Several inputs of which one at a time decides.
    Conflict {
        /// Ids of those given, which all tell the same thing.
        fields: Vec<&'static str>,
    },
    /// A part that is needed and was not given.
    Missing {
        /// The input's id.
        field: Cow<'static, str>,
    },
    /// A gross margin that does not cover the cost to serve: nearly always a net margin. At least
    /// one of the two was given.
    MarginNotAboveCost {
        /// The gross margin in force, share of revenue.
        margin: f64,
        /// The cost to serve in force, share of revenue.
        cost_to_serve: f64,
    },
}

/// The two inputs of which the first has to be above the second.
const MARGIN_AND_COST: [&str; 2] = ["margin", "cost_to_serve"];

impl InputError {
    /// The id of the input that is wrong (the first, where several are).
    #[must_use]
    pub fn field(&self) -> &str {
        match self {
            Self::OutOfRange { field, .. }
            | Self::Unknown { field, .. }
            | Self::Missing { field } => field,
            Self::Conflict { fields } => fields.first().copied().unwrap_or_default(),
            Self::MarginNotAboveCost { .. } => {
                let [margin, _] = MARGIN_AND_COST;
                margin
            }
        }
    }

    /// The ids of all inputs that the error is about.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::Conflict { fields } => fields.clone(),
            Self::MarginNotAboveCost { .. } => MARGIN_AND_COST.to_vec(),
            _ => vec![self.field()],
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange {
                field,
                value,
                min,
                max,
            } => {
                write!(f, "{field}: {value:?} not in {min}..{max}")
            }
            Self::Unknown {
                field,
                value,
                allowed,
            } => {
                write!(f, "{field}: {value:?} not in {}", allowed.join(", "))
            }
            Self::Conflict { fields } => write!(f, "{}: only one of them", fields.join(", ")),
            Self::Missing { field } => write!(f, "{field}: missing"),
            Self::MarginNotAboveCost {
                margin,
                cost_to_serve,
            } => {
                let [first, second] = MARGIN_AND_COST;
                write!(
                    f,
                    "{first}: {margin:?} not above {second}: {cost_to_serve:?}; \
                     allowed is a {first} above the {second}, up to 1"
                )
            }
        }
    }
}

impl std::error::Error for InputError {}

/// A row of a table that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The table and column.
    pub table: &'static str,
    /// Id of the row.
    pub id: String,
    /// The rule it breaks.
    pub rule: &'static str,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}: {}", self.table, self.id, self.rule)
    }
}

impl std::error::Error for TableError {}

/// Checks that `value` lies in `min..=max`.
///
/// # Errors
/// `OutOfRange` naming `field`.
pub fn within(
    field: impl Into<Cow<'static, str>>,
    value: f64,
    min: f64,
    max: f64,
) -> Result<f64, InputError> {
    if value >= min && value <= max {
        Ok(value)
    } else {
        Err(InputError::OutOfRange {
            field: field.into(),
            value,
            min,
            max,
        })
    }
}

/// Checks that `value` is a whole number.
///
/// # Errors
/// `OutOfRange` naming `field`, with the nearest valid value below.
pub fn whole(field: impl Into<Cow<'static, str>>, value: f64) -> Result<f64, InputError> {
    within(field, value, value.floor(), value.floor())
}
