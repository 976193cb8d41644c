//! `mount`, which the page's own script calls. It is part of both programs of the page.

use js_sys::Reflect;
use service_level_calculator::model::Tables;
use service_level_calculator::present::text::Catalog;
use service_level_calculator::session::{Entries, Session};
use service_level_calculator::ui::browser::Browser;
use service_level_calculator::ui::{App, AppProps};
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

fn text(config: &JsValue, name: &str) -> Option<String> {
    Reflect::get(config, &name.into()).ok()?.as_string()
}

/// The session of the first program, which the full one takes over.
#[cfg(feature = "panels")]
fn session(config: &JsValue, start: &Entries, tables: &Tables) -> Option<Session> {
    let (session, _) = Session::read(&text(config, "session")?, start.clone(), tables);
    Some(session)
}

#[cfg(not(feature = "panels"))]
fn session(_: &JsValue, _: &Entries, _: &Tables) -> Option<Session> {
    None
}

/// Mounts a calculator into `root`. `config` holds the packed texts of the first language in
/// `texts`, the address of the page's folder in `base`, the build's `version`, presets (`segment`,
/// `tier`, `currency`, `theme`), and a function `grow`, which puts the full program in place; that
/// one also gets the other texts in `more`, and the wish: the `session` and a `target` to open.
///
/// # Errors
/// The texts are damaged or belong to another version.
#[wasm_bindgen]
pub fn mount(root: Element, config: JsValue) -> Result<Handle, JsError> {
    let packed = text(&config, "texts").unwrap_or_default();
    // Its kind is not told: the formatting would weigh more than the sentence is worth.
    let damaged = |_| JsError::new("the language file is damaged or of another version");
    let mut catalog = Catalog::new(&packed).map_err(damaged)?;
    if let Some(more) = text(&config, "more") {
        catalog.add_more(&more).map_err(damaged)?;
    }
    let tables = Tables::built_in();
    let mut start = Entries::start(tables, catalog.language());
    let known = |name, known: &dyn Fn(&str) -> bool| text(&config, name).filter(|id| known(id));
    if let Some(id) = known("segment", &|id| tables.segment(id).is_some()) {
        start.segment = id;
    }
    if let Some(id) = known("tier", &|id| tables.tier(id).is_some()) {
        start.tier = id;
    }
    let listed = |code: &str| tables.currencies.iter().any(|row| row.code == code);
    if let Some(code) = known("currency", &listed) {
        start.currency = code;
    }
    let session = session(&config, &start, tables);
    let theme = known("theme", &|theme| matches!(theme, "light" | "dark"));
    let props = AppProps {
        host: Rc::new(Browser {
            base: text(&config, "base").unwrap_or_default(),
            version: text(&config, "version").unwrap_or_default(),
            grow: Reflect::get(&config, &"grow".into()).unwrap_or_default(),
        }),
        catalog: Rc::new(catalog),
        tables: Rc::new(tables.clone()),
        start,
        theme: theme.map(AttrValue::from),
        session,
        target: text(&config, "target").map(AttrValue::from),
        verdict_only: false,
    };
    Ok(Handle(Some(
        yew::Renderer::<App>::with_root_and_props(root, props).render(),
    )))
}
