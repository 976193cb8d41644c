//! `mount`, which the element calls: the one way into the program of the page.

use js_sys::Promise;
use l10n::text::{Catalog, say};
use model::Tables;
use service_level_calculator::app::calculator::{App, AppProps};
use service_level_calculator::app::parts::{load, load_setup};
use service_level_calculator::app::setup::{Given, Setup};
use service_level_calculator::context::Site;
use service_level_calculator::context::languages::Languages;
use service_level_calculator::platform::browser::Browser;
use service_level_calculator::platform::host::Host;
use service_level_calculator::platform::services::Services;
use service_level_calculator::shared::Shared;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::prelude::*;

/// A mounted calculator.
#[wasm_bindgen]
pub struct Handle {
    app: Option<AppHandle<App>>,
    browser: Rc<Browser>,
}

#[wasm_bindgen]
impl Handle {
    /// Draws and tells everything that was entered up to now.
    pub fn settle(&self) -> Promise {
        let scheduler = self.browser.scheduler.clone();
        future_to_promise(async move {
            scheduler.settle().await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Takes the calculator away.
    pub fn destroy(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// What the element hands over.
#[wasm_bindgen]
extern "C" {
    /// `Start` of `embed/services.ts`.
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
pub async fn mount(root: Element, start: Start, services: Services) -> Result<Handle, JsError> {
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
    let browser = Rc::new(Browser::new(services, |part| Box::pin(load(part))));
    for error in setup.errors {
        browser.tell(error);
    }
    if let Some(accent) = setup.accent {
        browser.services.set_accent(&accent);
    }
    let tags = say::LANGUAGES.iter().map(|(tag, _)| *tag);
    let props = AppProps {
        host: Shared::from(browser.clone() as Rc<dyn Host>),
        languages: Shared::new(Languages::new(tags, catalog, Rc::new(setup.texts))),
        tables: setup
            .tables
            .unwrap_or_else(|| Rc::new(tables.clone()))
            .into(),
        session: Shared::new(setup.session),
        site: Shared::new(Site {
            look: setup.look,
            skipped: setup.skipped,
            earlier: setup.earlier,
        }),
        theme: setup.theme.map(|theme| AttrValue::Static(theme.id())),
        open: Vec::new(),
        verdict_only: false,
    };
    let app = Some(yew::Renderer::<App>::with_root_and_props(root, props).render());
    Ok(Handle { app, browser })
}
