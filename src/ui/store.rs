//! The session in Yew's hands.

use crate::session::{Action, Session};
use model::Tables;
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
    /// Whether the last of them was one of many under the finger.
    pub moves: bool,
    /// How many of them are drawn, or about to be.
    drawn: u32,
}

/// What happens to it.
pub enum Turn {
    /// An action, to be drawn at once.
    Now(Action),
    /// An action under the finger, one of many: it counts at once, and is drawn with the next [`Turn::Draw`].
    Soon(Action),
    /// Draws what is not drawn yet.
    Draw,
    /// The same; and there is no more of it to come.
    Rest,
}

/// Equal is what is drawn: then there is nothing to draw.
impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        self.drawn == other.drawn
    }
}

impl Store {
    /// A session to which nothing has happened.
    #[must_use]
    pub fn new(session: Session, tables: Rc<Tables>) -> Self {
        Self {
            session,
            tables,
            actions: 0,
            entered: 0,
            moves: false,
            drawn: 0,
        }
    }

    /// Whether there is something that is not drawn yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.drawn != self.actions
    }

    fn after(&self, action: Action, moves: bool) -> Self {
        let entered = u32::from(!matches!(action, Action::WhatIf(_)));
        Self {
            actions: self.actions + 1,
            entered: self.entered + entered,
            session: self.session.apply(action, &self.tables),
            tables: self.tables.clone(),
            moves,
            drawn: self.drawn,
        }
    }
}

impl Reducible for Store {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let (mut next, drawn) = match turn {
            Turn::Now(action) => (self.after(action, false), true),
            Turn::Soon(action) => (self.after(action, true), false),
            Turn::Draw => ((*self).clone(), true),
            Turn::Rest => (
                Self {
                    moves: false,
                    ..(*self).clone()
                },
                true,
            ),
        };
        if drawn {
            next.drawn = next.actions;
        }
        Rc::new(next)
    }
}
