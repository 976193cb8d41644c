//! What the custom element does for the program: the JavaScript side is `embed/services.ts`.

use js_sys::{Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// `Services` of `embed/services.ts`.
    #[derive(Clone, Debug)]
    pub type Services;

    /// The custom element in which the calculator is shown.
    #[wasm_bindgen(method, getter)]
    pub fn element(this: &Services) -> HtmlElement;

    /// Fetches a text file of the build by its name, once for all calculators of a page.
    #[wasm_bindgen(method, js_name = fetchText)]
    pub fn fetch_text(this: &Services, name: &str) -> Promise;

    /// Whether everything that has been loaded is rendered at once.
    #[wasm_bindgen(method, getter, js_name = rendersAtOnce)]
    pub fn renders_at_once(this: &Services) -> bool;

    /// Sets the custom property `--slc-accent`.
    #[wasm_bindgen(method, js_name = setAccent)]
    pub fn set_accent(this: &Services, colour: &str);

    /// Dispatches an event on the element, after what the previous calculator still has to report.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Services, name: &str, detail: Object);

    /// A text that was remembered under a name. It outlives the program, but not the page.
    #[wasm_bindgen(method)]
    pub fn recall(this: &Services, name: &str) -> Option<String>;

    /// Remembers a text under a name; `None` removes it.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Services, name: &str, text: Option<&str>);

    /// Gives the calculator a style sheet of the build.
    #[wasm_bindgen(method, js_name = adoptSheet)]
    pub fn adopt_sheet(this: &Services, name: &str) -> Promise;

    /// Prints the part of the calculator that is marked as this kind of paper.
    #[wasm_bindgen(method, js_name = printPaper)]
    pub fn print_paper(this: &Services, kind: &str, size: &str) -> Promise;

    /// Clears the state that was entered and starts the calculator afresh.
    #[wasm_bindgen(method)]
    pub fn reset(this: &Services);
}
