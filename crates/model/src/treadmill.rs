//! The treadmill: customers get used to better service, month by month (section 8).

use super::calibration::Calibrated;
use super::error::{InputError, whole, within};
use super::inputs::{Inputs, ranged, ranged_as};
use super::tables::Tables;
use super::time::MONTHS;
use libm::{log, pow};

/// A raise of the level for some months, then back.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Raise {
    /// The level to start from and go back to, points; the expected level unless given.
    #[cfg_attr(feature = "json", serde(default))]
    pub from: Option<f64>,
    /// Points, ≥ 0.
    pub raised_by: f64,
    /// Months at the raised level, a whole number from 0 to the horizon.
    pub months_raised: f64,
    /// The horizon in months; the table's, which is also the only one valid.
    #[cfg_attr(feature = "json", serde(default))]
    pub months: Option<f64>,
}

impl Raise {
    /// The level that a raise from `start` reaches, points.
    #[must_use]
    pub fn to(&self, start: f64) -> f64 {
        (start + self.raised_by).min(100.0)
    }
}

/// One month of the path.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Month {
    /// The level delivered, points.
    pub level: f64,
    /// What own customers expect, points.
    pub own_expectation: f64,
    /// Money against staying at the starting level, in this month.
    pub delta: f64,
    /// The sum of the deltas so far.
    pub cumulative: f64,
}

/// What a raise brings and what going back costs.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Treadmill {
    /// What own customers expect in the seventh month, points.
    pub own_expectation_month_7: f64,
    /// Money in the first month.
    pub delta_month_1: f64,
    /// Money in the last month.
    pub delta_month_36: f64,
    /// Money over all months.
    pub cumulative: f64,
    /// Money lost in the months after going back.
    pub cost_of_going_back: f64,
    /// Contacts until half of a WOW is taken for granted; `None`: never. Its name is older.
    pub half_life_purchases: Option<f64>,
    /// Month by month, from the first raised one to the horizon.
    pub path: Vec<Month>,
}

/// Raises the service for a time, then goes back.
///
/// # Errors
/// As [`super::evaluate`]; besides, `raised_by`, `months_raised`, `from` out of range, or the months not whole.
pub fn treadmill(inputs: &Inputs, raise: &Raise, tables: &Tables) -> Result<Treadmill, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    let horizon = tables.constants.treadmill_months;
    if let Some(months) = raise.months {
        within("months", months, horizon, horizon)?;
    }
    ranged(tables, "raised_by", raise.raised_by)?;
    let months_raised = ranged(tables, "months_raised", raise.months_raised)?;
    whole("months_raised", months_raised)?;
    let start = match raise.from {
        Some(level) => ranged_as(tables, "level", "from", level)?,
        None => firm.expectation.expected,
    };
    let raised = raise.to(start);
    let k = firm.business.consistency;
    let (low, high) = (firm.at(start, k), firm.at(raised, k));
    let habit = firm.habituation();
    let mut own = habit.settled(low.excess);
    let before = low.flow(own).value();
    let (mut cumulative, mut after) = (0.0, 0.0);
    let mut path = Vec::with_capacity(horizon as usize);
    for month in 0..horizon as usize {
        let up = (month as f64) < raise.months_raised;
        let now = if up { &high } else { &low };
        let delta = (now.flow(own).value() - before) / MONTHS;
        cumulative += delta;
        after += if up { 0.0 } else { delta };
        let level = if up { raised } else { start };
        path.push(Month {
            level,
            own_expectation: own,
            delta,
            cumulative,
        });
        own = habit.next(own, now.excess);
    }
    Ok(Treadmill {
        own_expectation_month_7: path.get(6).map_or(own, |month| month.own_expectation),
        delta_month_1: path.first().map_or(0.0, |month| month.delta),
        delta_month_36: path.last().map_or(0.0, |month| month.delta),
        cumulative,
        cost_of_going_back: -after,
        half_life_purchases: firm.half_life_of_wow(),
        path,
    })
}

/// How what own customers expect moves in a month.
#[derive(Clone, Copy, Debug)]
pub struct Habituation {
    /// E: newcomers expect what the market does.
    market: f64,
    /// phi, part of an excess that customers end up taking for granted.
    share: f64,
    /// Share of customers kept for a month.
    kept: f64,
    /// Shares of the way that they go in a month: getting used, and getting unused.
    rates: [f64; 2],
}

impl Habituation {
    /// What own customers expect a month later, points, where the excess felt is `excess`. Getting
    /// used is faster than getting unused.
    #[must_use]
    pub fn next(&self, own: f64, excess: f64) -> f64 {
        let [used, unused] = self.rates;
        let target = self.market + self.share * excess;
        let rate = if target > own { used } else { unused };
        self.market + self.kept * (own + rate * (target - own) - self.market)
    }

    /// What own customers expect once they are used to an excess, points.
    #[must_use]
    pub fn settled(&self, excess: f64) -> f64 {
        let [used, _] = self.rates;
        let rest = 1.0 - self.kept * (1.0 - used);
        if rest == 0.0 {
            return self.market;
        }
        self.market + self.kept * used * self.share * excess / rest
    }
}

impl Calibrated {
    /// How what own customers expect moves.
    #[must_use]
    pub fn habituation(&self) -> Habituation {
        let p = &self.parameters;
        let rates = [
            p.habituation_rate,
            p.habituation_rate * self.constants.forget_ratio,
        ];
        Habituation {
            market: self.expectation.expected,
            share: p.habituation_share,
            kept: pow(self.retention, 1.0 / MONTHS),
            // From a rate per contact.
            rates: rates.map(|rate| 1.0 - pow(1.0 - rate, self.business.contacts() / MONTHS)),
        }
    }

    /// Contacts until half of a WOW is taken for granted; `None`: never.
    #[must_use]
    pub fn half_life_of_wow(&self) -> Option<f64> {
        let p = &self.parameters;
        let wow = self.wow();
        let half = 0.5 * (wow - self.expectation.expected);
        let rest = 1.0 - half / (p.habituation_share * self.excess_felt(wow));
        (rest > 0.0).then(|| log(rest) / log(1.0 - p.habituation_rate))
    }

    /// The WOW level, points.
    #[must_use]
    pub fn wow(&self) -> f64 {
        (self.expectation.expected + self.parameters.wow_offset).min(100.0)
    }
}

/// What going back from `from` to `to` costs in the treadmill's months, against customers who were
/// never used to more: money.
#[must_use]
pub fn settle_back(firm: &Calibrated, from: f64, to: f64) -> f64 {
    let at = firm.at(to, firm.business.consistency);
    let habit = firm.habituation();
    let settled = at.flow(habit.settled(at.excess)).value();
    let mut own = habit.settled(firm.excess_felt(from));
    let mut sum = 0.0;
    for _ in 0..firm.constants.treadmill_months as usize {
        sum += (at.flow(own).value() - settled) / MONTHS;
        own = habit.next(own, at.excess);
    }
    -sum
}
