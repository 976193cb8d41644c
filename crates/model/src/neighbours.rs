//! Whom to learn from: other segments whose customers expect as much, or nearly (section 13).

use super::calibration::Calibrated;
use super::error::InputError;
use super::expectation::Expectation;
use super::inputs::Inputs;
use super::tables::Tables;

/// Another segment and tier.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Neighbour {
    /// Segment id.
    pub segment: String,
    /// Tier id.
    pub tier: String,
    /// What its customers expect, points.
    pub expected: f64,
}

/// The nearest other segments, of any tier, whose customers expect as much.
///
/// # Errors
/// As [`super::evaluate`].
pub fn neighbours(inputs: &Inputs, tables: &Tables) -> Result<Vec<Neighbour>, InputError> {
    within(tables.constants.neighbour_points, inputs, tables)
}

/// The nearest other segments, of any tier, however far.
///
/// # Errors
/// As [`super::evaluate`].
pub fn nearest(inputs: &Inputs, tables: &Tables) -> Result<Vec<Neighbour>, InputError> {
    within(f64::INFINITY, inputs, tables)
}

/// The nearest of those that lie within so many points.
fn within(points: f64, inputs: &Inputs, tables: &Tables) -> Result<Vec<Neighbour>, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    let own = inputs.segment.as_deref().unwrap_or(&tables.start.segment);
    let c = &tables.constants;
    let others = tables.segments.iter().filter(|row| row.id != own);
    let mut near: Vec<(f64, Neighbour)> = others
        .flat_map(|segment| tables.tiers.iter().map(move |tier| (segment, tier)))
        .map(|(segment, tier)| {
            let expectation = Expectation::new(
                segment.expected.value,
                tier.price_ratio,
                &firm.parameters,
                c,
            );
            let distance = (expectation.expected - firm.expectation.expected).abs();
            let neighbour = Neighbour {
                segment: segment.id.to_string(),
                tier: tier.id.to_string(),
                expected: expectation.expected,
            };
            // Rounded, so that equal distances tie on every machine.
            ((distance * 1e9).round() / 1e9, neighbour)
        })
        .filter(|(distance, _)| *distance <= points)
        .collect();
    near.sort_by(|a, b| {
        let by_name = || (&a.1.segment, &a.1.tier).cmp(&(&b.1.segment, &b.1.tier));
        a.0.total_cmp(&b.0).then_with(by_name)
    });
    let count = c.neighbour_count as usize;
    Ok(near.into_iter().take(count).map(|(_, row)| row).collect())
}
