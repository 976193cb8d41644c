//! Paper: its style sheet, and the browser's print dialogue. `embed/paper.ts` divides a copy of what
//! is printed among sheets.

use crate::platform::services::Services;
use wasm_bindgen_futures::JsFuture;

/// What is printed: an element with this `data-paper`, and the size of the paper, `a4` or `letter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The value of `data-paper`.
    pub kind: &'static str,
    /// The size.
    pub size: &'static str,
}

/// The script that prints did not arrive, or the browser refused to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintError;

/// Shows the print dialogue; returns when it is closed.
///
/// # Errors
/// Nothing could be printed.
pub async fn print(services: &Services, paper: Paper) -> Result<(), PrintError> {
    let printed = JsFuture::from(services.print_paper(paper.kind, paper.size)).await;
    printed.map(|_| ()).map_err(|_| PrintError)
}
