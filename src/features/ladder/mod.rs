//! The choice of the rung that describes the service today.

mod panel;
mod rung_lines;
mod rung_picture;
mod view;

pub use panel::ladder_card;
pub use rung_lines::picture;
pub use rung_picture::rung_lines;
pub use view::{assumed, ladder, whose};
