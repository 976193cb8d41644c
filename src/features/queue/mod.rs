//! How long customers wait, and what it costs.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::QueuePanel;
pub use view::FIELDS;
pub use view::{DRAWN, Line, Mood, QueueView, too_long};
