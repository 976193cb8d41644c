//! What to do first.

mod panel;
mod view;

pub use panel::levers_card;
pub use view::{Begin, Lever, levers};
