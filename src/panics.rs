//! Panics in a browser.

use std::panic::PanicHookInfo;

/// A panic hook: throws an error of JavaScript that has the message, for whatever called the program:
/// `embed/glue/guard.ts` on the page.
pub fn throw(panic: &PanicHookInfo<'_>) {
    wasm_bindgen::throw_str(&panic.to_string().replace('\n', " "));
}
