//! What keeps, compares, passes on and takes away, each under its heading.

mod panel;

pub use panel::take_away;
