//! What the rows of the tables are made of.

use std::borrow::Cow;

/// A text of a table: borrowed when built in, owned when read from a config.
pub type Text = Cow<'static, str>;

/// How the evidence of a row begins that is not in `data/evidence.json`, but told by the owner of a
/// site; the source follows in words.
pub const OWN_SOURCE: &str = "own:";

/// The rows of a table.
pub type Rows<T> = Cow<'static, [T]>;

/// A central value and the range in which it plausibly lies: low ≤ value ≤ high.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Range {
    /// The central value, which the figures are computed with.
    pub value: f64,
    /// The lowest plausible value.
    pub low: f64,
    /// The highest plausible value.
    pub high: f64,
}

/// How a parameter is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize, serde::Serialize),
    serde(rename_all = "lowercase")
)]
pub enum Class {
    /// A published measurement of this very quantity.
    Measured,
    /// Computed from measurements.
    Derived,
    /// No published constant exists; shown as an assumption.
    Assumption,
}
