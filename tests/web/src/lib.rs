//! Drives the built calculator in Chromium, Firefox and WebKit.
//!
//! A [`Site`] serves `dist/` under the strict policy, a [`Browser`] is one
//! WebDriver session, a [`Page`] is the calculator as a visitor meets it, and
//! [`expected`] says natively which figures it must show.
//!
//! Everything here blocks and fails by panicking: it exists for tests only.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test harness reports a failure by panicking"
)]

mod axe;
mod browser;
mod collect;
mod driver;
pub mod expected;
mod figure;
pub mod guide;
mod journey;
mod nginx;
mod page;
mod paper;
mod pdf;
mod process;
mod program;
mod site;
mod wordpress;

pub use browser::{Browser, Preferences};
pub use driver::Engine;
pub use figure::Figure;
pub use journey::{Journey, Scope, Test, run};
pub use nginx::Nginx;
pub use page::{Now, Page};
pub use paper::{Printed, paper, print};
pub use pdf::pages_of;
pub use site::{Failure, STRICT_POLICY, Site};
pub use thirtyfour::Key;
pub use wordpress::WordPress;
