//! The scheduler of a calculator in a browser.

use super::{Priority, Scheduled};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use yew::Callback;

/// A frame that nobody sees is not painted: after so long nothing waits for it, milliseconds.
const UNSEEN: u32 = 200;

/// A visitor who types has paused after so long, milliseconds: digits follow one another by up to
/// 450, and work in between would keep a phone from painting them.
const PAUSE: u32 = 500;

/// What waits for an idle moment is done after so long in any case, milliseconds.
const PATIENCE: (u32, u32) = (1_000, 10_000);

/// Where a browser does not tell of idle moments the page counts as idle after so long, milliseconds.
const REST: u32 = 2_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = requestIdleCallback)]
    fn request_idle_callback(then: &JsValue, options: &JsValue) -> Result<(), JsValue>;
}

/// Schedules what a calculator does later. Everything is cancelled when it is dropped.
#[derive(Clone, Default)]
pub struct Scheduler(Rc<Waiting>);

#[derive(Default)]
struct Waiting {
    last: Cell<u64>,
    /// What waits for the next frame: it is done early when the page is left.
    tasks: RefCell<BTreeMap<u64, Task>>,
}

struct Task {
    then: Callback<()>,
    urgent: bool,
    /// Timers of the task; dropped with it.
    _timers: Vec<Box<dyn std::any::Any>>,
}

impl Waiting {
    fn run(&self, id: u64) {
        let task = self.tasks.borrow_mut().remove(&id);
        if let Some(task) = task {
            task.then.emit(());
        }
    }
}

fn run(waiting: &Weak<Waiting>, id: u64) -> impl Fn() + Clone + 'static {
    let waiting = waiting.clone();
    move || {
        if let Some(waiting) = waiting.upgrade() {
            waiting.run(id);
        }
    }
}

/// Calls back in an idle moment, after `most` milliseconds in any case; after `otherwise` where the
/// browser does not tell of idle moments.
fn idle(then: impl Fn() + Clone + 'static, most: u32, otherwise: u32) -> Option<Timeout> {
    let later = then.clone();
    let options = js_sys::Object::new();
    // A plain object takes every property.
    let _ = js_sys::Reflect::set(&options, &"timeout".into(), &most.into());
    let callback = Closure::once_into_js(then);
    request_idle_callback(&callback, &options)
        .is_err()
        .then(|| Timeout::new(otherwise, later))
}

impl Scheduler {
    /// Does something at its time.
    #[must_use]
    pub fn schedule(&self, priority: Priority, then: Callback<()>) -> Scheduled {
        let id = self.0.last.get() + 1;
        self.0.last.set(id);
        let weak = Rc::downgrade(&self.0);
        let run = run(&weak, id);
        let mut timers: Vec<Box<dyn std::any::Any>> = Vec::new();
        match priority {
            Priority::NextFrame => {
                timers.push(Box::new(Timeout::new(UNSEEN, run.clone())));
                // A frame is painted after its callbacks: a timer of no time comes after that.
                let after = move |_| {
                    Timeout::new(0, run).forget();
                };
                timers.push(Box::new(request_animation_frame(after)));
            }
            Priority::Rest => {
                let then = move || {
                    if let Some(timer) = idle(run, PATIENCE.0, 0) {
                        timer.forget();
                    }
                };
                timers.push(Box::new(Timeout::new(PAUSE, then)));
            }
            Priority::Idle => {
                if let Some(timer) = idle(run, PATIENCE.1, REST) {
                    timers.push(Box::new(timer));
                }
            }
        }
        let task = Task {
            then,
            urgent: priority == Priority::NextFrame,
            _timers: timers,
        };
        self.0.tasks.borrow_mut().insert(id, task);
        Scheduled::new(move || {
            if let Some(waiting) = weak.upgrade() {
                waiting.tasks.borrow_mut().remove(&id);
            }
        })
    }

    /// Does everything that waits for the next frame, and what follows from it, until nothing waits.
    pub async fn settle(&self) {
        loop {
            let urgent = |(id, task): (&u64, &Task)| task.urgent.then_some(*id);
            let ids: Vec<u64> = self.0.tasks.borrow().iter().filter_map(urgent).collect();
            if ids.is_empty() {
                return;
            }
            for id in ids {
                self.0.run(id);
            }
            TimeoutFuture::new(0).await;
        }
    }
}
