//! The same business in neighbouring markets.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::NeighboursPanel;
pub use view::NeighboursView;
