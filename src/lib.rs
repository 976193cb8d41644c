//! How good should our service be? Enough that customers calmly come back, and not more.
//!
//! The crate [`model`] computes; [`session`] holds what the visitor has entered; [`answer`] joins
//! both. Each capability is a folder of [`features`]: `view` says what to show as plain data,
//! `panel` draws it. Imports point one way, from [`app`] down.
#![warn(missing_docs)]

pub mod answer;
pub mod app;
pub mod config;
pub mod context;
pub mod event;
pub mod features;
pub mod names;
pub mod panel;
pub mod panels;
#[cfg(target_arch = "wasm32")]
pub mod panics;
pub mod platform;
pub mod rank;
pub mod session;
pub mod shared;
pub mod typescript;
pub mod widgets;
