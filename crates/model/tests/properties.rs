//! What must hold for every valid input, and that quick searches find what slow ones do.
//!
//! The cases are the same on every run. `PROPTEST_CASES=100000 cargo test --test model properties` draws
//! that many new ones instead.

mod analyses;
mod any;
mod beliefs;
mod contradictions;
mod counter;
mod draws;
mod forgone;
mod outcome;
mod retention;
mod search;
mod shown;
mod waiting;
