//! What each level forgoes, as a chart with a handle.

mod curve;
mod file;
mod handle;
mod panel;
mod view;

pub use curve::{path, percent};
pub(crate) use file::{ENOUGH, LOST, SPENT, at, chair, made_by};
pub use file::{Origin, chart_file};
pub use panel::chart;
pub use view::{Chart, Curve, Step};
pub(crate) use view::{nice_step, ticks};
