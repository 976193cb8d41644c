//! The business at its present level: what is fitted there once and then stays (sections 1–4).

use super::business::{Business, Level, segment_of};
use super::dissatisfaction::{
    Dissatisfaction, Encounter, delivered_spread, exposure, shortfall, spread,
};
use super::error::InputError;
use super::expectation::Expectation;
use super::inputs::Inputs;
use super::retention::{Fit, Hazards};
use super::survey::Yardstick;
use super::tables::{Constants, Parameters, Tables};
use libm::{expm1, log1p, pow};

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
    /// r₀: typed, or what the model assumes of the business at its present level.
    pub retention: f64,
    /// λ: how readily bad experiences drive this business's customers away.
    pub readiness: f64,
    /// h_o, hazard of leaving for other reasons than service; infinite where nobody returns.
    pub other_hazard: f64,
    /// min(1, g): how strongly own customers react otherwise.
    pub own: f64,
    /// 1 − e^(−h_o), share of customers who leave in a year for other reasons than service.
    pub other_churn: f64,
    /// c_E, cost to serve at the expected level, share of revenue.
    pub cost_at_expected: f64,
    /// s_C at the present level, share of revenue: typed, or what the model assumes.
    pub cost_to_serve: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// m, yearly margin per customer.
    pub customer_margin: f64,
    /// m', the same after serving.
    pub margin_after_serving: f64,
    /// How many contacts count; see `dissatisfaction::exposure`.
    pub exposure: f64,
    /// Logarithm of the share of contacts that no wait has spoiled; 0 but for section 12.
    pub unspoiled: f64,
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
        let values = tables.values(segment_of(inputs, tables)?);
        Ok(Self::new(business, values, tables.constants))
    }

    /// Calibrates a business with its central values.
    #[must_use]
    pub fn new(business: Business, p: Parameters, c: Constants) -> Self {
        let segment = business.segment_expected.value;
        let expectation = Expectation::new(segment, business.price_ratio, &p, &c);
        let exposure = exposure(business.contacts(), &p, &c);
        let sigma = spread(business.consistency, &p);
        let yardstick = Yardstick {
            adequate: expectation.adequate,
            spread: sigma,
            exposure,
        };
        let level = present_level(&business, &expectation, &yardstick, p.self_rating_error);
        let meet = |level, spread| {
            let encounter = Encounter {
                level,
                spread,
                adequate: expectation.adequate,
                terrible: expectation.terrible,
                below_terrible: shortfall(expectation.terrible, level, spread),
                unspoiled: 0.0,
            };
            Dissatisfaction::new(&encounter, exposure, &p, &c).hazard
        };
        let at_typical = meet(expectation.expected, spread(c.typical_consistency, &p));
        let typical = Hazards::typical(business.segment_retention.value, at_typical, &p);
        let fit = Fit::new(&typical, meet(level, sigma), business.retention, &p);
        let steepness = expectation.steepness(level, p.cost_exponent);
        let (cost_at_expected, cost_to_serve) = match business.cost_to_serve {
            Some(typed) => (typed / steepness, typed),
            None => {
                let at_expected = business.segment_cost_to_serve;
                (at_expected, at_expected * steepness)
            }
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
            retention: fit.retention,
            readiness: fit.hazards.readiness,
            other_hazard: fit.hazards.other,
            own: fit.own,
            other_churn: -expm1(-fit.hazards.other),
            cost_at_expected,
            cost_to_serve,
            revenue: business.revenue(),
            customer_margin: a_year * margin,
            margin_after_serving: a_year * (margin - cost_at_expected).max(0.0),
            exposure,
            unspoiled: 0.0,
            habit: habit(business.contacts(), fit.retention, &p),
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

    /// The level of a business that says it stands so many points above what its customers expect.
    #[must_use]
    pub fn self_rated(&self, offset: f64) -> f64 {
        let error = self.parameters.self_rating_error;
        self_rated(self.expectation.expected, offset, error)
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

    /// σ, points: how far apart what is delivered at a consistency and what is expected lie.
    #[must_use]
    pub fn spread(&self, consistency: f64) -> f64 {
        spread(consistency, &self.parameters)
    }

    /// Spread of the service delivered at a consistency alone, points.
    #[must_use]
    pub fn delivered_spread(&self, consistency: f64) -> f64 {
        delivered_spread(consistency, &self.parameters)
    }

    /// Margin on one purchase, money.
    #[must_use]
    pub fn purchase_margin(&self) -> f64 {
        self.business.cheque * self.margin
    }

    /// μ − c_E, share of revenue: what is left after serving at the expected level. It may be
    /// negative.
    #[must_use]
    pub fn share_after_serving(&self) -> f64 {
        self.margin - self.cost_at_expected
    }

    /// Purchases a year that bad service can spoil: of own customers as far as they react, and on
    /// enquiry.
    #[must_use]
    pub fn purchases_exposed(&self) -> f64 {
        self.own * self.business.purchases_a_year() + self.business.bought_on_enquiry()
    }

    /// The same business in a market that expects another level, points. All that was fitted stays
    /// as it is.
    #[must_use]
    pub fn expecting(&self, expected: f64) -> Self {
        Self {
            expectation: Expectation::at(expected, &self.parameters, &self.constants),
            ..*self
        }
    }

    /// The same business at another price ratio (section 17): its level and what that costs stay,
    /// and with them all that was fitted.
    #[must_use]
    pub fn repriced(&self, price_ratio: f64) -> Self {
        let (p, c) = (&self.parameters, &self.constants);
        let segment = self.business.segment_expected.value;
        let expectation = Expectation::new(segment, price_ratio, p, c);
        let steepness = |of: &Expectation| of.steepness(self.level, p.cost_exponent);
        let cost_at_expected =
            self.cost_at_expected * steepness(&self.expectation) / steepness(&expectation);
        let a_year = self.business.cheque * self.business.purchases;
        Self {
            expectation,
            cost_at_expected,
            margin_after_serving: a_year * (self.margin - cost_at_expected).max(0.0),
            ..*self
        }
    }

    /// The same business where waiting spoils a share of all contacts (section 12), 0–1.
    #[must_use]
    pub fn waiting(&self, spoiled: f64) -> Self {
        Self {
            unspoiled: log1p(-spoiled),
            ..*self
        }
    }
}

/// `error`: what customers would say, less what the business says of itself.
fn present_level(business: &Business, e: &Expectation, yardstick: &Yardstick, error: f64) -> f64 {
    match business.level {
        Level::Offset(offset) => self_rated(e.expected, offset, error),
        Level::Given(level) => level,
        Level::Measured(survey) => yardstick.level(survey.dissatisfied),
    }
}

fn self_rated(expected: f64, offset: f64, error: f64) -> f64 {
    (expected + offset + error).clamp(0.0, 100.0)
}

/// `phi·(1 − (1 − alpha)^j)` after the contacts j that a typical customer has had by the middle of
/// each year.
fn habit(contacts: f64, retention: f64, p: &Parameters) -> [f64; YEARS] {
    let mut so_far = 0.5;
    let mut kept = 1.0;
    [(); YEARS].map(|()| {
        let had = contacts * so_far;
        kept *= retention;
        so_far += kept;
        p.habituation_share * (1.0 - pow(1.0 - p.habituation_rate, had))
    })
}
