//! How good should our service be? Enough that customers calmly come back, and not more.
//!
//! The crate [`model`] computes, [`present`] says it in words, figures and shapes, [`session`] holds what
//! the user has entered; the page itself is behind the feature `ui`. Data flows one way.
#![warn(missing_docs)]

#[cfg(feature = "json")]
pub mod config;
#[cfg(feature = "json")]
pub mod event;
pub mod present;
pub mod session;

#[cfg(feature = "ui")]
pub mod ui;
