//! What service above the expected level costs and brings (section 6).

use super::calibration::Calibrated;
use super::flow::Flow;

/// What a level above the expected one costs and brings, money a year; all 0 at or below it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Exceeding {
    /// Cost to serve above that of the expected level.
    pub extra_cost: f64,
    /// Price premium.
    pub premium: f64,
    /// Other churn prevented.
    pub delight: f64,
    /// New customers brought by delighted ones.
    pub advocates: f64,
    /// Loss avoided against the expected level.
    pub loss_avoided: f64,
}

impl Exceeding {
    /// All that it brings, money a year.
    #[must_use]
    pub fn brings(&self) -> f64 {
        self.premium + self.delight + self.advocates + self.loss_avoided
    }
}

impl Calibrated {
    /// What the present level, whose year is `here`, costs and brings above the expected one.
    #[must_use]
    pub fn exceeding(&self, here: &Flow) -> Exceeding {
        let expected = self.expectation.expected;
        if self.level <= expected {
            return Exceeding::default();
        }
        let there = self.yearly(expected, self.business.consistency);
        Exceeding {
            extra_cost: self.extra_cost(self.level),
            premium: here.premium,
            delight: here.delight,
            advocates: here.advocates,
            loss_avoided: there.loss() - here.loss(),
        }
    }
}
