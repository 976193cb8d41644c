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
    /// How many actions there have been.
    pub actions: u32,
    /// How many of them changed what is entered, not merely which level is looked at.
    pub entered: u32,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let entered = u32::from(!matches!(action, Action::WhatIf(_)));
        Rc::new(Self {
            actions: self.actions + 1,
            entered: self.entered + entered,
            session: self.session.apply(action, &self.tables),
            tables: self.tables.clone(),
        })
    }
}
