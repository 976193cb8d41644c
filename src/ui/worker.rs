//! The worker that makes the draws, as the page sees it.

use crate::model::Uncertainty;
use crate::present::draws::DrawsEvent;
use gloo_timers::callback::Timeout;
use js_sys::Float64Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};
use yew::Callback;

/// A worker that is waited for, or at work. Dropping it ends it: nothing more is heard from it.
#[derive(Debug)]
pub struct Maker {
    _rest: Timeout,
    _running: Rc<RefCell<Option<Running>>>,
}

#[derive(Debug)]
struct Running {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Maker {
    /// Starts the worker at `address` on a study after `rest` milliseconds.
    #[must_use]
    pub fn new(address: String, study: Vec<f64>, rest: u32, on: Callback<DrawsEvent>) -> Self {
        let running = Rc::new(RefCell::new(None));
        let place = running.clone();
        let start = move || match Running::new(&address, study, on.clone()) {
            Ok(started) => {
                place.replace(Some(started));
            }
            // The page's policy may forbid workers.
            Err(_) => on.emit(DrawsEvent::Fail),
        };
        Self {
            _rest: Timeout::new(rest, start),
            _running: running,
        }
    }
}

impl Running {
    fn new(address: &str, study: Vec<f64>, on: Callback<DrawsEvent>) -> Result<Self, JsValue> {
        let worker = Worker::new(address)?;
        let on_message = {
            let (worker, on) = (worker.clone(), on.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let said = heard(&event.data());
                if said == DrawsEvent::Progress(0) {
                    // It is ready, and what was said to it before would have been lost.
                    let _ = worker.post_message(&Float64Array::from(&*study));
                }
                on.emit(said);
            })
        };
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| on.emit(DrawsEvent::Fail));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What it has already said may still be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// How many worlds are drawn, or what all of them say.
fn heard(message: &JsValue) -> DrawsEvent {
    if let Some(done) = message.as_f64() {
        return DrawsEvent::Progress(done as usize);
    }
    let numbers = message.dyn_ref::<Float64Array>().map(Float64Array::to_vec);
    let said = numbers.and_then(|numbers| Uncertainty::from_numbers(&numbers));
    said.map_or(DrawsEvent::Fail, DrawsEvent::Done)
}
