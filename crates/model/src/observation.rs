//! What was published about service and loyalty, in the form in which the model is compared with
//! it (section 18). The rows stand in `data/backtest.json`.

/// A figure of the model that has been measured elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Measure {
    /// Share of customers kept for a year.
    RetentionAssumed,
    /// By how much the logit of retention falls from the expected level to the terrible rung, mean
    /// of the segments.
    LogitDrop,
    /// Share of next year's revenue at risk, median of the segments.
    RevenueAtRisk,
    /// Share of customers dissatisfied within a year, median of the segments.
    Dissatisfied,
    /// Percent fewer customers who leave for one percent more service.
    TerminationElasticity,
    /// What a permanent WOW adds to the cost of operation, a share of that cost.
    WowCostShare,
    /// Share of those who leave who leave for service, median of the segments.
    ServiceShareOfLeaving,
    /// Share of customers who leave at the second level less that at the first.
    AttritionDifference,
}

/// What was published, and which business of the model it is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Stable id.
    pub id: &'static str,
    /// Id in `data/evidence.json`.
    pub evidence: &'static str,
    /// The figure that was measured.
    pub measure: Measure,
    /// Ids of the segments it is computed for.
    pub segments: &'static [&'static str],
    /// Id of the rung of the business; the expected one unless given.
    pub rung: Option<&'static str>,
    /// Levels of the business, points.
    pub levels: &'static [f64],
    /// Consistency, 0–1; the typical one unless given.
    pub consistency: Option<f64>,
    /// The published value.
    pub value: f64,
    /// Lower end of the published range.
    pub low: Option<f64>,
    /// Upper end of the published range.
    pub high: Option<f64>,
}
