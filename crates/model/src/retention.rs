//! What drives customers away in a year, for service and for all else, so that as many stay as the
//! segment or the user says (section 3).

use super::dissatisfaction::leave;
use super::tables::Parameters;
use libm::{exp, expm1, log};

/// More Newton steps than any root has needed; each of the last ones doubles the digits.
const MOST_STEPS: u32 = 100;

/// How fast customers leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hazards {
    /// h_o, a year, for other reasons than service; infinite where nobody returns.
    pub other: f64,
    /// λ, how readily bad experiences drive customers away: h_s = λ·w·M·p₁.
    pub readiness: f64,
}

/// The hazards of a business, fitted at its present level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The hazards in force.
    pub hazards: Hazards,
    /// r₀, share kept at the present level: typed, or assumed.
    pub retention: f64,
    /// min(1, g): how strongly own customers react otherwise.
    pub own: f64,
}

impl Hazards {
    /// Those of the segment's typical business, which keeps a share `retention` of its customers
    /// (0–1, exclusive) while bad experiences amount to `service` (w·M·p₁). Service explains no
    /// more of it than what is avoidable.
    #[must_use]
    pub fn typical(retention: f64, service: f64, p: &Parameters) -> Self {
        let (all, nu) = (-log(retention), p.churn_heterogeneity);
        let most = (1.0 - p.unavoidable_churn) * all;
        let readiness = if leave(service, nu) > most {
            expm1(nu * most) / (nu * service)
        } else {
            1.0
        };
        Self {
            other: all - leave(readiness * service, nu),
            readiness,
        }
    }

    /// Share of customers who stay a year where bad experiences amount to `service`.
    fn kept(&self, service: f64, p: &Parameters) -> f64 {
        exp(-self.other - leave(self.readiness * service, p.churn_heterogeneity))
    }

    /// Both hazards by the same factor.
    fn times(&self, factor: f64) -> Self {
        Self {
            other: self.other * factor,
            readiness: self.readiness * factor,
        }
    }
}

impl Fit {
    /// Fits the hazards of the segment's `typical` business to one where bad experiences amount to
    /// `service` (w·M·p₁) and of which a share `typed` of the customers is kept, if that is known.
    #[must_use]
    pub fn new(typical: &Hazards, service: f64, typed: Option<f64>, p: &Parameters) -> Self {
        let Some(retention) = typed else {
            return Self {
                hazards: *typical,
                retention: typical.kept(service, p),
                own: 1.0,
            };
        };
        if retention <= 0.0 {
            // Nobody returns, so nobody is left to be lost to service.
            let hazards = Hazards {
                other: f64::INFINITY,
                ..*typical
            };
            return Self {
                hazards,
                retention,
                own: 1.0,
            };
        }
        let nu = p.churn_heterogeneity;
        let factor = factor(-log(retention), typical, service, nu);
        Self {
            hazards: typical.times(factor),
            retention,
            own: factor.min(1.0),
        }
    }
}

/// g: by how much both hazards have to be multiplied so that `all` drives customers away in a year.
/// The sum of both rises with g and is concave, so that Newton's steps from below approach the root
/// and never pass it.
fn factor(all: f64, typical: &Hazards, service: f64, nu: f64) -> f64 {
    let (other, service) = (typical.other, typical.readiness * service);
    let mut g = all / (other + service);
    for _ in 0..MOST_STEPS {
        let missing = all - g * other - leave(g * service, nu);
        let slope = other + service / (1.0 + nu * g * service);
        let step = missing / slope;
        g += step;
        if step.abs() <= f64::EPSILON * g {
            break;
        }
    }
    g.max(0.0)
}
