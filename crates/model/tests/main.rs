//! The model: golden cases, properties, tables, bad input. One program, so that it links once.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports a failure by panicking"
)]

mod backtest;
mod bad_input;
mod fixed;
mod golden;
mod properties;
mod sales;
mod sales_files;
mod sales_properties;
mod study;
