//! What the page says and draws, as plain data: messages, figures and shapes in 0..1. No language,
//! no browser.

mod answer;
pub mod breakdown;
pub mod chart;
pub mod field;
pub mod figure;
pub mod format;
pub mod headline;
pub mod ladder;
pub mod levers;
pub mod names;
pub mod slider;
pub mod text;

pub use answer::Answer;
