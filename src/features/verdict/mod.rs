//! The answer in a sentence, with what the level costs.

mod dock;
mod odds;
mod panel;
mod view;

pub use dock::dock;
pub use odds::{customers, odds};
pub use panel::{costs, verdict_card};
pub use view::{Amount, Costs, Headline};
