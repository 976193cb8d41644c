//! The browser as the calculator's host. What only JavaScript can do, the element around the
//! calculator does: this is the border to it.

use super::host::Host;
use super::intl::IntlFormat;
use super::part::Part;
use super::parts::load;
use crate::event::{Field, HostEvent};
use crate::model::Uncertainty;
use crate::present::draws::{DrawsEvent, Numbers};
use crate::present::evidence::Evidence;
use crate::present::format::Format;
use js_sys::{Float64Array, Function, Object, Promise, Reflect};
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// What the element does for the calculator: `Surroundings` of `embed/surroundings.ts`.
    #[derive(Clone, Debug)]
    pub type Surroundings;

    #[wasm_bindgen(method, js_name = fetchText)]
    fn fetch_text(this: &Surroundings, name: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn simulate(
        this: &Surroundings,
        study: Float64Array,
        rest: u32,
        tell: &Closure<dyn Fn(JsValue)>,
    ) -> Function;

    #[wasm_bindgen(method, js_name = whenIdle)]
    fn when_idle(this: &Surroundings, then: JsValue);

    #[wasm_bindgen(method)]
    fn tell(this: &Surroundings, name: &str, detail: Object);
}

impl Host for Surroundings {
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format> {
        Rc::new(IntlFormat::new(language, currency))
    }

    fn fetch(&self, file: String, then: Callback<Option<String>>) {
        let coming = JsFuture::from(self.fetch_text(&file));
        spawn_local(async move {
            then.emit(coming.await.ok().and_then(|text| text.as_string()));
        });
    }

    fn load(&self, part: Part, then: Callback<bool>) {
        spawn_local(async move { then.emit(load(part).await) });
    }

    fn when_idle(&self, then: Callback<()>) {
        self.when_idle(Closure::once_into_js(move || then.emit(())));
    }

    fn simulate(&self, study: Numbers, rest: u32, on: Callback<DrawsEvent>) -> Box<dyn Any> {
        let tell = Closure::<dyn Fn(JsValue)>::new(move |message| on.emit(heard(&message)));
        let stop = self.simulate(Float64Array::from(&*study), rest, &tell);
        Box::new(Simulating { stop, _tell: tell })
    }

    fn tell(&self, event: HostEvent) {
        let detail = Object::new();
        for (name, value) in event.fields() {
            let value = match value {
                Field::Number(number) => number.into(),
                Field::Numbers(numbers) => numbers
                    .into_iter()
                    .map(JsValue::from)
                    .collect::<js_sys::Array>()
                    .into(),
                Field::Text(text) => text.into(),
                Field::Flag(flag) => flag.into(),
            };
            // A plain object takes every property.
            let _ = Reflect::set(&detail, &name.into(), &value);
        }
        self.tell(event.name(), detail);
    }
}

/// Simulations that are waited for, or under way. Dropping it ends them.
struct Simulating {
    stop: Function,
    _tell: Closure<dyn Fn(JsValue)>,
}

impl Drop for Simulating {
    fn drop(&mut self) {
        // It throws nothing.
        let _ = self.stop.call0(&JsValue::NULL);
    }
}

/// What a message of the simulations says: how many there are, that they are made in the page for
/// want of a worker, or what all of them say.
fn heard(message: &JsValue) -> DrawsEvent {
    if let Some(done) = message.as_f64() {
        return DrawsEvent::Progress(done as usize);
    }
    if message.is_string() {
        return DrawsEvent::WithoutWorker;
    }
    let numbers = message.dyn_ref::<Float64Array>().map(Float64Array::to_vec);
    let said = numbers.and_then(|numbers| Uncertainty::from_numbers(&numbers));
    said.map_or(DrawsEvent::Fail, DrawsEvent::Done)
}

/// The rows of a file of evidence; none where it is no such file. The browser's own parser weighs
/// nothing.
pub fn evidence(text: &str) -> Option<Vec<Evidence>> {
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
