//! What every component sees: the session, the answer to it, and how to say things.

use crate::model::{Tables, Uncertainty};
use crate::present::Answer;
use crate::present::draws::DrawsEvent;
#[cfg(feature = "panels")]
use crate::present::evidence::Evidence;
use crate::present::figure::Figure;
use crate::present::format::Format;
use crate::present::text::{Catalog, Message};
use crate::session::{Action, Session};
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;

/// What the page needs from where it runs: the browser, or a test.
pub trait Host {
    /// A formatter for a language and a currency.
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format>;
    /// Gets the core texts of another language; calls back with the packed file, or not at all.
    fn fetch_texts(&self, file: String, then: Callback<String>);
    /// Gets the evidence; calls back with nothing where it cannot be had.
    #[cfg(feature = "panels")]
    fn fetch_evidence(&self, then: Callback<Option<Vec<Evidence>>>) {
        then.emit(None);
    }
    /// Remembers a choice for the next visit, where that is allowed: `lang` or `currency`.
    fn remember(&self, choice: &str, value: &str);
    /// Puts the full program in this one's place, with the session of a code.
    fn grow(&self, _language: String, _session: String, wish: Grow) {
        wish.failed.emit(());
    }
    /// Makes the draws of a study in numbers once `rest` milliseconds have passed, and reports.
    /// Dropping what is returned ends them. A host without workers makes none.
    fn draw(&self, _study: Vec<f64>, _rest: u32, _on: Callback<DrawsEvent>) -> Box<dyn Any> {
        Box::new(())
    }
}

/// A wish that only the full program can fulfil.
#[derive(Clone, PartialEq)]
pub struct Grow {
    /// What to open there.
    pub target: AttrValue,
    /// Called if it does not come.
    pub failed: Callback<()>,
}

/// The session in Yew's hands.
#[derive(Clone)]
pub struct Store {
    /// The session.
    pub session: Session,
    /// The tables it is about.
    pub tables: Rc<Tables>,
}

impl Store {
    /// Where this state lies: every action makes a new one, so that comparing places is enough.
    #[must_use]
    pub fn place(&self) -> usize {
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

/// The context of all components.
#[derive(Clone)]
pub struct Scene {
    /// The session and its dispatcher.
    pub store: UseReducerHandle<Store>,
    /// The answer to the last valid entries.
    pub answer: Rc<Answer>,
    /// What the draws say about it, once they are in.
    pub draws: Option<Rc<Uncertainty>>,
    /// The texts.
    pub catalog: Rc<Catalog>,
    /// The formatter.
    pub format: Rc<dyn Format>,
    /// Asks for the texts beyond the first screen.
    pub need_more: Callback<()>,
    /// Where the page runs.
    pub host: Rc<dyn Host>,
    /// Whether figures explain themselves: not in the static page.
    pub explains: bool,
    /// Asks for the full program.
    pub grow: Callback<Grow>,
    /// What the first program was asked to open when this one took over.
    pub target: Option<AttrValue>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        // A new answer, catalog or formatter is a new allocation: comparing places is enough.
        self.store.place() == other.store.place()
            && Rc::ptr_eq(&self.answer, &other.answer)
            && self.draws == other.draws
            && Rc::ptr_eq(&self.catalog, &other.catalog)
            && Rc::ptr_eq(&self.format, &other.format)
    }
}

impl Scene {
    /// Does something.
    pub fn act(&self, action: Action) {
        self.store.dispatch(action);
    }

    /// A callback that does what `action` makes of an event.
    pub fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.store.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }

    /// The tables.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.store.tables
    }

    /// A message as mere characters, for labels and attributes.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        self.catalog.plain(message, &*self.format)
    }

    /// A figure as mere characters.
    #[must_use]
    pub fn figure(&self, figure: &Figure) -> String {
        self.format.figure(figure)
    }
}

/// The scene of the page that a component is on.
#[hook]
pub fn use_scene() -> Option<Scene> {
    use_context::<Scene>()
}
