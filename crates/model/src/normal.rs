//! The standard normal distribution, to full double precision and the same on every machine.

use libm::{erfc, exp};
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// φ, the density.
#[must_use]
pub fn density(x: f64) -> f64 {
    exp(-0.5 * x * x) / (2.0 * PI).sqrt()
}

/// Φ, the distribution function.
#[must_use]
pub fn below(x: f64) -> f64 {
    0.5 * erfc(-x * FRAC_1_SQRT_2)
}

/// 1 − Φ, without cancellation.
#[must_use]
pub fn above(x: f64) -> f64 {
    0.5 * erfc(x * FRAC_1_SQRT_2)
}

/// Φ and 1 − Φ for the price of one: the smaller is computed, so neither cancels.
#[must_use]
pub fn tails(x: f64) -> (f64, f64) {
    if x < 0.0 {
        let below = below(x);
        (below, 1.0 - below)
    } else {
        let above = above(x);
        (1.0 - above, above)
    }
}

/// L, the unit normal loss function φ(x) + x·Φ(x).
#[must_use]
pub fn unit_loss(x: f64) -> f64 {
    density(x) + x * below(x)
}

/// The `x` at which `ln(1 − Φ(x)) = log_above`; bounded to ±40, beyond which doubles see no tail.
#[must_use]
pub fn quantile_of_log_above(log_above: f64) -> f64 {
    let (target_below, target_above) = (-libm::expm1(log_above), exp(log_above));
    let (mut low, mut high) = (-40.0, 40.0);
    // Bisection to the last bit: whichever tail is the smaller one is compared, so none cancels.
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        let too_high = if target_below < target_above {
            below(middle) > target_below
        } else {
            above(middle) < target_above
        };
        if too_high {
            high = middle;
        } else {
            low = middle;
        }
    }
    0.5 * (low + high)
}
