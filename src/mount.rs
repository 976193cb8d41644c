//! `mount`, which the element calls: the one way into the program of the page.

use l10n::text::{Catalog, say};
use model::Tables;
use service_level_calculator::present::languages::Languages;
use service_level_calculator::ui::browser::Surroundings;
use service_level_calculator::ui::{App, AppProps, Given, Host, Setup, load_setup};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// A mounted calculator.
#[wasm_bindgen]
pub struct Handle(Option<AppHandle<App>>);

#[wasm_bindgen]
impl Handle {
    /// Takes the calculator away.
    pub fn destroy(&mut self) {
        if let Some(app) = self.0.take() {
            app.destroy();
        }
    }
}

/// What the element hands over.
#[wasm_bindgen]
extern "C" {
    /// `Start` of `embed/surroundings.ts`.
    pub type Start;

    /// Names of the element's attributes.
    #[wasm_bindgen(method, getter)]
    fn names(this: &Start) -> Vec<String>;

    /// Their values, in the same order.
    #[wasm_bindgen(method, getter)]
    fn values(this: &Start) -> Vec<String>;

    /// The config in JSON, where there is one.
    #[wasm_bindgen(method, getter)]
    fn json(this: &Start) -> Option<String>;

    /// The texts of the first language, packed.
    #[wasm_bindgen(method, getter)]
    fn texts(this: &Start) -> String;

    /// The list of keys, where the config has texts of its own.
    #[wasm_bindgen(method, getter)]
    fn keys(this: &Start) -> Option<String>;
}

/// Mounts a calculator into `root`.
///
/// # Errors
/// The texts are damaged or belong to another version, or what reads the config did not arrive.
#[wasm_bindgen]
pub async fn mount(root: Element, start: Start, host: Surroundings) -> Result<Handle, JsError> {
    let tables = Tables::built_in();
    // Its kind is not told: the formatting would weigh more than the sentence is worth.
    let damaged = |_| JsError::new("texts: damaged or of another version");
    let catalog = Catalog::new(&start.texts()).map_err(damaged)?;
    let given = Given {
        attributes: start.names().into_iter().zip(start.values()).collect(),
        json: start.json(),
        keys: start.keys().unwrap_or_default(),
    };
    let setup = if let Some(look) = given.plain() {
        Setup::plain(tables, catalog.language(), look)
    } else {
        match load_setup(&given).await {
            Some(setup) => setup(&given, &catalog, tables),
            None => return Err(JsError::new("config: did not arrive")),
        }
    };
    for error in setup.errors {
        Host::tell(&host, error);
    }
    if let Some(accent) = setup.accent {
        host.accent(&accent);
    }
    let tags = say::LANGUAGES.iter().map(|(tag, _)| *tag);
    let props = AppProps {
        host: Rc::new(host),
        languages: Languages::new(tags, catalog, Rc::new(setup.texts)),
        tables: setup.tables.unwrap_or_else(|| Rc::new(tables.clone())),
        session: setup.session,
        look: Rc::new(setup.look),
        skipped: Rc::new(setup.skipped),
        earlier: setup.earlier,
        theme: setup.theme.map(|theme| AttrValue::Static(theme.id())),
        open: Vec::new(),
        verdict_only: false,
    };
    Ok(Handle(Some(
        yew::Renderer::<App>::with_root_and_props(root, props).render(),
    )))
}
