//! What a business says of itself (section 1). Whatever is `None` falls back to the segment's row.

use super::error::{InputError, within};
use super::survey::Survey;
use super::tables::Tables;

/// How the present level is told. One at a time decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Delivered {
    /// Nothing said: the expected level.
    #[default]
    Expected,
    /// A rung of the ladder, by id.
    Rung(String),
    /// The practices, each answered 0 never … 4 always, in the order of the table.
    Practices(Vec<u8>),
    /// The share of customers measured to be dissatisfied within a year.
    Measured(Survey),
    /// Points 0–100.
    Level(f64),
}

/// How consistent the service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Consistency {
    /// Nothing said: the typical consistency.
    #[default]
    Typical,
    /// Share 0–1.
    Share(f64),
    /// The signs of a service system, each 0 no, ½ partly, 1 yes, in the order of the table.
    Signs(Vec<f64>),
}

/// The price level, as a named tier or as a ratio to the standard tier's price.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Price {
    /// The first visitor's tier.
    #[default]
    Start,
    /// A tier, by id.
    Tier(String),
    /// Times the standard tier's price.
    Ratio(f64),
}

/// The inputs of the model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// Market segment, by id.
    pub segment: Option<String>,
    /// Price level.
    pub price: Price,
    /// Customers a year.
    pub customers: Option<f64>,
    /// Average cheque, in the user's currency.
    pub cheque: Option<f64>,
    /// Purchases per customer per year.
    pub purchases: Option<f64>,
    /// Gross margin before the cost of service staff, share of revenue.
    pub margin: Option<f64>,
    /// Share of customers kept per year.
    pub retention: Option<f64>,
    /// Of how many customers the retention was counted, as from the business's own sales; none: it
    /// is taken as exact.
    pub retention_of: Option<f64>,
    /// Cost to serve, share of revenue.
    pub cost_to_serve: Option<f64>,
    /// How the present level is told; see [`Delivered`].
    pub delivered: Delivered,
    /// How consistent the service is.
    pub consistency: Consistency,
    /// Enquiries a month; 0 unless given.
    pub enquiries: Option<f64>,
    /// Share of enquiries that buys; 0 unless given.
    pub conversion: Option<f64>,
}

/// Checks a number against the range that the tables give its field.
///
/// # Errors
/// `OutOfRange`, or `Unknown` where the tables have no such field.
pub fn ranged(tables: &Tables, field: &'static str, value: f64) -> Result<f64, InputError> {
    ranged_as(tables, field, field, value)
}

/// The same for a field whose range stands under another id.
///
/// # Errors
/// As [`ranged`].
pub fn ranged_as(
    tables: &Tables,
    id: &'static str,
    field: &'static str,
    value: f64,
) -> Result<f64, InputError> {
    match tables.input(id) {
        Some(range) => within(field, value, range.min, range.max),
        None => Err(InputError::Unknown {
            field: "inputs".into(),
            value: id.into(),
            allowed: ids(tables.inputs.iter().map(|row| row.id.as_ref())),
        }),
    }
}

/// Ids as owned texts, for an error.
pub fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    ids.map(str::to_owned).collect()
}
