//! The choice of the market and the price tier.

mod panel;
mod segment_box;
mod segment_list;
mod words;

pub use panel::market_card;
pub use words::market;
