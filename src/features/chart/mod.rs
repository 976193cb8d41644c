//! What each level forgoes, as a chart with a handle.

mod handle;
mod panel;
mod view;

pub use panel::chart;
pub use view::{Chart, Step};
