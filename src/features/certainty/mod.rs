//! How sure the answer is: ranges from simulations.

mod finding;
mod panel;
mod tornado;
mod view;

pub use finding::finding;
pub use panel::CertaintyPanel;
pub use view::Certainty;
