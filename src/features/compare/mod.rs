//! Cases side by side.

mod panel;
mod view;

pub use panel::ComparePanel;
pub use view::{CompareView, refusal};
