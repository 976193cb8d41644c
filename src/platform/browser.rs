//! The browser as the calculator's host.

use crate::event::HostEvent;
use crate::platform::detail::object;
use crate::platform::draws::{DrawsEvent, Numbers};
use crate::platform::host::{self, Host};
use crate::platform::intl::IntlFormat;
use crate::platform::part::Part;
use crate::platform::schedule::{Priority, Scheduled, Scheduler};
use crate::platform::services::Services;
use crate::platform::watch::{Watching, watch};
use crate::shared::Shared;
use js_sys::{Float64Array, Promise, Reflect};
use l10n::format::Format;
use model::Uncertainty;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method)]
    fn simulations(this: &SimulationServices, tell: &Tell) -> Simulations;

    /// The part of the services that makes simulations.
    type SimulationServices;

    /// What makes simulations: `Simulations` of `embed/simulate.ts`.
    type Simulations;

    #[wasm_bindgen(method)]
    fn start(this: &Simulations, study: Float64Array, moves: bool);

    #[wasm_bindgen(method)]
    fn stop(this: &Simulations);
}

/// A calculator's browser.
pub struct Browser {
    /// What the element does for the calculator.
    pub services: Services,
    /// What it does later.
    pub scheduler: Scheduler,
    load: Load,
}

/// Loads a part of the program; true once it is here.
pub type Load = fn(Part) -> Pin<Box<dyn Future<Output = bool>>>;

impl Browser {
    /// The browser of a calculator whose element offers these services.
    #[must_use]
    pub fn new(services: Services, load: Load) -> Self {
        Self {
            services,
            scheduler: Scheduler::default(),
            load,
        }
    }
}

impl Host for Browser {
    fn format(&self, language: &str, currency: &str) -> Shared<dyn Format> {
        let format: Rc<dyn Format> = IntlFormat::of(language, currency);
        format.into()
    }

    fn fetch(&self, file: String, then: Callback<Option<String>>) {
        promised(self.services.fetch_text(&file), then);
    }

    fn load(&self, part: Part, then: Callback<bool>) {
        let style = self.services.fetch_text("rest.css");
        let loading = (self.load)(part);
        spawn_local(async move {
            let here = loading.await;
            // Drawn without its style it would move what stands there; without any it is better than nothing.
            let _ = JsFuture::from(style).await;
            then.emit(here);
        });
    }

    fn at_once(&self) -> bool {
        self.services.renders_at_once()
    }

    fn schedule(&self, priority: Priority, then: Callback<()>) -> Scheduled {
        self.scheduler.schedule(priority, then)
    }

    fn saves_data(&self) -> bool {
        let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
        let connection = get(&get(&js_sys::global(), "navigator"), "connection");
        get(&connection, "saveData").is_truthy()
    }

    fn watch(&self, element: Element, then: Callback<bool>) -> Watching {
        watch(&element, then)
    }

    fn simulations(&self, on: Callback<(Numbers, DrawsEvent)>) -> Shared<dyn host::Simulations> {
        let tell: Tell = Closure::new(move |study: Float64Array, done: JsValue, said: JsValue| {
            on.emit((study.to_vec().into(), heard(&done, &said)));
        });
        let services: &SimulationServices = self.services.unchecked_ref();
        let maker = services.simulations(&tell);
        let simulations: Rc<dyn host::Simulations> = Rc::new(Simulating { maker, _tell: tell });
        simulations.into()
    }

    fn services(&self) -> Option<&Services> {
        Some(&self.services)
    }

    fn tell(&self, event: HostEvent) {
        self.services.emit(event.name(), object(event.fields()));
    }
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
