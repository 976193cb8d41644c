//! What every component gets: a snapshot of everything it can show, and how to change it.
//!
//! A snapshot is compared with the last one by addresses; Yew skips a component whose snapshot is
//! the same.

pub mod dispatcher;
pub mod languages;
pub mod load;
pub mod parts;
pub mod simulating;
pub mod state;
pub mod view;

use crate::answer::Answer;
use crate::config::Look;
use crate::platform::draws::Draws;
use crate::platform::host::Host;
use crate::platform::part::Part;
use crate::session::{Action, Session, Skipped};
use crate::shared::Shared;
use dispatcher::Dispatcher;
use l10n::figure::Figure;
use l10n::format::Format;
use l10n::text::{Catalog, Message};
use languages::{Languages, LanguagesEvent};
use load::Load;
use model::{Tables, Uncertainty};
use parts::{REST, Rest};
use simulating::Simulating;
use state::Update;
use view::{View, ViewEvent};
use yew::prelude::*;

/// What every component gets.
#[derive(Clone, PartialEq)]
pub struct Context {
    /// What the visitor has entered.
    pub session: Shared<Session>,
    /// The tables that it is about.
    pub tables: Shared<Tables>,
    /// The answer to the last valid entries.
    pub answer: Shared<Answer>,
    /// What the simulations say about it, once they are made.
    pub ranges: Option<Shared<Uncertainty>>,
    /// Whether all simulations of the answer are made.
    pub simulated: bool,
    /// How far the simulations are: only while the panel that shows it is open.
    pub draws: Option<Shared<Draws>>,
    /// How to make simulations again and to stop them.
    pub simulating: Simulating,
    /// The texts.
    pub catalog: Shared<Catalog>,
    /// Writes and reads numbers.
    pub format: Shared<dyn Format>,
    /// The languages, and how far their texts are.
    pub languages: Shared<Languages>,
    /// What the visitor looks at.
    pub view: Shared<View>,
    /// What the site's owner has set, and what was given to the calculator.
    pub site: Shared<Site>,
    /// Whether the last entry was one of many, as while something is typed or dragged.
    pub moves: bool,
    /// Whether figures explain themselves at all: not in the static page.
    pub interactive: bool,
    /// The block that is being drawn; outside of one no figure explains itself.
    pub block: Option<AttrValue>,
    /// Changes all of it.
    pub dispatcher: Dispatcher,
    /// Where the page runs.
    pub host: Shared<dyn Host>,
}

/// What a calculator was given and does not change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// What the site's owner wants to be seen.
    pub look: Look,
    /// What of the state it began with could not be used.
    pub skipped: Vec<Skipped>,
    /// Whether an earlier version of the model answered that state.
    pub earlier: bool,
}

/// The properties of a component that needs nothing else.
#[derive(Properties, PartialEq)]
pub struct ContextProps {
    /// What it gets.
    pub context: Context,
}

impl Context {
    /// Whether a lead is asked for: after the visitor's own result, never before.
    #[must_use]
    pub fn asks_for_lead(&self) -> bool {
        self.site.look.lead.is_some() && self.answer.is_own(&self.tables)
    }

    /// Changes something now.
    pub fn send(&self, event: impl Into<Update>) {
        self.dispatcher.send(event);
    }

    /// Changes the session after the next frame: for what comes many times a second.
    pub fn send_next_frame(&self, action: Action) {
        self.dispatcher.send_next_frame(&*self.host, action);
    }

    /// A callback that changes the session by what `action` makes of an event of the page.
    pub fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |event| dispatcher.send(action(event)))
    }

    /// The tables.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.tables
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

    /// The rest of the page, once it and its style are here.
    #[must_use]
    pub fn rest(&self) -> Option<&'static Rest> {
        REST.get()
            .filter(|_| self.view.load(Part::Rest) == Load::Here)
    }

    /// What stands below the answer, once it is to be drawn.
    #[must_use]
    pub fn below(&self) -> Option<&'static Rest> {
        self.rest().filter(|_| !self.view.rests)
    }

    /// Asks for the texts beyond the first screen; once they failed, again.
    pub fn want_more_texts(&self) {
        self.send(LanguagesEvent::WantMore);
    }

    /// Asks for a part and for the texts that it says; once they failed, again.
    pub fn want(&self, part: Part) {
        self.send(ViewEvent::Want(part));
        self.want_more_texts();
    }

    /// Opens or closes what has this id and is here already.
    pub fn flip(&self, id: AttrValue) {
        self.send(ViewEvent::Toggle(id));
    }

    /// Opens or closes what has this id; the panels, which draw it, are asked for.
    pub fn toggle(&self, id: AttrValue) -> Callback<MouseEvent> {
        self.toggle_of(Part::Panels, id)
    }

    /// Opens or closes what has this id; the part that draws it is asked for.
    pub fn toggle_of(&self, part: Part, id: AttrValue) -> Callback<MouseEvent> {
        let context = self.clone();
        Callback::from(move |_| {
            context.want(part);
            context.flip(id.clone());
        })
    }

    /// How far a part is with the texts that it says.
    #[must_use]
    pub fn load(&self, part: Part) -> Load {
        self.view.load(part).and(self.languages.more())
    }
}
