//! `mount`, which the element calls: the one way into the program of the page.

use service_level_calculator::config::{Config, ConfigError, read_attributes};
use service_level_calculator::event::{ErrorCode, HostEvent};
use service_level_calculator::model::Tables;
use service_level_calculator::present::languages::{Languages, Overrides};
use service_level_calculator::present::text::{Catalog, say};
use service_level_calculator::session::Session;
use service_level_calculator::ui::browser::Surroundings;
use service_level_calculator::ui::{App, AppProps, Host, load_config};
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

/// The config of the attributes over that in JSON, and what is wrong with them.
async fn config(start: &Start, tables: &Tables) -> (Config, Vec<ConfigError>) {
    let languages: Vec<&str> = say::LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let attributes: Vec<_> = start.names().into_iter().zip(start.values()).collect();
    let (own, mut errors) = read_attributes(&attributes, tables, &languages);
    let Some(json) = start.json() else {
        return (own, errors);
    };
    match load_config().await {
        Some(read) => {
            let (under, more) = read(&json, tables, &languages);
            errors.extend(more);
            (own.over(under), errors)
        }
        None => (own, errors),
    }
}

/// The session of a state given, or the first one; what of it could not be used is told.
fn session(config: &Config, tables: &Tables, language: &str, host: &Surroundings) -> Session {
    let start = config.entries(tables, language);
    let Some(state) = &config.state else {
        return Session::new(start);
    };
    let (session, skipped) = Session::read(state, start, tables);
    for skipped in skipped {
        let message = format!(
            "state.{}: {:?}: {:?}",
            skipped.key, skipped.value, skipped.reason
        );
        let event = HostEvent::Error {
            code: ErrorCode::State,
            message,
            fatal: false,
        };
        Host::tell(host, event);
    }
    session
}

/// Mounts a calculator into `root`.
///
/// # Errors
/// The texts are damaged or belong to another version.
#[wasm_bindgen]
pub async fn mount(root: Element, start: Start, host: Surroundings) -> Result<Handle, JsError> {
    let tables = Tables::built_in();
    // Its kind is not told: the formatting would weigh more than the sentence is worth.
    let damaged = |_| JsError::new("the language file is damaged or of another version");
    let catalog = Catalog::new(&start.texts()).map_err(damaged)?;
    let (config, mut errors) = config(&start, tables).await;
    let keys = start.keys().unwrap_or_default();
    errors.extend(config.check_texts(&catalog, &keys));
    for error in &errors {
        Host::tell(&host, error.into());
    }
    let session = session(&config, tables, catalog.language(), &host);
    let overrides = Overrides {
        keys,
        texts: config
            .texts
            .into_iter()
            .map(|own| (own.language, own.key, own.text))
            .collect(),
    };
    let tags = say::LANGUAGES.iter().map(|(tag, _)| *tag);
    let props = AppProps {
        host: Rc::new(host),
        languages: Languages::new(tags, catalog, Rc::new(overrides)),
        tables: Rc::new(tables.clone()),
        session,
        theme: config.theme.map(|theme| AttrValue::Static(theme.id())),
        verdict_only: false,
    };
    Ok(Handle(Some(
        yew::Renderer::<App>::with_root_and_props(root, props).render(),
    )))
}
