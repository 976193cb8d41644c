//! How components change the state.

use super::state::{State, Update};
use crate::platform::host::Host;
use crate::platform::schedule::{Priority, Scheduled};
use crate::session::Action;
use crate::shared::Shared;
use std::cell::RefCell;
use yew::prelude::*;

/// Sends events to the state. Every component has the same one.
#[derive(Clone, PartialEq)]
pub struct Dispatcher {
    to: UseReducerDispatcher<State>,
    queue: Shared<Queue>,
}

/// Actions that wait for the next frame.
#[derive(Default)]
struct Queue {
    actions: RefCell<Vec<Action>>,
    scheduled: RefCell<Option<Scheduled>>,
}

impl Dispatcher {
    /// Sends to a state.
    #[must_use]
    pub fn new(to: UseReducerDispatcher<State>) -> Self {
        let queue = Shared::new(Queue::default());
        Self { to, queue }
    }

    /// Changes the state now; what waits for the next frame comes first.
    pub fn send(&self, event: impl Into<Update>) {
        self.flush();
        self.to.dispatch(event.into());
    }

    /// Changes the session after the next frame: for what comes many times a second, as from typing
    /// or dragging. The field or the handle is painted first, the answer follows.
    pub fn send_next_frame(&self, host: &dyn Host, action: Action) {
        self.queue.actions.borrow_mut().push(action);
        if self.queue.scheduled.borrow().is_none() {
            let this = self.clone();
            let flush = Callback::from(move |()| this.flush());
            let scheduled = host.schedule(Priority::NextFrame, flush);
            self.queue.scheduled.replace(Some(scheduled));
        }
    }

    /// Sends what waits for the next frame.
    pub fn flush(&self) {
        self.queue.scheduled.take();
        for action in self.queue.actions.take() {
            self.to.dispatch(Update::Moving(action));
        }
    }
}
