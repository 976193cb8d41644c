//! The model against what was published (section 18).

use super::business::{Business, Level};
use super::calibration::Calibrated;
use super::error::InputError;
use super::flow::Flow;
use super::inputs::{Consistency, Delivered, Inputs};
use super::observation::{Measure, Observation};
use super::tables::{Rung, Tables};
use libm::log;

/// How far the model may be from a published value that has no range, as a factor.
const FACTOR: f64 = 1.5;

/// One percent.
const PERCENT: f64 = 0.01;

/// A published figure, and the model's.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Backtested {
    /// Id of the observation.
    pub id: &'static str,
    /// Id in `data/evidence.json`.
    pub evidence: &'static str,
    /// The figure that was measured.
    pub measure: Measure,
    /// What the model says.
    pub model: f64,
    /// The published figure.
    pub published: Published,
    /// Whether the model lies inside the published range, or within a factor of 1.5 of the value
    /// where there is no range.
    pub inside: bool,
}

/// A published figure, in the unit of its measure.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Published {
    /// The value.
    pub value: f64,
    /// Lower end of the range.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub low: Option<f64>,
    /// Upper end of the range.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub high: Option<f64>,
}

impl Published {
    fn holds(&self, model: f64) -> bool {
        match (self.low, self.high) {
            (Some(low), Some(high)) => low <= model && model <= high,
            // A figure of the other sign is within no factor.
            _ => model >= self.value / FACTOR && model <= self.value * FACTOR,
        }
    }
}

/// Every observation, and what the model says to it.
///
/// # Errors
/// An observation is about a segment or a rung that the tables do not have.
pub fn backtest(tables: &Tables) -> Result<Vec<Backtested>, InputError> {
    let rows = Tables::observations().iter();
    rows.map(|row| backtested(row, tables)).collect()
}

/// What the model says to one observation.
///
/// # Errors
/// As [`backtest`].
pub fn backtested(of: &Observation, tables: &Tables) -> Result<Backtested, InputError> {
    let published = Published {
        value: of.value,
        low: of.low,
        high: of.high,
    };
    let model = of.measure.of(&firms(of, tables)?, tables);
    Ok(Backtested {
        id: of.id,
        evidence: of.evidence,
        measure: of.measure,
        model,
        published,
        inside: published.holds(model),
    })
}

/// The businesses that it is about: each segment at each level.
fn firms(of: &Observation, tables: &Tables) -> Result<Vec<Calibrated>, InputError> {
    let consistency = of.consistency.map(Consistency::Share).unwrap_or_default();
    let delivered: Vec<Delivered> = if of.levels.is_empty() {
        let rung = of.rung.map(|id| Delivered::Rung(id.to_owned()));
        vec![rung.unwrap_or_default()]
    } else {
        of.levels.iter().copied().map(Delivered::Level).collect()
    };
    let mut firms = Vec::new();
    for segment in of.segments {
        for delivered in &delivered {
            let inputs = Inputs {
                segment: Some((*segment).to_owned()),
                delivered: delivered.clone(),
                consistency: consistency.clone(),
                ..Inputs::default()
            };
            firms.push(Calibrated::of(&inputs, tables)?);
        }
    }
    Ok(firms)
}

impl Measure {
    /// The figure of these businesses.
    fn of(self, firms: &[Calibrated], tables: &Tables) -> f64 {
        let year = |firm: &Calibrated| firm.yearly(firm.level, firm.business.consistency);
        let leaving = |flow: &Flow| 1.0 - flow.retention;
        let each = |figure: &dyn Fn(&Calibrated) -> f64| firms.iter().map(figure).collect();
        match self {
            Self::RetentionAssumed => median(each(&|firm| firm.retention)),
            Self::LogitDrop => mean(each(&|firm| {
                let lowest = tables.ladder.first().map_or(0.0, |rung: &Rung| rung.offset);
                let terrible = firm.yearly(firm.self_rated(lowest), firm.business.consistency);
                logit(firm.retention) - logit(terrible.retention)
            })),
            Self::RevenueAtRisk => median(each(&|firm| firm.revenue_at_risk(&year(firm)))),
            Self::Dissatisfied => median(each(&|firm| year(firm).dissatisfied)),
            Self::TerminationElasticity => median(each(&|firm| {
                let better = standing_at(firm, firm.level * (1.0 + PERCENT));
                let (now, then) = (leaving(&year(firm)), leaving(&year(&better)));
                (now - then) / now / PERCENT
            })),
            Self::WowCostShare => median(each(&|firm| {
                let serving = firm.serve(firm.expectation.expected);
                let operating = firm.revenue * (1.0 - firm.margin) + serving;
                firm.extra_cost(firm.wow()) / operating
            })),
            Self::ServiceShareOfLeaving => median(each(&|firm| {
                let flow = year(firm);
                flow.service_churn / leaving(&flow)
            })),
            Self::AttritionDifference => {
                let shares: Vec<f64> = each(&|firm| leaving(&year(firm)));
                let ends = shares.first().zip(shares.last());
                ends.map_or(0.0, |(first, last)| last - first)
            }
        }
    }
}

/// A business like this one that has always stood at another level, points.
fn standing_at(firm: &Calibrated, level: f64) -> Calibrated {
    let business = Business {
        level: Level::Given(level),
        ..firm.business
    };
    Calibrated::new(business, firm.parameters, firm.constants)
}

fn logit(share: f64) -> f64 {
    log(share / (1.0 - share))
}

fn mean(values: Vec<f64>) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The middle one, or the mean of both in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let (_, upper) = values.split_at(middle);
    let high = upper.first().copied().unwrap_or_default();
    let low = values.get(middle.saturating_sub(1)).copied();
    if values.len().is_multiple_of(2) {
        0.5 * (low.unwrap_or(high) + high)
    } else {
        high
    }
}
