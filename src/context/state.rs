//! Everything that changes while the page is open, and the one reducer that changes it.

use super::languages::{Languages, LanguagesEvent};
use super::view::{View, ViewEvent};
use crate::platform::draws::{Draws, DrawsEvent, Numbers};
use crate::session::{Action, Session};
use crate::shared::Shared;
use model::Tables;
use std::rc::Rc;
use yew::Reducible;

/// Everything that changes while the page is open. Each part is replaced as a whole.
#[derive(Clone, PartialEq)]
pub struct State {
    /// The tables that the session is about.
    pub tables: Shared<Tables>,
    /// What the visitor has entered.
    pub session: Shared<Session>,
    /// What the visitor looks at.
    pub view: Shared<View>,
    /// The languages, and how far their texts are.
    pub languages: Shared<Languages>,
    /// How far the simulations are.
    pub draws: Shared<Draws>,
    /// Whether the last action was one of many, as while something is typed or dragged.
    pub moves: bool,
}

/// Makes an action of a session.
pub type MakeAction = dyn Fn(&Session, &Tables) -> Action;

/// What can happen to it.
#[derive(Clone)]
pub enum Update {
    /// The visitor enters something.
    Session(Action),
    /// The same, one of many: more will follow soon.
    Moving(Action),
    /// An action that is made of the session as it is when the event arrives.
    Derived(Rc<MakeAction>),
    /// The visitor has stopped typing or dragging.
    Rest,
    /// The visitor looks at something else, or something has been loaded.
    View(ViewEvent),
    /// Something happens to a language.
    Languages(LanguagesEvent),
    /// Something happens to the simulations of a study.
    Draws(Numbers, DrawsEvent),
}

impl From<Action> for Update {
    fn from(action: Action) -> Self {
        Self::Session(action)
    }
}

impl From<ViewEvent> for Update {
    fn from(event: ViewEvent) -> Self {
        Self::View(event)
    }
}

impl From<LanguagesEvent> for Update {
    fn from(event: LanguagesEvent) -> Self {
        Self::Languages(event)
    }
}

impl Reducible for State {
    type Action = Update;

    fn reduce(self: Rc<Self>, event: Update) -> Rc<Self> {
        let mut next = (*self).clone();
        let apply = |action| Shared::new(self.session.apply(action, &self.tables));
        match event {
            Update::Session(action) => {
                next.session = apply(action);
                next.moves = false;
            }
            Update::Moving(action) => {
                next.session = apply(action);
                next.moves = true;
            }
            Update::Derived(make) => {
                next.session = apply(make(&self.session, &self.tables));
                next.moves = false;
            }
            Update::Rest => next.moves = false,
            Update::View(event) => next.view = Shared::new(self.view.apply(event)),
            Update::Draws(study, event) => {
                next.draws = Shared::new(self.draws.apply(study, event));
            }
            Update::Languages(event) => next.languages = Shared::new(self.languages.apply(event)),
        }
        Rc::new(next)
    }
}
