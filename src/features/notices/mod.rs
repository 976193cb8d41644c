//! Notes on a link that could not be read in full.

mod panel;
pub mod recalculated;
mod skipped;

pub use panel::notices;
pub use skipped::skipped;
