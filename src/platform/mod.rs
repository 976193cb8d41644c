//! The browser behind types: formatting, files, storage, simulations, events for the page around.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod draws;
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod intl;
pub mod part;
pub mod schedule;
pub mod watch;
