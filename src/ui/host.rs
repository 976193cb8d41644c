//! What the calculator needs from where it runs: the browser, or a test.

use super::part::Part;
use crate::present::draws::{DrawsEvent, Numbers};
use crate::present::format::Format;
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;

/// Where the calculator runs.
pub trait Host {
    /// A formatter for a language and a currency.
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format>;
    /// Gets a file of the build by its name, such as `en.core.txt`; nothing where it cannot be had.
    fn fetch(&self, file: String, then: Callback<Option<String>>);
    /// Loads a part of the program; calls back with whether it is here.
    fn load(&self, part: Part, then: Callback<bool>);
    /// Calls back once there is nothing to do, unless the visitor saves data.
    fn when_idle(&self, _then: Callback<()>) {}
    /// Simulates a study once `rest` milliseconds have passed, and reports. Dropping what is
    /// returned ends it.
    fn simulate(&self, _study: Numbers, _rest: u32, _on: Callback<DrawsEvent>) -> Box<dyn Any> {
        Box::new(())
    }
    /// Tells the page around the calculator what has happened.
    fn tell(&self, _event: crate::event::HostEvent) {}
}
