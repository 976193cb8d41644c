//! What must hold for every valid input, and that quick searches find what slow ones do.
//!
//! The cases are the same on every run. `PROPTEST_CASES=100000 cargo test --test properties` draws
//! that many new ones instead.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod analyses;
mod any;
mod beliefs;
mod contradictions;
mod counter;
mod draws;
#[path = "../fixed/mod.rs"]
mod fixed;
mod forgone;
mod outcome;
mod retention;
mod search;
mod shown;
mod waiting;
