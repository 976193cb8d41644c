//! How many customers are dissatisfied, and what drives them away for it (section 3).

use super::normal::{density, tails, unit_loss};
use super::tables::{Constants, Parameters};
use libm::{expm1, log, log1p, pow, sqrt};

/// Spread of the service delivered at consistency `k`, points.
#[must_use]
pub fn delivered_spread(k: f64, p: &Parameters) -> f64 {
    p.spread_without_standards - (p.spread_without_standards - p.spread_with_standards) * k
}

/// σ, points: how far apart what is delivered at consistency `k` and what is expected lie from
/// contact to contact. Delivered service spreads, and customers differ in what they expect.
#[must_use]
pub fn spread(k: f64, p: &Parameters) -> f64 {
    let delivered = delivered_spread(k, p);
    sqrt(delivered * delivered + p.expectation_spread * p.expectation_spread)
}

/// M/6, how many contacts count of a customer who has `n` a year, relative to one who has
/// `reference_contacts`.
#[must_use]
pub fn exposure(n: f64, p: &Parameters, c: &Constants) -> f64 {
    pow(n.max(1.0) / c.reference_contacts, p.contact_exponent) * n.min(1.0)
}

/// leave(h): what a hazard `h` amounts to where customers differ in how readily it drives them
/// away, by a gamma frailty of variance `variance`. A share `e^(−leave(h))` stays.
#[must_use]
pub fn leave(h: f64, variance: f64) -> f64 {
    log1p(variance * h) / variance
}

/// What bad service does to customers in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dissatisfaction {
    /// d, share of customers dissatisfied within a year.
    pub dissatisfied: f64,
    /// p₁, chance that one contact is bad.
    pub bad_contact: f64,
    /// w·M·p₁, hazard of leaving for service within a year at λ = 1.
    pub hazard: f64,
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
    /// ln(1 − χ·p_over·ω), logarithm of the share of contacts that no wait has spoiled; 0 where
    /// nobody waits.
    pub unspoiled: f64,
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
        let good = log(good.max(c.smallest_probability)) / c.reference_contacts + e.unspoiled;
        let bad_contact = -expm1(good);
        let contacts = c.reference_contacts * exposure;
        Self {
            dissatisfied: -expm1(contacts * good),
            bad_contact,
            hazard: severity * contacts * bad_contact,
        }
    }
}
