//! One year's money at a level, a consistency and an expectation (section 4), and its yearly mean
//! as customers get used to the level (section 5).

use super::calibration::{Calibrated, YEARS};
use super::delight::Brings;
use super::dissatisfaction::{Dissatisfaction, Encounter, leave, shortfall};
use super::normal::{density, unit_loss};
use libm::expm1;
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
    lasting_premium: f64,
    /// h, points: how much of the excess customers feel.
    pub excess: f64,
}

impl Calibrated {
    /// The business at a level (points) and consistency (0–1).
    #[must_use]
    pub fn at(&self, level: f64, consistency: f64) -> AtLevel<'_> {
        let (p, spread) = (&self.parameters, self.spread(consistency));
        let below = self.revenue * self.margin * p.reputation_per_star * self.stars_below(level);
        AtLevel {
            firm: self,
            level,
            spread,
            below_terrible: shortfall(self.expectation.terrible, level, spread),
            serve: self.serve(level),
            standards: self.standards(consistency),
            reputation: below,
            lasting_premium: self.premium(p.premium_lasting, level - self.expectation.expected),
            excess: self.excess_felt(level),
        }
    }

    /// Yearly cost to serve at a level.
    #[must_use]
    pub fn serve(&self, level: f64) -> f64 {
        let steepness = self
            .expectation
            .steepness(level, self.parameters.cost_exponent);
        self.cost_at_expected * self.revenue * steepness
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

    /// Yearly cost to keep standards at a consistency.
    pub(super) fn standards(&self, consistency: f64) -> f64 {
        let serving = self.cost_at_expected * self.revenue;
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
            unspoiled: firm.unspoiled,
        };
        let met = Dissatisfaction::new(&encounter, firm.exposure, p, &firm.constants);
        let d = met.dissatisfied;
        let Brings {
            stay,
            value,
            premium,
            delight,
            advocates,
        } = firm.exceeding_by(self.level - expected);
        let left = leave(firm.readiness * met.hazard, p.churn_heterogeneity);
        let service_churn = stay * -expm1(-left);
        let (n, m) = (b.customers, firm.customer_margin);
        let walked_out = firm.purchases_exposed() * met.bad_contact * p.walkout_share;
        let turned_away = firm.turned_away(d);
        Flow {
            dissatisfied: d,
            service_churn,
            retention: stay - service_churn,
            customer_value: value,
            leavers: n * service_churn * value,
            reduced: firm.own * n * d * p.reduce_share * p.reduce_depth * m,
            walkouts: walked_out * firm.purchase_margin(),
            word_of_mouth: turned_away * (m + stay * value),
            reputation: self.reputation,
            word_within_year: turned_away * m,
            premium: premium + self.lasting_premium,
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
