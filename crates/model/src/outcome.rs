//! The answer to the one question (sections 4–7): `evaluate`.

use super::calibration::Calibrated;
use super::error::InputError;
use super::exceeding::Exceeding;
use super::flow::Flow;
use super::inputs::Inputs;
use super::levers::Levers;
use super::sufficient::{Sufficient, Verdict};
use super::tables::Tables;
use super::time::MONTHS;

/// The five lines of the loss, money a year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct LossLines {
    /// Customers who left for service.
    pub leavers: f64,
    /// Customers who stay and buy less.
    pub reduced: f64,
    /// Purchases dropped on a bad contact.
    pub walkouts: f64,
    /// Prospects turned away by word of mouth.
    pub word_of_mouth: f64,
    /// Public ratings below the market's.
    pub reputation: f64,
}

/// What becomes of 1,000 customers in a year; the four sum to 1,000.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct PerThousand {
    /// They leave for the service.
    pub service: f64,
    /// They would leave however well they are served.
    pub unavoidable: f64,
    /// They leave for other reasons.
    pub other: f64,
    /// They stay.
    pub stay: f64,
}

impl PerThousand {
    fn new(here: &Flow, unavoidable: f64) -> Self {
        const THOUSAND: f64 = 1000.0;
        let for_other_reasons = (1.0 - here.retention - here.service_churn).max(0.0);
        let unavoidable = unavoidable.min(for_other_reasons);
        Self {
            service: THOUSAND * here.service_churn,
            unavoidable: THOUSAND * unavoidable,
            other: THOUSAND * (for_other_reasons - unavoidable),
            stay: THOUSAND * here.retention,
        }
    }
}

/// What to be careful about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Warning {
    /// More enquiries buy than there are customers.
    EnquiriesExceedCustomers,
}

/// The model's answer. Levels in points, money in the user's currency a year, shares 0–1.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Outcome {
    /// E.
    pub expected: f64,
    /// A.
    pub adequate: f64,
    /// D, not capped at 100.
    pub desired: f64,
    /// Q.
    pub level: f64,
    /// Q − E.
    pub level_gap: f64,
    /// k, 0–1.
    pub consistency: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// Share dissatisfied within a year.
    pub dissatisfied: f64,
    /// Share lost to service in a year.
    pub service_churn: f64,
    /// Share lost in a year for other reasons.
    pub other_churn: f64,
    /// Of those, the share lost however well it is served.
    pub unavoidable_churn: f64,
    /// Share kept.
    pub retention: f64,
    /// Money: a customer that service would not drive away.
    pub customer_value: f64,
    /// What becomes of 1,000 customers.
    pub per_thousand: PerThousand,
    /// The loss to bad service.
    pub loss: f64,
    /// The part of it that falls within twelve months.
    pub loss_within_year: f64,
    /// The lines of the loss.
    pub loss_lines: LossLines,
    /// Loss avoided by raising the level to the sufficient one.
    pub avoidable_by_level: f64,
    /// Loss avoided, after that, by consistent service.
    pub avoidable_by_consistency: f64,
    /// The rest of the loss.
    pub residual: f64,
    /// Customers lost to service a year.
    pub customers_lost: f64,
    /// Revenue missing next year: the figure to compare with published "revenue at risk".
    pub revenue_lost_next_year: f64,
    /// Q*.
    pub sufficient: f64,
    /// The lowest and the highest level that are close enough to Q*, points.
    pub band: (f64, f64),
    /// One essay's rule of thumb.
    pub rule_band: (f64, f64),
    /// Where Q stands against the band.
    pub verdict: Verdict,
    /// What exceeding costs and brings.
    pub exceeding: Exceeding,
    /// Yearly value missing against the sufficient level.
    pub gap_to_sufficient: f64,
    /// r₀: share kept at the present level, typed or assumed. Where a field shows it, typing it
    /// changes nothing.
    pub retention_assumed: f64,
    /// s_C: cost to serve at the present level, share of revenue, typed or assumed; likewise.
    pub cost_to_serve_assumed: f64,
    /// What could be done.
    pub levers: Levers,
    /// What to be careful about.
    pub warnings: Vec<Warning>,
}

impl Outcome {
    /// The share of revenue missing next year.
    #[must_use]
    pub fn revenue_at_risk(&self) -> f64 {
        if self.revenue > 0.0 {
            self.revenue_lost_next_year / self.revenue
        } else {
            0.0
        }
    }

