//! Notes on a link that could not be read in full.

mod panel;
mod recalculated;
mod skipped;

pub use panel::notices;
pub use recalculated::{case as recalculated_case, opened as recalculated_link};
pub use skipped::skipped;
