//! The figures that purchases tell (section 19).

use super::day::Day;
use super::money::units;
use super::purchases::{Purchase, Purchases};
use libm::sqrt;
use std::fmt;
use std::ops::Range;

/// Days of a year, whatever the year.
const YEAR: i32 = 365;
/// Days before and after a change that are compared.
const HALF_YEAR: i32 = 180;
/// The standard normal quantile of 90 %: a range at it reaches from 10 to 90 %.
const Z: f64 = 1.281_551_565_544_600_4;

/// A retention that is drawn is kept within these shares (section 14).
pub const RETENTION_BOUNDS: (f64, f64) = (0.001, 0.999);

/// What the sales tell about the business.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Figures {
    /// Customers who bought within the last 365 days.
    pub customers: u32,
    /// Purchases of each of them in these days, mean.
    pub purchases: f64,
    /// Money of a purchase in these days, mean, in the file's currency.
    pub cheque: f64,
    /// Days from the first purchase to the day after the last one.
    pub days: u32,
    /// Customer-days that were dropped, their sum not being above 0.
    pub dropped: u32,
    /// The yearly retention; `None` before two years are over, or where nobody bought in the first
    /// of the last two.
    pub retention: Option<Retention>,
    /// What a change did; `None` where none was asked about, where the sales do not reach far
    /// enough around it, or nobody bought before it.
    pub change: Option<Change>,
}

/// The share of customers of one year who bought again in the next.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Retention {
    /// The share, 0–1.
    pub value: f64,
    /// Of how many customers.
    pub of: u32,
    /// The Wilson interval from 10 to 90 %.
    pub likely: [f64; 2],
}

/// The share of customers of half a year who bought again in the next half, before and after a
/// change.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Change {
    /// A year before the change, 0–1.
    pub before: f64,
    /// At the change, 0–1.
    pub after: f64,
    /// `after` less `before`, −1 to 1.
    pub difference: f64,
    /// The range of the difference from 10 to 90 %.
    pub likely: [f64; 2],
}

/// The sales go back less than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooShort {
    /// Days from the first purchase to the day after the last one; 0 without purchases.
    pub days: u32,
}

impl fmt::Display for TooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.days;
        write!(f, "sales of a year are needed, these are of {days} days")
    }
}

impl std::error::Error for TooShort {}

impl Retention {
    fn of(share: Share) -> Option<Self> {
        Some(Self {
            value: share.value()?,
            of: share.of,
            likely: wilson(share),
        })
    }

    /// How far the retention reaches to either side; see [`retention_half_width`].
    #[must_use]
    pub fn half_width(&self) -> f64 {
        retention_half_width(self.value, f64::from(self.of))
    }
}

/// The half-width of the symmetric triangular distribution with the standard deviation of a share
/// `value` (0–1) of `of` customers: √6·√(value·(1 − value)/of). Draws from `value` ∓ it are kept
/// within [`RETENTION_BOUNDS`]. 0 where `of` is not above 0 or `value` is not within 0 to 1.
#[must_use]
pub fn retention_half_width(value: f64, of: f64) -> f64 {
    if of > 0.0 && (0.0..=1.0).contains(&value) {
        sqrt(6.0 * value * (1.0 - value) / of)
    } else {
        0.0
    }
}

impl Purchases {
    /// The figures, and what a dated change did.
    ///
    /// # Errors
    /// [`TooShort`]: less than 365 days from the first purchase to the day after the last one.
    pub fn figures(&self, change: Option<Day>) -> Result<Figures, TooShort> {
        let (first, last) = self.span().ok_or(TooShort { days: 0 })?;
        let end = last.plus(1);
        let days = end.since(first);
        if days < YEAR {
            let days = days.unsigned_abs();
            return Err(TooShort { days });
        }
        let year = end.plus(-YEAR)..end;
        let (mut customers, mut purchases, mut total) = (0_u32, 0_u32, 0_i128);
        for of_customer in self.by_customer() {
            let mut bought = false;
            for purchase in of_customer.iter().filter(|one| year.contains(&one.day)) {
                bought = true;
                purchases = purchases.saturating_add(1);
                total = total.saturating_add(purchase.amount);
            }
            customers = customers.saturating_add(u32::from(bought));
        }
        let before = end.plus(-2 * YEAR)..end.plus(-YEAR);
        let retention = (days >= 2 * YEAR)
            .then(|| self.again(&before, &year))
            .and_then(Retention::of);
        Ok(Figures {
            customers,
            purchases: f64::from(purchases) / f64::from(customers),
            cheque: units(total) / f64::from(purchases),
            days: days.unsigned_abs(),
            dropped: self.dropped(),
            retention,
            change: change.and_then(|day| self.change(day, first, end)),
        })
    }

    fn change(&self, day: Day, first: Day, end: Day) -> Option<Change> {
        if first > day.plus(-YEAR - HALF_YEAR) || end < day.plus(HALF_YEAR) {
            return None;
        }
        let around = |day: Day| {
            let (before, after) = (day.plus(-HALF_YEAR)..day, day..day.plus(HALF_YEAR));
            self.again(&before, &after)
        };
        let (before, after) = (around(day.plus(-YEAR)), around(day));
        let half = Z * sqrt(before.variance()? + after.variance()?);
        let (before, after) = (before.value()?, after.value()?);
        let difference = after - before;
        Some(Change {
            before,
            after,
            difference,
            likely: [difference - half, difference + half],
        })
    }

    /// Of those who bought in the days `before`, the share that bought in the days `after` too.
    fn again(&self, before: &Range<Day>, after: &Range<Day>) -> Share {
        let within = |of_customer: &[Purchase], days: &Range<Day>| {
            of_customer
                .iter()
                .any(|purchase| days.contains(&purchase.day))
        };
        let mut share = Share { count: 0, of: 0 };
        for of_customer in self.by_customer().filter(|all| within(all, before)) {
            share.of = share.of.saturating_add(1);
            share.count = share
                .count
                .saturating_add(within(of_customer, after).into());
        }
        share
    }
}

/// So many of so many customers.
#[derive(Clone, Copy)]
struct Share {
    count: u32,
    of: u32,
}

impl Share {
    /// The share; `None` of nobody.
    fn value(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.count) / f64::from(self.of))
    }

    /// The variance of the share; `None` of nobody.
    fn variance(self) -> Option<f64> {
        let share = self.value()?;
        Some(share * (1.0 - share) / f64::from(self.of))
    }
}

/// The Wilson interval of a share of more than nobody, 10 to 90 %.
fn wilson(share: Share) -> [f64; 2] {
    let (count, of) = (f64::from(share.count), f64::from(share.of));
    let value = count / of;
    let square = Z * Z;
    let middle = (count + square / 2.0) / (of + square);
    let half = Z * sqrt(of * value * (1.0 - value) + square / 4.0) / (of + square);
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}
