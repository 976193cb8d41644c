//! A share of dissatisfied customers that was asked for: the level it amounts to (section 2), and
//! how far it may be off, having been asked of a few (section 14).

use super::normal::quantile_of_log_above;
use super::range::Range;
use libm::{log, sqrt};

/// The input that is the share found; where it is known of how many, it is an uncertain number too.
pub const MEASURED: &str = "dissatisfied_measured";

/// The input that is how many were asked.
pub const SURVEYED: &str = "surveyed";

/// The answers of customers to the question whether they were dissatisfied within a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Survey {
    /// d̂, the share of them who were.
    pub dissatisfied: f64,
    /// n, how many were asked; where that is not known the share is taken as exact.
    pub surveyed: Option<f64>,
}

impl Survey {
    /// The triangular distribution around the share that has the standard deviation of so many
    /// answers; its ends may lie beyond what a share can be.
    #[must_use]
    pub fn range(&self) -> Range {
        let share = self.dissatisfied;
        let variance = self.surveyed.map_or(0.0, |n| share * (1.0 - share) / n);
        // A symmetric triangle of half-width h has the variance h²/6.
        let half = sqrt(6.0 * variance);
        Range {
            value: share,
            low: share - half,
            high: share + half,
        }
    }
}

/// Where and how a business is asked about, all with central values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Yardstick {
    /// A, the level that is just acceptable, points.
    pub adequate: f64,
    /// σ, the spread of the service, points.
    pub spread: f64,
    /// How often a customer can meet bad service; see `dissatisfaction::exposure`.
    pub exposure: f64,
}

impl Yardstick {
    /// The level at which this share of customers is dissatisfied within a year, points.
    #[must_use]
    pub fn level(&self, dissatisfied: f64) -> f64 {
        let log_good = log(1.0 - dissatisfied) / self.exposure;
        (self.adequate - self.spread * quantile_of_log_above(log_good)).clamp(0.0, 100.0)
    }
}
