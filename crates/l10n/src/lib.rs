//! Texts in every language of `locales/`: messages with typed slots, plural rules, and numbers and
//! money as a language writes them. Knows neither the model nor the browser.
#![warn(missing_docs)]

pub mod figure;
pub mod format;
pub mod text;
