//! Where the loss comes from.

mod made_of;
mod made_of_panel;
mod panel;
mod view;

pub use made_of::MadeOf;
pub use made_of_panel::made_of;
pub use panel::breakdown_card;
pub use view::{Breakdown, Part};
