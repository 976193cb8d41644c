//! What the calculator needs from where it runs: the browser, or a test.

use crate::event::HostEvent;
use crate::platform::draws::{DrawsEvent, Numbers};
use crate::platform::part::Part;
use crate::platform::schedule::{Priority, Scheduled};
use crate::platform::services::Services;
use crate::platform::watch::Watching;
use crate::shared::Shared;
use l10n::format::Format;
use std::rc::Rc;
use yew::prelude::*;

/// Where the calculator runs.
pub trait Host {
    /// A formatter for a language and a currency.
    fn format(&self, language: &str, currency: &str) -> Shared<dyn Format>;
    /// Gets a file of the build by its name, such as `en.core.txt`; nothing where it cannot be had.
    fn fetch(&self, file: String, then: Callback<Option<String>>);
    /// Loads a part of the program; calls back with whether it is here.
    fn load(&self, part: Part, then: Callback<bool>);
    /// Whether all that is here is drawn at once. Else the answer is, and what stands below it once
    /// there is nothing to do.
    fn at_once(&self) -> bool {
        true
    }
    /// Calls back at its time, unless what this returns is dropped before.
    fn schedule(&self, _priority: Priority, _then: Callback<()>) -> Scheduled {
        Scheduled::default()
    }
    /// Whether the visitor saves data: then nothing is loaded that nobody has asked for.
    fn saves_data(&self) -> bool {
        false
    }
    /// Calls back whenever an element comes into view or goes out of it, until what this returns is
    /// dropped.
    fn watch(&self, _element: web_sys::Element, _then: Callback<bool>) -> Watching {
        Watching::default()
    }
    /// What makes simulations, and tells how those of a study are coming on.
    fn simulations(&self, _on: Callback<(Numbers, DrawsEvent)>) -> Shared<dyn Simulations> {
        let none: Rc<dyn Simulations> = Rc::new(());
        none.into()
    }
    /// What the custom element does for the program; nothing where there is no browser. Effects take
    /// it as an argument, so that the code of each lies in the part that uses it.
    fn services(&self) -> Option<&Services> {
        None
    }
    /// Tells the page around the calculator what has happened.
    fn tell(&self, _event: HostEvent) {}
}

/// What makes simulations, of one study at a time. Dropping it ends them.
pub trait Simulations {
    /// Starts those of a study; none a second time. Those before end once their first thousand are
    /// told. If the input `moves`, all beyond the first thousand wait until it rests.
    fn start(&self, study: &Numbers, moves: bool);
    /// Ends them.
    fn stop(&self);
}

/// Where none can be made.
impl Simulations for () {
    fn start(&self, _: &Numbers, _: bool) {}
    fn stop(&self) {}
}