    /// Of how many years in one a customer is lost to service, where it is less than one a year:
    /// "1 chance in 18 a year". None where nobody is lost, or one or more a year.
    #[must_use]
    pub fn years_per_customer_lost(&self) -> Option<f64> {
        let lost = self.customers_lost;
        let years = (lost > 0.0 && lost < 1.0).then(|| 1.0 / lost);
        years.filter(|years| years.is_finite())
    }

    /// In how many months the business earns an amount, where a share `net_margin` of its revenue
    /// is left after all costs; none where nothing is left.
    #[must_use]
    pub fn months_of_profit(&self, amount: f64, net_margin: f64) -> Option<f64> {
        let a_month = self.revenue * net_margin / MONTHS;
        let months = (a_month > 0.0).then(|| amount / a_month);
        months.filter(|months| months.is_finite())
    }
}

/// Answers how good the service of a business should be.
///
/// ```
/// use service_level_model::{Delivered, Inputs, Tables, evaluate};
///
/// let clinic = Inputs {
///     segment: Some("clinic".into()),
///     customers: Some(1000.0),
///     cheque: Some(100.0),
///     delivered: Delivered::Rung("expected".into()),
///     ..Inputs::default()
/// };
/// let outcome = evaluate(&clinic, Tables::built_in())?;
/// assert_eq!(outcome.expected, 74.0); // points of 100
/// assert!((outcome.loss - 9_674.37).abs() < 0.01); // a year, in the currency of the cheque
/// # Ok::<(), service_level_model::InputError>(())
/// ```
///
/// # Errors
/// The first input that is out of its range, unknown to the tables, or incomplete.
pub fn evaluate(inputs: &Inputs, tables: &Tables) -> Result<Outcome, InputError> {
    Ok(Calibrated::of(inputs, tables)?.outcome())
}

impl Calibrated {
    /// The answer for a calibrated business at its present level.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome_by(&self.sufficient(self.business.consistency))
    }

    /// The same, once its sufficient level is known.
    #[must_use]
    pub fn outcome_by(&self, sufficient: &Sufficient) -> Outcome {
        let verdict = sufficient.verdict(self.level);
        let (e, b) = (&self.expectation, &self.business);
        let (level, k) = (self.level, b.consistency);
        let here = self.yearly(level, k);
        let upper = level.max(sufficient.level);
        let at_upper = if level < upper {
            self.yearly(upper, k)
        } else {
            here
        };
        let consistent = self.yearly(upper, self.good_consistency());
        let residual = consistent.loss();
        Outcome {
            expected: e.expected,
            adequate: e.adequate,
            desired: e.desired,
            level,
            level_gap: level - e.expected,
            consistency: k,
            revenue: self.revenue,
            dissatisfied: here.dissatisfied,
            service_churn: here.service_churn,
            other_churn: self.other_churn,
            unavoidable_churn: self.unavoidable_churn(),
            retention: here.retention,
            customer_value: here.customer_value,
            per_thousand: PerThousand::new(&here, self.unavoidable_churn()),
            loss: here.loss(),
            loss_within_year: here.loss_within_year(),
            loss_lines: LossLines {
                leavers: here.leavers,
                reduced: here.reduced,
                walkouts: here.walkouts,
                word_of_mouth: here.word_of_mouth,
                reputation: here.reputation,
            },
            avoidable_by_level: here.loss() - at_upper.loss(),
            avoidable_by_consistency: at_upper.loss() - residual,
            residual,
            customers_lost: b.customers * here.service_churn,
            revenue_lost_next_year: self.revenue * self.revenue_at_risk(&here),
            sufficient: sufficient.level,
            band: (sufficient.low, sufficient.high),
            rule_band: e.rule_of_thumb(&self.constants),
            verdict,
            exceeding: self.exceeding(&here),
            gap_to_sufficient: self.missing(sufficient.value, here.value()),
            retention_assumed: self.retention,
            cost_to_serve_assumed: self.cost_to_serve,
            levers: Levers::new(self, sufficient, here.value(), consistent.value()),
            warnings: self.warnings(),
        }
    }

    fn warnings(&self) -> Vec<Warning> {
        let b = &self.business;
        let many = b.bought_on_enquiry() > b.customers;
        many.then_some(Warning::EnquiriesExceedCustomers)
            .into_iter()
            .collect()
    }
}
