//! The page, in Yew: each component draws one view of `present` and sends actions back.

mod app;
#[cfg(not(feature = "panels"))]
mod asking;
#[cfg(feature = "panels")]
mod assessment;
mod breakdown;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod chart;
mod disclosure;
mod draws;
#[cfg(feature = "panels")]
mod evidence;
#[cfg(feature = "panels")]
mod explain;
mod explained;
mod icon;
#[cfg(target_arch = "wasm32")]
pub mod intl;
mod levers;
mod market_card;
mod number_field;
mod numbers_card;
mod opening;
mod panel;
mod panel_list;
#[cfg(feature = "panels")]
mod panels;
#[cfg(feature = "panels")]
mod parameter_field;
mod questions;
mod results;
mod rung_picture;
mod say;
mod scene;
mod segment_box;
mod segmented;
mod service_card;
#[cfg(feature = "ssr")]
mod still;
mod top_bar;
mod verdict;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use app::{App, AppProps};
pub use scene::{Host, Scene, Store};
#[cfg(feature = "ssr")]
pub use still::{Still, still};
