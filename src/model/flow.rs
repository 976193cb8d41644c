//! One year's money at a level, a consistency and an expectation (section 4), and its yearly mean
//! as customers get used to the level (section 5).

use super::calibration::{Calibrated, YEARS};
use super::dissatisfaction::{Dissatisfaction, Encounter, shortfall};
use super::normal::{density, unit_loss};
use libm::{exp, log};
use std::ops::{Add, Mul};

macro_rules! flow {
    ($($(#[$doc:meta])* $field:ident),+ $(,)?) => {
        /// What a year at one level brings; money in the user's currency a year, shares 0–1.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Flow { $($(#[$doc])* pub $field: f64),+ }

        impl Add for Flow {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self { $($field: self.$field + other.$field),+ }
            }
        }

        impl Mul<f64> for Flow {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self { $($field: self.$field * factor),+ }
            }
        }
    };
}

flow! {
    /// d, share dissatisfied within the year.
    dissatisfied,
    /// c, share lost to service.
    service_churn,
    /// r, share kept.
    retention,
    /// V, money: value of a customer that service would not drive away.
    customer_value,
    /// Loss: customers who left for service.
    leavers,
    /// Loss: customers who stay and buy less.
    reduced,
    /// Loss: purchases dropped on a bad contact.
    walkouts,
    /// Loss: prospects turned away by what dissatisfied customers tell.
    word_of_mouth,
    /// Loss: margin on the revenue that ratings below the market's cost.
    reputation,
    /// The part of `word_of_mouth` that falls within the year.
    word_within_year,
    /// Benefit: the price premium of exceeding.
    premium,
    /// Benefit: other churn that delight prevents.
    delight,
    /// Benefit: new customers that delighted ones bring.
    advocates,
    /// Cost: to serve at this level.
    serve,
    /// Cost: to keep standards at this consistency.
    standards,
}

impl Flow {
    /// The sum of the five loss lines.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.leavers + self.reduced + self.walkouts + self.word_of_mouth + self.reputation
    }

    /// The part of the loss that falls within the year; the rest falls in later years.
    #[must_use]
    pub fn loss_within_year(&self) -> f64 {
        self.reduced + self.walkouts + self.reputation + self.word_within_year
    }

    /// Benefits less loss, before the cost of serving and of standards.
    #[must_use]
    pub fn worth(&self) -> f64 {
        self.premium + self.delight + self.advocates - self.loss()
    }

    /// Benefits less loss and costs: only differences of it mean anything.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.worth() - self.serve - self.standards
    }
}

/// A what-if level of a calibrated business, with what does not depend on habituation.
#[derive(Clone, Copy, Debug)]
pub struct AtLevel<'a> {
    firm: &'a Calibrated,
    level: f64,
    spread: f64,
    below_terrible: f64,
    serve: f64,
    standards: f64,
    reputation: f64,
    /// h, points: how much of the excess customers feel.
    pub excess: f64,
}

/// What exceeding brings in a year, money, and what it does to those who come.
struct Exceeding {
    /// Share of customers who stay unless service drives them away.
    stay: f64,
    /// V, value of such a customer.
    value: f64,
    premium: f64,
    delight: f64,
    advocates: f64,
}

