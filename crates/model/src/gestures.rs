//! One-off gestures against a permanent WOW (section 8).

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::{Inputs, ranged};
use super::tables::Tables;
use libm::pow;

/// Gestures to a share of all contacts, each at the WOW level; money a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Gesture {
    /// q, share of contacts, 0–1.
    pub share: f64,
    /// What own customers come to expect, points.
    pub own_expectation: f64,
    /// What those who are touched bring: they stay, and they tell it.
    pub brings: f64,
    /// What is lost because customers come to expect more.
    pub spoils: f64,
    /// What the gestures cost.
    pub cost: f64,
    /// What they bring less what they spoil and cost.
    pub net: f64,
}

/// One-off gestures against a permanent WOW.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Gestures {
    /// One-off gestures a year that the money of a permanent WOW buys.
    pub gestures_per_year: f64,
    /// The share of contacts that is worth most.
    pub best: Gesture,
    /// Yearly value of a permanent WOW less that of the expected level.
    pub permanent: f64,
}

/// How many one-off gestures at `cost_of_one` (money, > 0) are worth most, beside a permanent WOW.
///
/// # Errors
/// As [`super::evaluate`]; besides, `cost_of_one` out of range.
pub fn gestures(
    inputs: &Inputs,
    cost_of_one: f64,
    tables: &Tables,
) -> Result<Gestures, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    ranged(tables, "cost_of_one", cost_of_one)?;
    let (k, expected) = (firm.business.consistency, firm.expectation.expected);
    let value = |level| firm.yearly(level, k).value();
    let most = (1.0 / firm.constants.gesture_step).round();
    let mut best = firm.gesture(0.0, cost_of_one);
    for step in 1..=most as u32 {
        let gesture = firm.gesture(f64::from(step) / most, cost_of_one);
        if gesture.net > best.net {
            best = gesture;
        }
    }
    Ok(Gestures {
        gestures_per_year: firm.extra_cost(firm.wow()) / cost_of_one,
        best,
        permanent: value(firm.wow()) - value(expected),
    })
}

impl Calibrated {
    /// What gestures to a share of all contacts (0–1) bring and cost in a year, each at
    /// `cost_of_one`, while the rest meets the present level.
    #[must_use]
    pub fn gesture(&self, share: f64, cost_of_one: f64) -> Gesture {
        let (p, b) = (&self.parameters, &self.business);
        let (n, expected, wow) = (b.contacts(), self.expectation.expected, self.wow());
        let more = self.expected_of_gestures(share);
        let novelty = self.novelty(wow - expected - more);
        let touched = if n < 1.0 {
            share * n
        } else {
            1.0 - pow(1.0 - share, n)
        };
        let met = self.delighted(novelty);
        let told = n * share * novelty * p.gesture_told;
        let brings = b.customers * (touched * met.kept * met.value + told * met.newcomer);
        let own = self.at(self.level, b.consistency);
        let spoils = own.flow(expected + more).loss() - own.flow(expected).loss();
        let cost = b.customers * n * share * cost_of_one;
        Gesture {
            share,
            own_expectation: expected + more,
            brings,
            spoils,
            cost,
            net: brings - spoils - cost,
        }
    }

    /// y, points: how much more own customers come to expect where a share of all contacts is a
    /// gesture.
    fn expected_of_gestures(&self, share: f64) -> f64 {
        if share <= 0.0 {
            return 0.0;
        }
        let p = &self.parameters;
        let used = share * p.habituation_rate;
        let unused = (1.0 - share) * p.habituation_rate * self.constants.forget_ratio;
        let newcomers = 1.0 - pow(self.retention, 1.0 / self.business.contacts());
        let target = p.habituation_share * self.excess_felt(self.wow());
        used * target / (used + unused + newcomers)
    }
}
