//! A link and a picture to pass on.

mod card;
mod card_panel;
mod panel;

pub use card::card;
pub use panel::SharePanel;
