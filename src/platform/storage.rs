//! Texts that the browser keeps from one visit to the next. Settings of the visitor may deny it.

use crate::platform::address;
use web_sys::{HtmlElement, Storage};

/// Why the browser does not keep a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The page may not use the storage.
    Denied,
    /// There is no room for the text.
    Full,
}

/// A kind of text that is kept for each calculator of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// The cases to compare.
    Cases,
    /// The answers counted so far.
    Tally,
}

impl Stored {
    /// Its name in [`crate::platform::services::Services::remember`], and a part of its key in the
    /// storage.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Tally => "tally",
        }
    }

    /// The key in the storage. Released versions have written under it.
    fn key(self, element: &HtmlElement) -> String {
        [
            "slc.",
            self.name(),
            " state ",
            &address::path(),
            " ",
            &element.id(),
        ]
        .concat()
    }
}

fn storage() -> Result<Storage, StorageError> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(StorageError::Denied)
}

/// Reads a text of a calculator; `None` where there is none.
///
/// # Errors
/// The storage is denied.
pub fn read(element: &HtmlElement, stored: Stored) -> Result<Option<String>, StorageError> {
    let text = storage()?.get_item(&stored.key(element));
    text.map_err(|_| StorageError::Denied)
}

/// Writes a text of a calculator.
///
/// # Errors
/// The storage is denied or full.
pub fn write(element: &HtmlElement, stored: Stored, text: &str) -> Result<(), StorageError> {
    let written = storage()?.set_item(&stored.key(element), text);
    written.map_err(|_| StorageError::Full)
}

/// Removes a text of a calculator.
///
/// # Errors
/// The storage is denied.
pub fn remove(element: &HtmlElement, stored: Stored) -> Result<(), StorageError> {
    let removed = storage()?.remove_item(&stored.key(element));
    removed.map_err(|_| StorageError::Denied)
}
