//! One-off gestures that the money of a permanent WOW buys (section 8).

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::{Inputs, ranged};
use super::tables::Tables;

/// How many gestures a year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Gestures {
    /// One-off gestures a year.
    pub gestures_per_year: f64,
}

/// One-off gestures a year at `cost_of_one` (money, > 0) for what a permanent WOW costs more than
/// the expected level.
///
/// # Errors
/// As [`super::evaluate`]; besides, `cost_of_one` out of range.
pub fn gestures(
    inputs: &Inputs,
    cost_of_one: f64,
    tables: &Tables,
) -> Result<Gestures, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    ranged(tables, "cost_of_one", cost_of_one)?;
    Ok(Gestures {
        gestures_per_year: firm.extra_cost(firm.wow()) / cost_of_one,
    })
}
