//! What happens when every year has to be better than the last.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::TreadmillPanel;
pub use view::{FIELDS, Lasting, TreadmillView, own_start};
