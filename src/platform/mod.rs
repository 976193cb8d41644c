//! The browser behind types: formatting, files, storage, simulations, events for the page around.

pub mod address;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod clock;
pub mod detail;
pub mod draws;
pub mod files;
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod intl;
pub mod lead;
pub mod offer;
pub mod paper;
pub mod part;
pub mod schedule;
pub mod services;
pub mod share;
pub mod storage;
pub mod style;
pub mod watch;
