//! What service above what customers expect brings (section 4).

use super::calibration::Calibrated;
use libm::{exp, expm1};

/// What exceeding brings in a year, money, and what it does to those who come.
pub(super) struct Brings {
    /// Share of customers who stay unless service drives them away.
    pub stay: f64,
    /// V, value of such a customer.
    pub value: f64,
    /// The part of the premium that customers get used to.
    pub premium: f64,
    /// What else drives customers away and does not.
    pub delight: f64,
    /// New customers that delighted ones bring.
    pub advocates: f64,
}

/// What a customer is worth who is delighted to some degree.
#[derive(Clone, Copy, Debug)]
pub struct Delighted {
    /// Share of customers who stay unless service drives them away.
    pub stay: f64,
    /// V, money: value of such a customer.
    pub value: f64,
    /// Share of customers whom the delight keeps.
    pub kept: f64,
    /// Money that a new customer is worth: a year's margin, and what comes after.
    pub newcomer: f64,
}

impl Calibrated {
    /// n⁺, 0–1: how new service is that lies so many points above what customers expect.
    #[must_use]
    pub fn novelty(&self, points: f64) -> f64 {
        if points > 0.0 {
            -expm1(-points / self.parameters.delight_scale)
        } else {
            0.0
        }
    }

    /// What customers are worth to whom the service is new to a degree of 0–1. Delight weakens
    /// what else drives them away.
    #[must_use]
    pub fn delighted(&self, novelty: f64) -> Delighted {
        let p = &self.parameters;
        let without = 1.0 - self.other_churn;
        let stay = if novelty > 0.0 {
            exp(-self.other_hazard * (1.0 - p.delight_retention * novelty))
        } else {
            without
        };
        let value = self.margin_after_serving / (1.0 + p.discount_rate - stay);
        Delighted {
            stay,
            value,
            kept: (stay - without).max(0.0),
            newcomer: self.customer_margin + stay * value,
        }
    }

    /// What no level from `low` to `high`, neither below the expected one, is worth more than, money a
    /// year: what exceeding by the highest brings before anyone is used to it, without any loss, at
    /// the cost of the lowest.
    #[must_use]
    pub fn value_at_most(&self, low: f64, high: f64, consistency: f64) -> f64 {
        let above = high - self.expectation.expected;
        let brings = self.exceeding_by(above);
        let lasting = self.premium(self.parameters.premium_lasting, above);
        let worth = brings.premium + lasting + brings.delight + brings.advocates;
        worth - self.serve(low) - self.standards(consistency)
    }

    /// What exceeding an expectation by some points brings; none or fewer bring nothing.
    pub(super) fn exceeding_by(&self, points: f64) -> Brings {
        let (p, n) = (&self.parameters, self.business.customers);
        let novelty = self.novelty(points);
        let Delighted {
            stay,
            value,
            kept,
            newcomer,
        } = self.delighted(novelty);
        Brings {
            stay,
            value,
            premium: self.premium(1.0 - p.premium_lasting, points),
            delight: n * kept * value,
            advocates: n * novelty * p.advocates * newcomer,
        }
    }

    /// Yearly premium of service so many points above what is expected, of a part 0–1 of it.
    pub(super) fn premium(&self, part: f64, points: f64) -> f64 {
        let p = &self.parameters;
        if points <= p.tolerance_above {
            return 0.0;
        }
        let reached = (points - p.tolerance_above) / (p.wow_offset - p.tolerance_above);
        self.revenue * p.premium_at_wow * part * reached.min(1.0)
    }
}
