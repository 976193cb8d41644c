//! Panics in a browser.

/// Makes every panic an error of JavaScript that has its message, for whatever called the program:
/// `embed/glue/guard.ts` on the page.
pub fn throw() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string().replace('\n', " "));
    }));
}
