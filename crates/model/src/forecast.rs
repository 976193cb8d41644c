//! If nothing changes: expectations rise, uncontrolled standards slip (section 9).

use super::calibration::Calibrated;
use super::error::{InputError, whole};
use super::inputs::{Inputs, ranged};
use super::tables::Tables;

/// One year of the forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Year {
    /// Years from today.
    pub year: f64,
    /// What the market expects, points.
    pub expected: f64,
    /// What is delivered, points.
    pub level: f64,
    /// The loss to bad service, money a year.
    pub loss: f64,
}

impl Calibrated {
    /// Points a year by which the service slips where nothing keeps it up, if service without any
    /// consistency slips by `uncontrolled`.
    #[must_use]
    pub fn drift(&self, uncontrolled: f64) -> f64 {
        uncontrolled * (1.0 - self.business.consistency)
    }
}

/// The years from today, with today's other churn; `controlled` standards do not slip.
///
/// # Errors
/// As [`super::evaluate`]; besides, `years` out of range or not whole.
pub fn forecast(
    inputs: &Inputs,
    years: f64,
    controlled: bool,
    tables: &Tables,
) -> Result<Vec<Year>, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    whole("years", ranged(tables, "years", years)?)?;
    let (p, k) = (&firm.parameters, firm.business.consistency);
    let drift = if controlled {
        0.0
    } else {
        firm.drift(p.uncontrolled_drift)
    };
    let years = (0..=years as u8).map(|year| {
        let year = f64::from(year);
        let then = firm.expecting(firm.expectation.expected + p.market_escalator * year);
        let level = (firm.level - drift * year).max(0.0);
        Year {
            year,
            expected: then.expectation.expected,
            level,
            loss: then.yearly(level, k).loss(),
        }
    });
    Ok(years.collect())
}
