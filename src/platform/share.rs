//! Links and pictures that the visitor passes on.

use crate::event::Offer;
use crate::platform::files::{FileError, FileKind, NewFile, file, make};
use crate::platform::{address, offer};
use js_sys::{Array, Object, Promise, Reflect, global};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    // Without TLS a page has none of these; `catch` turns that into an error.
    #[wasm_bindgen(catch, js_namespace = navigator, js_name = share)]
    fn open_sheet(data: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = navigator, js_name = canShare)]
    fn can_share(data: &Object) -> Result<bool, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// What has become of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkOutcome {
    /// The page has taken it.
    Taken,
    /// It was passed on by the share sheet of the system.
    Shared,
    /// It is on the clipboard.
    Copied,
    /// The visitor has closed the share sheet.
    Dismissed,
    /// The browser allows neither: the visitor has to copy this link.
    Shown(String),
}

/// What has become of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureOutcome {
    /// It was passed on.
    Shared,
    /// The visitor has closed the share sheet.
    Dismissed,
}

/// Why a picture was not passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// It could not be made.
    File(FileError),
    /// The share sheet has refused it.
    Refused,
}

fn is_dismissed(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}

fn data(url: Option<&str>, picture: Option<&web_sys::File>) -> Object {
    let data = Object::new();
    let set = |name: &str, value: &JsValue| {
        // A plain object takes every property.
        let _ = Reflect::set(&data, &name.into(), value);
    };
    if let Some(url) = url {
        let document = web_sys::window().and_then(|window| window.document());
        set("title", &document.map(|document| document.title()).into());
        set("url", &url.into());
    }
    if let Some(picture) = picture {
        set("files", &Array::of1(picture));
    }
    data
}

/// Whether the system has a share sheet, and the visitor uses a finger.
fn prefers_sheet() -> bool {
    let navigator = Reflect::get(&global(), &"navigator".into()).unwrap_or_default();
    let share = Reflect::get(&navigator, &"share".into()).unwrap_or_default();
    let coarse =
        web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok()?);
    share.is_truthy() && coarse.is_some_and(|query| query.matches())
}

/// Passes on a link to a state, unless the page takes it.
pub async fn share_link(element: &HtmlElement, state: String) -> LinkOutcome {
    let url = address::link(element, &state);
    let offered = Offer::Share {
        state,
        url: url.clone(),
    };
    if offer::is_taken(element, &offered) {
        return LinkOutcome::Taken;
    }
    let (started, outcome) = if prefers_sheet() {
        (open_sheet(&data(Some(&url), None)), LinkOutcome::Shared)
    } else {
        (write_text(&url), LinkOutcome::Copied)
    };
    let done = match started {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => outcome,
        Err(error) if is_dismissed(&error) => LinkOutcome::Dismissed,
        Err(_) => LinkOutcome::Shown(url),
    }
}

/// Whether the share sheet of the system takes pictures.
#[must_use]
pub fn can_share_pictures() -> bool {
    let sample = file(FileKind::Png, "card.png", &"".into());
    sample.is_ok_and(|file| can_share(&data(None, Some(&file))).unwrap_or(false))
}

/// Passes on a picture with a link to a state.
///
/// # Errors
/// The picture could not be made, or the share sheet has refused it.
pub async fn share_picture(
    element: &HtmlElement,
    picture: NewFile,
    state: &str,
) -> Result<PictureOutcome, ShareError> {
    let file = make(&picture).await.map_err(ShareError::File)?;
    let url = address::link(element, state);
    let done = match open_sheet(&data(Some(&url), Some(&file))) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(PictureOutcome::Shared),
        Err(error) if is_dismissed(&error) => Ok(PictureOutcome::Dismissed),
        Err(_) => Err(ShareError::Refused),
    }
}
