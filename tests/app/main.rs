//! The app without a browser: session, texts, views, files, config. One program, so that it links once.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports a failure by panicking"
)]

mod advice;
mod assessment_view;
mod cases;
mod certainty_panel;
mod config;
mod data;
mod explain;
mod explain_figures;
mod export;
mod finding;
#[path = "../../crates/model/tests/fixed.rs"]
mod fixed;
mod forecast_panel;
mod guide;
mod idea_panel;
mod languages;
mod links;
mod neighbours_panel;
mod one_way;
mod present;
mod queue_panel;
mod report;
mod said;
mod scale_panel;
mod session;
mod shown;
mod tidy;
mod travel;
mod treadmill_panel;
mod ui;
mod wordpress;
