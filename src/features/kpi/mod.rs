//! Numbers at a glance to steer by.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::KpiPanel;
pub use view::{KpiView, Row};
