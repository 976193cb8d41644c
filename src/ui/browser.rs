//! The only place that touches the network and the storage of the browser.

use super::intl::IntlFormat;
use super::scene::{Grow, Host};
use super::worker::Maker;
use crate::present::draws::DrawsEvent;
#[cfg(feature = "panels")]
use crate::present::evidence::Evidence;
use crate::present::format::Format;
use js_sys::{Function, Object, Promise, Reflect};
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Response, window};
use yew::Callback;

/// Stands before the keys under which choices are remembered.
const KEY: &str = "slc.";

/// The browser as the page's host.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Address of the folder that the page's files lie in.
    pub base: String,
    /// Tells this build's files from those of an older one that lie in a cache.
    pub version: String,
    /// The page's function that puts the full program in place.
    pub grow: JsValue,
}

impl Host for Browser {
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format> {
        Rc::new(IntlFormat::new(language, currency))
    }

    fn fetch_texts(&self, file: String, then: Callback<String>) {
        let address = format!("{}{file}", self.base);
        spawn_local(async move {
            if let Ok(text) = fetch(&address).await {
                then.emit(text);
            }
        });
    }

    #[cfg(feature = "panels")]
    fn fetch_evidence(&self, then: Callback<Option<Vec<Evidence>>>) {
        let address = format!("{}evidence.json?{}", self.base, self.version);
        spawn_local(async move {
            let text = fetch(&address).await.ok();
            then.emit(text.and_then(|text| rows(&text)));
        });
    }

    fn remember(&self, choice: &str, value: &str) {
        // Frames and settings may forbid storage: then it is not remembered.
        if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
            let _ = storage.set_item(&format!("{KEY}{choice}"), value);
        }
    }

    fn grow(&self, language: String, session: String, wish: Grow) {
        let config = Object::new();
        let given = [
            ("lang", &*language),
            ("session", &*session),
            ("target", &*wish.target),
        ];
        for (name, value) in given {
            // A plain object takes every property.
            let _ = Reflect::set(&config, &name.into(), &value.into());
        }
        let grow = self.grow.dyn_ref::<Function>();
        let promise = grow.and_then(|grow| grow.call1(&JsValue::NULL, &config).ok());
        spawn_local(async move {
            let done = match promise {
                Some(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
                None => false,
            };
            if !done {
                wish.failed.emit(());
            }
        });
    }

    fn draw(&self, study: Vec<f64>, rest: u32, on: Callback<DrawsEvent>) -> Box<dyn Any> {
        let address = format!("{}worker_loader.js?{}", self.base, self.version);
        Box::new(Maker::new(address, study, rest, on))
    }
}

async fn fetch(address: &str) -> Result<String, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// The rows of a file of evidence; none where it is no such file.
#[cfg(feature = "panels")]
fn rows(text: &str) -> Option<Vec<Evidence>> {
    let rows = js_sys::JSON::parse(text).ok()?;
    let rows = rows.dyn_into::<js_sys::Array>().ok()?;
    let row = |row: JsValue| {
        let text = |name: &str| Reflect::get(&row, &name.into()).ok()?.as_string();
        Some(Evidence {
            id: text("id")?,
            claim: text("claim")?,
            population: text("population")?,
            source: text("source_title")?,
            address: text("source_url_or_doi")?,
            seen: text("seen_or_memory")?,
            note: text("note")?,
        })
    };
    rows.iter().map(row).collect()
}
