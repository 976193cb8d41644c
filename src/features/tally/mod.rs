//! Asking forty customers, and counting what they say.

mod panel;
mod record;
mod view;

pub use panel::AskPanel;
pub use record::forget;
pub use view::{LEAST, Press, Tally};
