//! The present level at other prices (section 17 of the model).

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::RepricingPanel;
pub use view::{RepricingView, Row};
