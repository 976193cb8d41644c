//! The page, in Yew: each component draws one view of `present` and sends actions back.

mod app;
mod assessment;
mod away;
mod block;
mod breakdown;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod chart;
mod curve;
mod disclosure;
mod dock;
mod evidence;
mod explain;
mod fields;
mod findings;
mod handle;
mod handover;
mod host;
mod icon;
#[cfg(target_arch = "wasm32")]
pub mod intl;
mod ladder;
mod last_valid;
mod levers;
mod loading;
mod market_card;
mod market_words;
mod net_margin;
mod notices;
mod number_field;
mod numbers_card;
mod opened;
mod panel;
mod panel_list;
mod panels;
mod parameter_field;
mod part;
mod parts;
mod questions;
mod rung_picture;
mod scene;
mod segment_box;
mod segment_list;
mod segmented;
mod setup;
mod simulating;
mod speak;
#[cfg(feature = "ssr")]
mod still;
mod store;
mod survey;
mod take_back;
mod telling;
mod top_bar;
mod unhurried;
mod verdict;
mod view;
mod ways;

pub use app::{App, AppProps};
pub use host::Host;
pub use part::Part;
pub use parts::{ReadSetup, load_setup};
pub use scene::Scene;
pub use setup::{Given, Setup, setup, setup_with_json};
#[cfg(feature = "ssr")]
pub use still::{Still, still};
pub use store::Store;
