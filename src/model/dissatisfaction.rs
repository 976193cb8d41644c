//! How many customers are dissatisfied, and how many of those leave for it (section 3).

use super::normal::{density, tails, unit_loss};
use super::tables::{Constants, Parameters};
use libm::{expm1, log, pow};

/// Spread of the service delivered at consistency `k`, points.
#[must_use]
pub fn spread(k: f64, p: &Parameters) -> f64 {
    p.spread_without_standards - (p.spread_without_standards - p.spread_with_standards) * k
}

/// How often a customer who buys `f` times a year can meet bad service, relative to one who buys
/// `reference_contacts` times.
#[must_use]
pub fn exposure(f: f64, p: &Parameters, c: &Constants) -> f64 {
    pow(f.max(1.0) / c.reference_contacts, p.contact_exponent) * f.min(1.0)
}

/// The share that is dissatisfied or leaves for service in a year, before `λ`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dissatisfaction {
    /// d, share of customers dissatisfied within a year.
    pub dissatisfied: f64,
    /// s at λ = 1: share lost to service in a year, of those who would have stayed.
    pub leaving: f64,
    /// p₁, chance that one contact is bad.
    pub bad_contact: f64,
}

/// What customers meet and what they compare it with, all in points.
#[derive(Clone, Copy, Debug)]
pub struct Encounter {
    /// Q, the level delivered.
    pub level: f64,
    /// σ, its spread.
    pub spread: f64,
    /// A_X, the level that is just acceptable to customers who expect X.
    pub adequate: f64,
    /// T, the terrible level.
    pub terrible: f64,
    /// σ·L(x_T), points by which the service falls short of T on average; see [`shortfall`].
    pub below_terrible: f64,
}

/// Points by which service delivered at `level` falls short of `bound` on average.
#[must_use]
pub fn shortfall(bound: f64, level: f64, spread: f64) -> f64 {
    spread * unit_loss((bound - level) / spread)
}

impl Dissatisfaction {
    /// Dissatisfaction among customers of a given [`exposure`].
    #[must_use]
    pub fn new(e: &Encounter, exposure: f64, p: &Parameters, c: &Constants) -> Self {
        let x = (e.adequate - e.level) / e.spread;
        let (bad, good) = tails(x);
        if bad < c.smallest_probability {
            return Self::default();
        }
        let below_adequate = e.spread * (density(x) + x * bad);
        let depth = (below_adequate - e.below_terrible) / ((e.adequate - e.terrible) * bad);
        let steepness = p.leave_after_terrible - p.leave_after_bad;
        let severity = (p.leave_after_bad + steepness * depth).clamp(0.0, 1.0);
        let log_good = log(good.max(c.smallest_probability));
        let bad_experiences = -exposure * log_good;
        Self {
            dissatisfied: -expm1(-bad_experiences),
            leaving: -expm1(-severity * bad_experiences),
            bad_contact: -expm1(log_good / c.reference_contacts),
        }
    }
}
