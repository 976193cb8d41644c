//! The business at its present level: what is fitted there once and then stays (sections 1–4).

use super::business::{Business, Level};
use super::dissatisfaction::{Dissatisfaction, Encounter, exposure, shortfall, spread};
use super::error::InputError;
use super::expectation::Expectation;
use super::inputs::Inputs;
use super::survey::Yardstick;
use super::tables::{Constants, Parameters, Tables};
use libm::pow;

/// How many years the yearly figures are a mean of (`horizon_years`).
pub const YEARS: usize = 3;

/// A business with its calibration. What-ifs change level, consistency and habituation; everything
/// here stays frozen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibrated {
    /// What is calibrated, with every default filled in.
    pub business: Business,
    /// The parameters in force.
    pub parameters: Parameters,
    /// The numbers that are chosen, not measured.
    pub constants: Constants,
    /// E, A, D, T.
    pub expectation: Expectation,
    /// Q, the present level, points.
    pub level: f64,
    /// μ in force.
    pub margin: f64,
    /// r₀ in force.
    pub retention: f64,
    /// q_rep in force.
    pub reputation: f64,
    /// λ, 0–1: service is never blamed for more leavers than there are.
    pub blame: f64,
    /// o, share of customers who leave in a year for other reasons than service.
    pub other_churn: f64,
    /// Q_ref, the level that the cost to serve belongs to, points.
    pub reference_level: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// m, yearly margin per customer.
    pub customer_margin: f64,
    /// m', the same after serving.
    pub margin_after_serving: f64,
    /// How often a customer can meet bad service; see `dissatisfaction::exposure`.
    pub exposure: f64,
    /// By year of the horizon: how much of a felt excess own customers have come to expect.
    pub habit: [f64; YEARS],
}

impl Calibrated {
    /// Calibrates the business of `inputs` with the central values of `tables`.
    ///
    /// # Errors
    /// As [`Business::new`].
    pub fn of(inputs: &Inputs, tables: &Tables) -> Result<Self, InputError> {
        let business = Business::new(inputs, tables)?;
        Ok(Self::new(business, tables.values(), tables.constants))
    }

    /// Calibrates a business with its central values.
    #[must_use]
    pub fn new(business: Business, p: Parameters, c: Constants) -> Self {
        let expectation = Expectation::new(
            business.segment_expected.value,
            business.price_ratio,
            &p,
            &c,
        );
        let exposure = exposure(business.purchases, &p, &c);
        let sigma = spread(business.consistency, &p);
        let yardstick = Yardstick {
            adequate: expectation.adequate,
            spread: sigma,
            exposure,
        };
        let level = present_level(&business, &expectation, &yardstick, p.self_rating_error);
        let retention = business.retention.value;
        let meet = |level, spread| {
            let encounter = Encounter {
                level,
                spread,
                adequate: expectation.adequate,
                terrible: expectation.terrible,
                below_terrible: shortfall(expectation.terrible, level, spread),
            };
            Dissatisfaction::new(&encounter, exposure, &p, &c).leaving
        };
        let (blame, blamed) = if business.retention_given {
            let cap = 1.0 - retention / (1.0 - p.unavoidable_churn * (1.0 - retention));
            let leaving = meet(level, sigma);
            let blame = if leaving > 0.0 {
                (cap / leaving).min(1.0)
            } else {
                1.0
            };
            (blame, blame * leaving)
        } else {
            let typical = spread(c.typical_consistency, &p);
            (1.0, meet(expectation.expected, typical))
        };
        let other_churn = if blamed < 1.0 {
            (1.0 - retention / (1.0 - blamed)).max(0.0)
        } else {
            0.0
        };
        let reference_level = if business.cost_to_serve_given {
            expectation.expected.max(level)
        } else {
            expectation.expected
        };
        let margin = business.margin.value;
        let a_year = business.cheque * business.purchases;
        Self {
            business,
            parameters: p,
            constants: c,
            expectation,
            level,
            margin,
            retention,
            reputation: business
                .reputation
                .map_or(p.reputation_per_star, |own| own.value),
            blame,
            other_churn,
            reference_level,
            revenue: business.revenue(),
            customer_margin: a_year * margin,
            margin_after_serving: a_year * (margin - business.cost_to_serve).max(0.0),
            exposure,
            habit: habit(business.purchases, retention, &p),
        }
    }

    /// Of the churn for other reasons, the share of customers who leave however well they are
    /// served.
    #[must_use]
    pub fn unavoidable_churn(&self) -> f64 {
        (self.parameters.unavoidable_churn * (1.0 - self.retention)).min(self.other_churn)
    }

    /// The consistency that making the service consistent aims at: the good one, or the present one
    /// where that is better still.
    #[must_use]
    pub fn good_consistency(&self) -> f64 {
        let good = self.constants.good_consistency;
        self.business.consistency.max(good)
    }

    /// The level of a business that says it stands so many points above what is expected of an
    /// ordinary one of its segment.
    #[must_use]
    pub fn self_rated(&self, offset: f64) -> f64 {
        let expected = self.business.segment_expected.value;
        self_rated(expected, offset, self.parameters.self_rating_error)
    }

    /// What turns a share of dissatisfied customers into a level, and back.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick {
        Yardstick {
            adequate: self.expectation.adequate,
            spread: self.spread(self.business.consistency),
            exposure: self.exposure,
        }
    }

    /// σ, the spread of the service delivered at a consistency, points.
    #[must_use]
    pub fn spread(&self, consistency: f64) -> f64 {
        spread(consistency, &self.parameters)
    }

    /// Margin on one purchase, money.
    #[must_use]
    pub fn purchase_margin(&self) -> f64 {
        self.business.cheque * self.margin
    }

    /// The same business in a market that expects another level.
    #[must_use]
    pub fn expecting(&self, expected: f64) -> Self {
        Self {
            expectation: Expectation::at(expected, &self.parameters, &self.constants),
            ..*self
        }
    }
}

/// `error`: what customers would say, less what the business says of itself.
fn present_level(business: &Business, e: &Expectation, yardstick: &Yardstick, error: f64) -> f64 {
    match business.level {
        Level::Expected => self_rated(e.expected, 0.0, error),
        Level::Offset(offset) => self_rated(business.segment_expected.value, offset, error),
        Level::Given(level) => level,
        Level::Measured(survey) => yardstick.level(survey.dissatisfied),
    }
}

fn self_rated(expected: f64, offset: f64, error: f64) -> f64 {
    (expected + offset + error).clamp(0.0, 100.0)
}

/// `phi·(1 − (1 − alpha)^n)` after the purchases that a typical customer has made by the middle of
/// each year.
fn habit(purchases: f64, retention: f64, p: &Parameters) -> [f64; YEARS] {
    let mut so_far = 0.5;
    let mut kept = 1.0;
    [(); YEARS].map(|()| {
        let made = purchases * so_far;
        kept *= retention;
        so_far += kept;
        p.habituation_share * (1.0 - pow(1.0 - p.habituation_rate, made))
    })
}
