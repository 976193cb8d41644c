//! The detailed self-assessment: the level and consistency that it amounts to (section 2).

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::{Delivered, Inputs};
use super::practices::{Scores, scores};
use super::tables::Tables;

/// What the self-assessment, or a measurement, says.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Assessment {
    /// k, 0–1.
    pub consistency: f64,
    /// Q, points.
    pub level: f64,
    /// The scores, where practices were answered.
    #[cfg_attr(
        feature = "json",
        serde(flatten, skip_serializing_if = "Option::is_none")
    )]
    pub scores: Option<Scores>,
}

/// The level and consistency that the answers amount to, and where they are weakest.
///
/// # Errors
/// As [`super::evaluate`].
pub fn assessment(inputs: &Inputs, tables: &Tables) -> Result<Assessment, InputError> {
    let calibrated = Calibrated::of(inputs, tables)?;
    let scores = match &inputs.delivered {
        Delivered::Practices(answers) => Some(scores(answers, tables)?),
        _ => None,
    };
    Ok(Assessment {
        consistency: calibrated.business.consistency,
        level: calibrated.level,
        scores,
    })
}
