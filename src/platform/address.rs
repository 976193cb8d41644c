//! Addresses of the page. A session stands in the fragment, which browsers send to no server.

use web_sys::{HtmlElement, Location};

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// The path of this page.
#[must_use]
pub fn path() -> String {
    let path = location().and_then(|location| location.pathname().ok());
    path.unwrap_or_default()
}

/// The address of this page without query and fragment.
#[must_use]
pub fn page() -> String {
    let origin = location().and_then(|location| location.origin().ok());
    origin.unwrap_or_default() + &path()
}

/// The address of this page with a state for a calculator. The characters of a state need no
/// escaping.
#[must_use]
pub fn link(element: &HtmlElement, state: &str) -> String {
    let here = location().and_then(|location| location.href().ok());
    let here = here.unwrap_or_default();
    let here = here.split_once('#').map_or(&*here, |(page, _)| page);
    [here, "#slc", &element.id(), "=", state].concat()
}
