//! The page, in Yew: each component draws one view of `present` and sends actions back.

mod app;
mod breakdown;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod chart;
mod icon;
#[cfg(target_arch = "wasm32")]
pub mod intl;
mod levers;
mod market_card;
mod number_field;
mod numbers_card;
mod panel;
mod panels;
mod questions;
mod rung_picture;
mod say;
mod scene;
mod segment_box;
mod segmented;
mod service_card;
mod top_bar;
mod verdict;

pub use app::{App, AppProps};
pub use scene::{Host, Scene, Store};
