//! What the page says and draws, as plain data: messages, figures and shapes in 0..1. No language,
//! no browser.

mod answer;
pub mod assessment;
pub mod breakdown;
pub mod card;
pub mod certainty;
pub mod chart;
pub mod chart_file;
pub mod compare;
mod decade;
pub mod drawing;
pub mod draws;
pub mod evidence;
pub mod explain;
pub mod export;
pub mod field;
pub mod finding;
pub mod forecast;
pub mod handover;
pub mod headline;
pub mod idea;
pub mod kpi;
pub mod ladder;
pub mod languages;
pub mod levers;
pub mod load;
pub mod made_of;
pub mod method;
pub mod names;
pub mod neighbours;
pub mod net_margin;
mod odds;
pub mod plot;
pub mod queue;
pub mod rank;
pub mod recalculated;
pub mod report;
pub mod rung_lines;
pub mod scale;
pub mod skipped;
pub mod slider;
pub mod survey;
pub mod tally;
pub mod treadmill;

pub use answer::Answer;
