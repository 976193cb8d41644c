//! The present level at other prices (section 17).

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::Inputs;
use super::sufficient::Verdict;
use super::tables::Tables;

/// What the present level would be at the prices of a tier.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Repriced {
    /// Tier id.
    pub tier: String,
    /// E there, points.
    pub expected: f64,
    /// Q* there, points.
    pub sufficient: f64,
    /// The lowest and the highest level that are close enough to Q*, points.
    pub band: (f64, f64),
    /// Where the present level stands there.
    pub verdict: Verdict,
}

/// The present level at the prices of each tier, in the order of the tables; all that was fitted
/// stays as it is.
///
/// # Errors
/// As [`super::evaluate`].
pub fn repricing(inputs: &Inputs, tables: &Tables) -> Result<Vec<Repriced>, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    let tiers = tables.tiers.iter().map(|tier| {
        let there = firm.repriced(tier.price_ratio);
        let sufficient = there.sufficient(there.business.consistency);
        Repriced {
            tier: tier.id.to_string(),
            expected: there.expectation.expected,
            sufficient: sufficient.level,
            band: (sufficient.low, sufficient.high),
            verdict: sufficient.verdict(firm.level),
        }
    });
    Ok(tiers.collect())
}
