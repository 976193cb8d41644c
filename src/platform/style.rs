//! Style sheets that only some panels need.

use crate::platform::services::Services;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A style sheet of the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Cases side by side.
    Compare,
    /// What is printed.
    Paper,
}

/// Brings a style sheet. Without it everything can be read, so that a failure is not reported.
pub fn bring(services: &Services, sheet: Sheet) {
    let name = match sheet {
        Sheet::Compare => "compare.css",
        Sheet::Paper => "paper.css",
    };
    let brought = JsFuture::from(services.adopt_sheet(name));
    spawn_local(async move {
        let _ = brought.await;
    });
}
