//! The shell: layout, loading of parts and languages, and the list of panels.

pub mod calculator;
pub mod deferred;
pub mod findings;
pub mod loading;
pub mod panel;
pub mod panel_list;
pub mod parts;
pub mod setup;
#[cfg(feature = "ssr")]
pub mod static_page;
pub mod telling;
pub mod top_bar;
