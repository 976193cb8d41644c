//! The session in Yew's hands.

use crate::model::Tables;
use crate::session::{Action, Session};
use std::rc::Rc;
use yew::prelude::*;

/// The session and the tables it is about.
#[derive(Clone)]
pub struct Store {
    /// The session.
    pub session: Session,
    /// The tables it is about.
    pub tables: Rc<Tables>,
}

impl Store {
    /// Where this state lies: every action makes a new one, so that comparing addresses is enough.
    #[must_use]
    pub fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self {
            session: self.session.apply(action, &self.tables),
            tables: self.tables.clone(),
        })
    }
}
