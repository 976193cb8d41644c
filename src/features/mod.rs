//! The capabilities of the calculator, a folder each, reached through its `mod.rs` only.

pub mod assessment;
pub mod breakdown;
pub mod certainty;
pub mod chart;
pub mod compare;
pub mod explanation;
pub mod export;
pub mod forecast;
pub mod idea;
pub mod kpi;
pub mod ladder;
pub mod lead;
pub mod market;
pub mod method;
pub mod neighbours;
pub mod notices;
pub mod numbers;
pub mod plan;
pub mod queue;
pub mod report;
pub mod scale;
pub mod share;
pub mod take_away;
pub mod tally;
pub mod treadmill;
pub mod verdict;
