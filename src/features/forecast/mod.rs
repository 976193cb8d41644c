//! The years ahead while customers get used to the service.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::ForecastPanel;
pub use view::{Below, ForecastView, YEARS};
