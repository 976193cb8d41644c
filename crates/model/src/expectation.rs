//! What customers of a segment and price tier expect, and the ladder around it (section 2).

use super::tables::{Constants, Parameters, Rung};

/// Levels that a segment at a price ratio sets, in points; not yet capped at 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expectation {
    /// E, what a typical customer expects.
    pub expected: f64,
    /// A, what is just acceptable.
    pub adequate: f64,
    /// D, what customers hope for.
    pub desired: f64,
    /// T, the terrible level.
    pub terrible: f64,
}

impl Expectation {
    /// The expectation of a segment (points, standard tier) at a price ratio. Price raises it, but
    /// only weakly: the exponent is `price_elasticity`.
    #[must_use]
    pub fn new(segment: f64, price_ratio: f64, p: &Parameters, c: &Constants) -> Self {
        Self::at(segment * libm::pow(price_ratio, p.price_elasticity), p, c)
    }

    /// The levels around an expected one, which is kept within the model's bounds.
    #[must_use]
    pub fn at(expected: f64, p: &Parameters, c: &Constants) -> Self {
        // Not `clamp`: its panic would bring the formatting of floats into the page.
        let expected = expected.max(c.expected_min).min(c.expected_max);
        Self {
            expected,
            adequate: expected - p.tolerance_below,
            desired: expected + p.tolerance_above,
            terrible: expected + c.terrible_offset,
        }
    }

    /// steep(Q): what serving at a level costs, relative to serving at the expected one. Below what
    /// is acceptable worse service is not cheaper: it is disorder.
    #[must_use]
    pub fn steepness(&self, level: f64, cost_exponent: f64) -> f64 {
        let relative = level.max(self.adequate) / self.expected;
        // `pow`, which has to be right for all numbers, takes twice as long.
        libm::exp(cost_exponent * libm::log(relative))
    }

    /// One essay's rule, E to 1.03·E.
    #[must_use]
    pub fn rule_of_thumb(&self, c: &Constants) -> (f64, f64) {
        (self.expected, self.expected * (1.0 + c.sufficient_margin))
    }
}

/// The rung on which a level stands: the nearest offset from the expected level, the lower of two.
#[must_use]
pub fn rung_of(level: f64, expected: f64, ladder: &[Rung]) -> Option<&Rung> {
    let distance = |rung: &Rung| (rung.offset - (level - expected)).abs();
    ladder.iter().reduce(|nearest, rung| {
        if distance(rung) < distance(nearest) {
            rung
        } else {
            nearest
        }
    })
}
