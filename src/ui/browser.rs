//! The browser as the calculator's host. What only JavaScript can do, the element around the
//! calculator does: this is the border to it.

use super::host::{self, Host};
use super::intl::IntlFormat;
use super::part::Part;
use super::parts::load;
use crate::event::{Detail, Field, HostEvent};
use crate::present::draws::{DrawsEvent, Numbers};
use crate::present::evidence::Evidence;
use js_sys::{Float64Array, Object, Promise, Reflect};
use l10n::format::Format;
use model::Uncertainty;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// What the element does for the calculator: `Surroundings` of `embed/surroundings.ts`.
    #[derive(Clone, Debug)]
    pub type Surroundings;

    #[wasm_bindgen(method, js_name = fetchText)]
    fn fetch_text(this: &Surroundings, name: &str) -> Promise;

    #[wasm_bindgen(method, js_name = whenPainted)]
    fn when_painted(this: &Surroundings, then: JsValue);

    #[wasm_bindgen(method, js_name = whenAnswered)]
    fn when_answered(this: &Surroundings, then: JsValue);

    #[wasm_bindgen(method)]
    fn watch(this: &Surroundings, element: &Element, then: JsValue);

    #[wasm_bindgen(method, getter, js_name = atOnce)]
    fn at_once(this: &Surroundings) -> bool;

    #[wasm_bindgen(method)]
    fn simulations(this: &Surroundings, tell: &Tell) -> Simulations;

    #[wasm_bindgen(method, js_name = whenIdle)]
    fn when_idle(this: &Surroundings, then: JsValue);

    #[wasm_bindgen(method, js_name = whenRested)]
    fn when_rested(this: &Surroundings, then: JsValue);

    /// Gives the calculator a colour, as `--slc-accent` takes it.
    #[wasm_bindgen(method)]
    pub fn accent(this: &Surroundings, value: &str);

    #[wasm_bindgen(method)]
    fn tell(this: &Surroundings, name: &str, detail: Object);

    /// Does something of `embed/handover.ts`: its name, and what it takes.
    #[wasm_bindgen(method)]
    fn hand(this: &Surroundings, what: &str, detail: Option<Object>, text: &str) -> Promise;

    /// What makes simulations: `Simulations` of `embed/simulate.ts`.
    type Simulations;

    #[wasm_bindgen(method)]
    fn start(this: &Simulations, study: Float64Array, moves: bool);

    #[wasm_bindgen(method)]
    fn stop(this: &Simulations);
}

impl Host for Surroundings {
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format> {
        IntlFormat::of(language, currency)
    }

    fn fetch(&self, file: String, then: Callback<Option<String>>) {
        promised(self.fetch_text(&file), then);
    }

    fn load(&self, part: Part, then: Callback<bool>) {
        let first = part == Part::Screen;
        let style = self.fetch_text(if first { "screen.css" } else { "later.css" });
        spawn_local(async move {
            let here = load(part).await;
            // Drawn without its style it would move what stands there; without any it is better than nothing.
            let _ = JsFuture::from(style).await;
            then.emit(here);
        });
    }

    fn at_once(&self) -> bool {
        self.at_once()
    }

    fn when_idle(&self, then: Callback<()>) {
        self.when_idle(later(then));
    }

    fn when_painted(&self, then: Callback<()>) {
        self.when_painted(later(then));
    }

    fn when_answered(&self, then: Callback<()>) {
        self.when_answered(later(then));
    }

    fn watch(&self, element: Element, then: Callback<bool>) {
        let then = Closure::<dyn Fn(bool)>::new(move |seen| then.emit(seen));
        self.watch(&element, then.into_js_value());
    }

    fn when_rested(&self, then: Callback<()>) {
        self.when_rested(later(then));
    }

    fn simulations(&self, on: Callback<(Numbers, DrawsEvent)>) -> Rc<dyn host::Simulations> {
        let tell: Tell = Closure::new(move |study: Float64Array, done: JsValue, said: JsValue| {
            on.emit((study.to_vec().into(), heard(&done, &said)));
        });
        let maker = self.simulations(&tell);
        Rc::new(Simulating { maker, _tell: tell })
    }

    fn surroundings(&self) -> JsValue {
        self.into()
    }

    fn tell(&self, event: HostEvent) {
        self.tell(event.name(), object(event.fields()));
    }
}

/// What JavaScript calls back, once.
fn later(then: Callback<()>) -> JsValue {
    Closure::once_into_js(move || then.emit(()))
}

fn object(detail: Detail) -> Object {
    let object = Object::new();
    for (name, value) in detail {
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
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}

/// Has the surroundings hand something over: `what` of `embed/handover.ts`, with the detail of an
/// event and a text for those that take them. Calls back with what has become of it, in a word;
/// nothing where what does it did not come.
pub fn hand(
    surroundings: JsValue,
    what: &str,
    detail: Option<Detail>,
    text: &str,
    then: Callback<Option<String>>,
) {
    let surroundings: Surroundings = surroundings.unchecked_into();
    promised(surroundings.hand(what, detail.map(object), text), then);
}

/// Calls back with the text that is promised; nothing where the promise is broken.
fn promised(text: Promise, then: Callback<Option<String>>) {
    let coming = JsFuture::from(text);
    spawn_local(async move {
        then.emit(coming.await.ok().and_then(|text| text.as_string()));
    });
}

/// What hears of simulations: the study, how far they are, and what they say so far.
type Tell = Closure<dyn Fn(Float64Array, JsValue, JsValue)>;

struct Simulating {
    maker: Simulations,
    _tell: Tell,
}

impl host::Simulations for Simulating {
    fn start(&self, study: &Numbers, moves: bool) {
        self.maker.start(Float64Array::from(&**study), moves);
    }

    fn stop(&self) {
        self.maker.stop();
    }
}

impl Drop for Simulating {
    fn drop(&mut self) {
        self.maker.stop();
    }
}

/// What a message of the simulations says: how many there are and what they say, or that they are
/// made in the page for want of a worker.
fn heard(done: &JsValue, said: &JsValue) -> DrawsEvent {
    if done.is_string() {
        return DrawsEvent::WithoutWorker;
    }
    let Some(done) = done.as_f64().map(|done| done as usize) else {
        return DrawsEvent::Fail;
    };
    let Some(numbers) = said.dyn_ref::<Float64Array>() else {
        return DrawsEvent::Progress(done);
    };
    Uncertainty::from_numbers(&numbers.to_vec())
        .map_or(DrawsEvent::Fail, |said| DrawsEvent::Said(done, said))
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