impl Calibrated {
    /// The business at a level (points) and consistency (0–1).
    #[must_use]
    pub fn at(&self, level: f64, consistency: f64) -> AtLevel<'_> {
        let spread = self.spread(consistency);
        AtLevel {
            firm: self,
            level,
            spread,
            below_terrible: shortfall(self.expectation.terrible, level, spread),
            serve: self.serve(level),
            standards: self.standards(consistency),
            reputation: self.revenue * self.margin * self.reputation * self.stars_below(level),
            excess: self.excess_felt(level),
        }
    }

    /// Yearly cost to serve at a level.
    #[must_use]
    pub fn serve(&self, level: f64) -> f64 {
        let relative = level / self.reference_level;
        // `pow`, which has to be right for all numbers, takes twice as long.
        let relative = exp(self.parameters.cost_exponent * log(relative));
        self.business.cost_to_serve * self.revenue * relative
    }

    /// Cost of exceeding: the yearly cost to serve a level above that of the expected one.
    #[must_use]
    pub fn extra_cost(&self, level: f64) -> f64 {
        (self.serve(level) - self.serve(self.expectation.expected)).max(0.0)
    }

    /// Stars by which public ratings at a level fall short of the market's.
    #[must_use]
    pub fn stars_below(&self, level: f64) -> f64 {
        (self.expectation.expected - level).max(0.0) / self.constants.points_per_star
    }

    /// Prospects a year whom dissatisfied customers turn away, where a share of them is
    /// dissatisfied.
    #[must_use]
    pub fn turned_away(&self, dissatisfied: f64) -> f64 {
        self.business.customers * dissatisfied * self.parameters.told_prospects_lost
    }

    /// The share of revenue missing next year: of those who left for service, and of those who
    /// stay and buy less.
    #[must_use]
    pub fn revenue_at_risk(&self, flow: &Flow) -> f64 {
        let p = &self.parameters;
        let reducing = flow.dissatisfied.min(1.0 - flow.service_churn);
        flow.service_churn + reducing * p.reduce_share * p.reduce_depth
    }

    /// h(Q), points: customers differ in what they expect, so the excess felt starts smoothly.
    #[must_use]
    pub fn excess_felt(&self, level: f64) -> f64 {
        let spread = self.parameters.expectation_spread;
        let above = (level - self.expectation.expected) / spread;
        if above <= 0.0 {
            return 0.0; // L rises, so L(above) ≤ L(0) = φ(0).
        }
        spread * (unit_loss(above) - density(0.0))
    }

    /// The yearly figures at a level: the mean over the horizon.
    #[must_use]
    pub fn yearly(&self, level: f64, consistency: f64) -> Flow {
        self.at(level, consistency).yearly()
    }

    /// What no level from `low` to `high`, neither below the expected one, is worth more than, money a
    /// year: what exceeding by the highest brings before anyone is used to it, without any loss, at
    /// the cost of the lowest.
    #[must_use]
    pub fn value_at_most(&self, low: f64, high: f64, consistency: f64) -> f64 {
        let brings = self.exceeding_by(high - self.expectation.expected);
        let worth = brings.premium + brings.delight + brings.advocates;
        worth - self.serve(low) - self.standards(consistency)
    }

    /// What exceeding an expectation by some points brings; none or fewer bring nothing.
    fn exceeding_by(&self, points: f64) -> Exceeding {
        let (p, n) = (&self.parameters, self.business.customers);
        let excess = points.max(0.0);
        let novelty = if excess > 0.0 {
            1.0 - exp(-excess / p.delight_scale)
        } else {
            0.0
        };
        let delighted = self.other_churn * p.delight_retention * novelty;
        let stay = 1.0 - (self.other_churn - delighted);
        let value = self.margin_after_serving / (1.0 + p.discount_rate - stay);
        let premium_reached = (excess - p.tolerance_above) / (p.wow_offset - p.tolerance_above);
        Exceeding {
            stay,
            value,
            premium: self.revenue * p.premium_at_wow * premium_reached.clamp(0.0, 1.0),
            delight: n * delighted * value,
            advocates: n * novelty * p.advocates * (self.customer_margin + stay * value),
        }
    }

    /// Yearly cost to keep standards at a consistency.
    fn standards(&self, consistency: f64) -> f64 {
        let serving = self.business.cost_to_serve * self.revenue;
        self.parameters.standards_cost * serving * consistency
    }
}

impl AtLevel<'_> {
    /// One year's money when own customers expect `expected` points.
    #[must_use]
    pub fn flow(&self, expected: f64) -> Flow {
        let firm = self.firm;
        let (p, b) = (&firm.parameters, &firm.business);
        let encounter = Encounter {
            level: self.level,
            spread: self.spread,
            adequate: expected - p.tolerance_below,
            terrible: firm.expectation.terrible,
            below_terrible: self.below_terrible,
        };
        let met = Dissatisfaction::new(&encounter, firm.exposure, p, &firm.constants);
        let d = met.dissatisfied;
        let s = firm.blame * met.leaving;
        let Exceeding {
            stay,
            value,
            premium,
            delight,
            advocates,
        } = firm.exceeding_by(self.level - expected);
        let (n, m) = (b.customers, firm.customer_margin);
        let walked_out = b.purchases_exposed() * met.bad_contact * p.walkout_share;
        let turned_away = firm.turned_away(d);
        Flow {
            dissatisfied: d,
            service_churn: stay * s,
            retention: stay * (1.0 - s),
            customer_value: value,
            leavers: n * stay * s * value,
            reduced: n * d * p.reduce_share * p.reduce_depth * m,
            walkouts: walked_out * firm.purchase_margin(),
            word_of_mouth: turned_away * (m + stay * value),
            reputation: self.reputation,
            word_within_year: turned_away * m,
            premium,
            delight,
            advocates,
            serve: self.serve,
            standards: self.standards,
        }
    }

    /// The figures of each year of the horizon.
    #[must_use]
    pub fn years(&self) -> [Flow; YEARS] {
        let expected = self.firm.expectation.expected;
        if self.excess == 0.0 {
            return [self.flow(expected); YEARS]; // Nothing to get used to.
        }
        self.firm
            .habit
            .map(|habit| self.flow(expected + habit * self.excess))
    }

    /// The yearly figures: the mean over the horizon.
    #[must_use]
    pub fn yearly(&self) -> Flow {
        if self.excess == 0.0 {
            return self.flow(self.firm.expectation.expected);
        }
        let sum = self.years().into_iter().fold(Flow::default(), Add::add);
        sum * (1.0 / YEARS as f64)
    }
}
