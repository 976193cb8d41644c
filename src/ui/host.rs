//! What the calculator needs from where it runs: the browser, or a test.

use super::part::Part;
use crate::event::HostEvent;
use crate::present::draws::{DrawsEvent, Numbers};
use l10n::format::Format;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Where the calculator runs.
pub trait Host {
    /// A formatter for a language and a currency.
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format>;
    /// Gets a file of the build by its name, such as `en.core.txt`; nothing where it cannot be had.
    fn fetch(&self, file: String, then: Callback<Option<String>>);
    /// Loads a part of the program; calls back with whether it is here.
    fn load(&self, part: Part, then: Callback<bool>);
    /// Whether all that is here is drawn at once. Else the answer is, and what stands below it once
    /// there is nothing to do.
    fn at_once(&self) -> bool {
        true
    }
    /// Calls back once there is nothing to do, unless the visitor saves data.
    fn when_idle(&self, _then: Callback<()>) {}
    /// Calls back once what has been drawn is to be seen.
    fn when_painted(&self, _then: Callback<()>) {}
    /// Calls back once that is so and the simulations that have begun tell, too, or a little later.
    fn when_answered(&self, _then: Callback<()>) {}
    /// Calls back whenever an element comes into view or goes out of it.
    fn watch(&self, _element: web_sys::Element, _then: Callback<bool>) {}
    /// Calls back after a while without input, in a moment with nothing to do; whoever is overtaken
    /// meanwhile sees to that.
    fn when_rested(&self, _then: Callback<()>) {}
    /// What makes simulations, and tells how those of a study are coming on.
    fn simulations(&self, _on: Callback<(Numbers, DrawsEvent)>) -> Rc<dyn Simulations> {
        Rc::new(())
    }
    /// What JavaScript does for the calculator; nothing where there is none.
    fn surroundings(&self) -> JsValue {
        JsValue::UNDEFINED
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
