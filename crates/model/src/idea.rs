//! Test an idea: what it costs against what it brings, while new and later (section 10).

use super::calibration::{Calibrated, YEARS};
use super::error::InputError;
use super::inputs::{Inputs, ranged};
use super::tables::Tables;
use super::time::{HOUR, MONTHS};

/// A service idea. Costs may be negative: some ideas save money.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(deny_unknown_fields, default)
)]
pub struct Idea {
    /// One-off cost, money, ≥ 0.
    pub one_off: f64,
    /// Cost a month, money.
    pub monthly: f64,
    /// Extra minutes per contact.
    pub minutes: f64,
    /// Wage, money an hour, ≥ 0.
    pub wage: f64,
    /// Change of the level, points.
    pub d_level: f64,
    /// Change of the consistency, −1 to 1.
    pub d_consistency: f64,
}

/// Whether an idea is worth it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Worth {
    /// Over the horizon it brings more than it costs.
    Pays,
    /// Only in its first year, until customers are used to it.
    WhileNew,
    /// Not even then.
    DoesNotPay,
}

/// What an idea brings.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Tested {
    /// Running cost, money a year.
    pub yearly_cost: f64,
    /// Mean gain, money a year.
    pub yearly_gain: f64,
    /// Gain less all costs, money a year.
    pub net: f64,
    /// Months until the one-off cost is covered; `None` where the idea does not pay.
    pub payback_months: Option<f64>,
    /// Whether it is worth it.
    pub verdict: Worth,
    /// The smallest change of level at which it would pay, points; `None`: at none.
    pub break_even_level: Option<f64>,
}

/// Tests an idea on a business.
///
/// # Errors
/// As [`super::evaluate`]; besides, a field of the idea out of range.
pub fn idea(inputs: &Inputs, idea: &Idea, tables: &Tables) -> Result<Tested, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    ranged(tables, "one_off", idea.one_off)?;
    ranged(tables, "monthly", idea.monthly)?;
    ranged(tables, "minutes", idea.minutes)?;
    ranged(tables, "wage", idea.wage)?;
    ranged(tables, "d_level", idea.d_level)?;
    ranged(tables, "d_consistency", idea.d_consistency)?;

    let b = &firm.business;
    let minutes_cost = idea.minutes / HOUR * idea.wage * b.purchases_a_year();
    let yearly_cost = MONTHS * idea.monthly + minutes_cost;
    let a_year = idea.one_off / firm.constants.horizon_years;
    let before = worth(&firm, firm.level, b.consistency);
    let k = (b.consistency + idea.d_consistency).clamp(0.0, 1.0);
    let gains = |level: f64| {
        let mut gains = worth(&firm, level.clamp(0.0, 100.0), k);
        for (gain, before) in gains.iter_mut().zip(before) {
            *gain -= before;
        }
        gains
    };
    let net = |gains: &[f64; YEARS]| mean(gains) - yearly_cost - a_year;

    let own = gains(firm.level + idea.d_level);
    let first = own.first().copied().unwrap_or_default();
    let verdict = if net(&own) >= 0.0 {
        Worth::Pays
    } else if first - yearly_cost - a_year >= 0.0 {
        Worth::WhileNew
    } else {
        Worth::DoesNotPay
    };
    let step = firm.constants.grid_step;
    let steps = ((100.0 - firm.level) / step + 1e-9).floor() as usize;
    let break_even = (0..=steps)
        .map(|j| j as f64 / (1.0 / step))
        .find(|change| net(&gains(firm.level + change)) >= 0.0);
    Ok(Tested {
        yearly_cost,
        yearly_gain: mean(&own),
        net: net(&own),
        payback_months: (verdict == Worth::Pays).then(|| payback(&own, yearly_cost, idea.one_off)),
        verdict,
        break_even_level: break_even,
    })
}

fn worth(firm: &Calibrated, level: f64, k: f64) -> [f64; YEARS] {
    firm.at(level, k).years().map(|flow| flow.worth())
}

fn mean(years: &[f64; YEARS]) -> f64 {
    years.iter().sum::<f64>() / YEARS as f64
}

/// Months at which what has come in, evenly within a year, first covers `one_off`.
fn payback(gains: &[f64; YEARS], yearly_cost: f64, one_off: f64) -> f64 {
    let mut left = one_off;
    for (year, gain) in gains.iter().enumerate() {
        let income = gain - yearly_cost;
        if left <= 0.0 || income >= left {
            let part = if left <= 0.0 { 0.0 } else { left / income };
            return (year as f64 + part) * MONTHS;
        }
        left -= income;
    }
    YEARS as f64 * MONTHS // Covered exactly at the end, but for rounding.
}
