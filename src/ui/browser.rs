//! The only place that touches the network and the storage of the browser.

use super::intl::IntlFormat;
use super::scene::{Grow, Host};
use super::worker::Maker;
use crate::present::draws::DrawsEvent;
use crate::present::format::Format;
use js_sys::{Function, Object, Promise, Reflect};
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Response, window};
use yew::Callback;

/// The key under which the language is remembered.
const LANGUAGE: &str = "slc.lang";

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

    fn remember_language(&self, language: &str) {
        // Frames and settings may forbid storage: then it is not remembered.
        if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
            let _ = storage.set_item(LANGUAGE, language);
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
