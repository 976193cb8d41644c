//! The model, pure: what a business should deliver, computed from its inputs and the tables.
//!
//! `evaluate` is the front door; each analysis is one function of like shape. The formulas and
//! their sources are in METHODOLOGY.md, whose sections the modules name.
#![warn(missing_docs)]

#[cfg(feature = "json")]
pub mod answer;
mod assessment;
mod backtest;
mod beliefs;
mod business;
mod calibration;
mod check;
mod delight;
mod dissatisfaction;
mod error;
mod exceeding;
mod expectation;
mod flow;
mod forecast;
mod forgone;
mod gestures;
mod idea;
mod inputs;
#[cfg(feature = "json")]
mod json;
mod levers;
mod neighbours;
pub mod normal;
mod observation;
mod outcome;
mod practices;
mod queue;
mod range;
mod repricing;
mod retention;
#[cfg(feature = "json")]
mod row;
pub mod sales;
mod scale;
mod segment;
mod study;
mod sufficient;
mod survey;
mod tables;
mod time;
mod tornado;
mod treadmill;
mod uncertainty;
mod waiting;
mod wire;

pub use assessment::{Assessment, assessment};
pub use backtest::{Backtested, Published, backtest, backtested};
pub use beliefs::{Beliefs, Needed, beliefs};
pub use business::{Business, Level, segment_of};
pub use calibration::{Calibrated, YEARS};
pub use delight::Delighted;
pub use error::{InputError, TableError, within};
pub use exceeding::Exceeding;
pub use expectation::{Expectation, rung_of};
pub use flow::{AtLevel, Flow};
pub use forecast::{Year, forecast};
pub use forgone::{Forgone, Point};
pub use gestures::{Gesture, Gestures, gestures};
pub use idea::{Idea, Tested, Worth, idea};
pub use inputs::{Consistency, Delivered, Inputs, Price, ranged, ranged_as};
#[cfg(feature = "json")]
pub use json::DamagedTable;
pub use levers::Levers;
pub use neighbours::{Neighbour, nearest, neighbours};
pub use observation::{Measure, Observation};
pub use outcome::{LossLines, Outcome, PerThousand, Warning, evaluate};
pub use practices::{ALWAYS, STAGES, Scores, scores};
pub use queue::{Counter, Queue, Shift, Wait, queue};
pub use range::{Class, OWN_SOURCE, Range, Rows, Text};
pub use repricing::{Repriced, repricing};
pub use retention::{Fit, Hazards};
pub use scale::{Orders, Scale, scale};
pub use segment::{Market, QueueExample, Segment, SegmentParameter};
pub use study::{Asked, Study};
pub use sufficient::{Sufficient, Values, Verdict};
pub use survey::{Survey, Yardstick};
pub use tables::{
    CONSTANT_COUNT, Constants, Currency, Dimension, InputRange, PARAMETER_COUNT, Parameter,
    Parameters, Practice, Rung, Scale as SliderScale, Start, Tables, Tier,
};
pub use time::MONTHS;
pub use tornado::{Swing, tornado};
pub use treadmill::{Month, Raise, Treadmill, treadmill};
pub use uncertainty::{DRAWS, Draw, Draws, SEED, Uncertainty, VerdictShares, uncertainty};
pub use waiting::{Money, waiting};

/// The version of the formulas and tables, as CHANGELOG.md counts them: reports name it.
pub const MODEL_VERSION: u8 = 3;
