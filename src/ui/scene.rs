//! What every component sees: the session, the answer to it, and how to say things.

use super::part::Part;
use super::parts::{Below, below_screen};
use super::simulating::Simulating;
use super::view::{View, ViewEvent};
use crate::config::Look;
use crate::present::Answer;
use crate::present::draws::Stage;
use crate::present::languages::{Languages, LanguagesEvent};
use crate::present::load::Load;
use crate::session::{Action, Skipped};
use l10n::figure::Figure;
use l10n::format::Format;
use l10n::text::{Catalog, Message};
use model::{Tables, Uncertainty};
use std::rc::Rc;
use yew::prelude::*;

use super::host::Host;
use super::store::{Store, Turn};
use super::telling::tell_change;

/// What a drawing was made from. The handles of a scene always give the latest state, so that two
/// scenes can be told apart by this alone.
#[derive(Clone, Copy, PartialEq)]
pub struct Seen {
    /// How many actions there have been.
    pub actions: u32,
    /// How many of them changed what is entered.
    pub entered: u32,
    /// How often something was opened, closed or loaded.
    pub looks: u32,
    /// How far the texts beyond the first screen were.
    pub more: Load,
}

/// What every component is given.
#[derive(Clone)]
pub struct Scene {
    /// What it is drawn from.
    pub seen: Seen,
    /// The session and its dispatcher.
    pub store: UseReducerHandle<Store>,
    /// The answer to the last valid entries.
    pub answer: Rc<Answer>,
    /// What the simulations say about it, once they are in.
    pub ranges: Option<Rc<Uncertainty>>,
    /// The texts.
    pub catalog: Rc<Catalog>,
    /// The formatter.
    pub format: Rc<dyn Format>,
    /// Where the page runs.
    pub host: Rc<dyn Host>,
    /// What of the owner's is seen.
    pub look: Rc<Look>,
    /// What of the state it began with could not be used.
    pub skipped: Rc<Vec<Skipped>>,
    /// Whether an earlier version of the model answered that state.
    pub earlier: bool,
    /// The languages and how far their texts are.
    pub languages: UseReducerHandle<Languages>,
    /// What the visitor looks at.
    pub view: UseReducerHandle<View>,
    /// The simulations.
    pub simulating: Simulating,
    /// Whether figures explain themselves at all: not in the static page.
    pub interactive: bool,
    /// The block that is being drawn; outside of one no figure explains itself.
    pub block: Option<AttrValue>,
}

/// The properties of a component that needs nothing else.
#[derive(Properties, PartialEq)]
pub struct SceneProps {
    /// What it sees.
    pub scene: Scene,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        // A new answer, catalog or formatter is a new allocation: comparing addresses is enough.
        self.seen.actions == other.seen.actions
            && Rc::ptr_eq(&self.answer, &other.answer)
            && self.ranges == other.ranges
            && self.says_like(other)
    }
}

impl Scene {
    /// Whether it is said and looked at the same way, whatever the figures are.
    pub(super) fn says_like(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalog, &other.catalog)
            && Rc::ptr_eq(&self.format, &other.format)
            && (self.seen.looks, self.seen.more) == (other.seen.looks, other.seen.more)
            && self.block == other.block
    }

    /// Whether all simulations of the answer are made.
    pub fn rests(&self) -> bool {
        let study = self.simulating.study.as_deref();
        study.is_some_and(|study| self.view.draws.stage(study) == Stage::Done)
    }

    /// Whether a lead is asked for: after the visitor's own result, never before.
    pub fn asks_for_lead(&self) -> bool {
        self.look.lead.is_some() && self.answer.is_own(self.tables())
    }

    /// Changes the session.
    pub fn act(&self, action: Action) {
        self.store.dispatch(Turn::Now(action));
    }

    /// Changes the session by what is under the finger: that is painted first and written down; what
    /// follows from it comes after, so that no input waits for all of it. Meanwhile the simulations
    /// begin.
    pub fn soon(&self, action: Action) {
        let store = &self.store;
        let waits = store.waits();
        store.dispatch(Turn::Soon(action));
        let answer = Answer::new(&store.session, &store.tables).ok();
        self.simulating.begin(answer.as_ref(), &store.tables);
        let (host, to, language) = (self.host.clone(), store.clone(), self.catalog.clone());
        self.host.when_painted(Callback::from(move |()| {
            tell_change(&host, &to, language.language());
        }));
        if !waits {
            let to = store.dispatcher();
            let draw = Callback::from(move |()| to.dispatch(Turn::Draw));
            self.host.when_answered(draw);
        }
    }

    /// A callback that does what `action` makes of an event.
    pub fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.store.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(Turn::Now(action(event))))
    }

    /// The tables.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.store.tables
    }

    /// Whether figures explain themselves here.
    #[must_use]
    pub fn explains(&self) -> bool {
        self.interactive && self.block.is_some()
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

    /// What stands below the answer, once it is to be drawn.
    pub fn below(&self) -> Option<&'static Below> {
        below_screen().filter(|_| self.view.load(Part::Below) == Load::Here)
    }

    /// Asks for the texts beyond the first screen; once they failed, again.
    pub fn want_more_texts(&self) {
        self.languages.dispatch(LanguagesEvent::WantMore);
    }

    /// Asks for a part and for the texts that it says; once they failed, again.
    pub fn want(&self, part: Part) {
        self.view.dispatch(ViewEvent::Want(part));
        self.want_more_texts();
    }

    /// Opens or closes what has this id and is here already.
    pub fn flip(&self, id: AttrValue) {
        self.view.dispatch(ViewEvent::Toggle(id));
    }

    /// Opens or closes what has this id; the panels, which draw it, are asked for.
    pub fn toggle(&self, id: AttrValue) -> Callback<MouseEvent> {
        self.toggle_of(Part::Panels, id)
    }

    /// Opens or closes what has this id; the part that draws it is asked for.
    pub fn toggle_of(&self, part: Part, id: AttrValue) -> Callback<MouseEvent> {
        let scene = self.clone();
        Callback::from(move |_| {
            scene.want(part);
            scene.view.dispatch(ViewEvent::Toggle(id.clone()));
        })
    }

    /// How far a part is with the texts that it says.
    #[must_use]
    pub fn load(&self, part: Part) -> Load {
        self.view.load(part).and(self.languages.more())
    }
}
