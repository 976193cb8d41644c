//! What waiting costs (section 12): those who wait too long count it as bad service.

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::{Inputs, ranged, ranged_as};
use super::queue::{Counter, Queue, queue};
use super::tables::Tables;

/// What waiting costs, money a year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Money {
    /// Loss with the queue less the loss without any.
    pub waiting: f64,
    /// Loss after the extra minutes of care less the loss before.
    pub care: f64,
}

/// What a business loses by its queue, and by extra minutes of care for each customer in it.
/// `peak_share` is the share of contacts that falls into the peak, 0–1; that of the tables unless
/// given.
///
/// # Errors
/// As [`super::evaluate`] and [`queue`]; besides, `extra_minutes` or `peak_share` out of range.
pub fn waiting(
    inputs: &Inputs,
    counter: &Counter,
    extra_minutes: f64,
    peak_share: Option<f64>,
    tables: &Tables,
) -> Result<Money, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    let extra = ranged_as(tables, "care_minutes", "extra_minutes", extra_minutes)?;
    let peak_share = peak_share.unwrap_or(tables.constants.peak_share);
    let peak_share = ranged(tables, "peak_share", peak_share)?;
    let before = queue(counter, tables)?;
    let later = queue(&counter.longer_by(extra), tables)?;
    let loss = |queue: Option<&Queue>| {
        let spoiled = queue.map_or(0.0, |queue| {
            peak_share * queue.share_over() * firm.parameters.wait_reaction
        });
        let firm = firm.waiting(spoiled);
        firm.yearly(firm.level, firm.business.consistency).loss()
    };
    let with = loss(Some(&before));
    Ok(Money {
        waiting: with - loss(None),
        care: loss(Some(&later)) - with,
    })
}
