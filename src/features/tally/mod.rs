//! Asking forty customers, and counting what they say.

mod panel;
mod view;

pub use panel::AskPanel;
pub use view::{LEAST, Press, Tally};
