//! How far the parts of the program are that are fetched when first needed.

use crate::present::load::Load;
use std::rc::Rc;
use yew::prelude::*;

/// A part that is fetched when first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the first answer does without, but not the first screen.
    Screen,
    /// What opens on demand: panels and explanations.
    Panels,
}

impl Part {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Panels => "panels",
        }
    }
}

/// How far the parts are for one calculator.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Loads {
    screen: Load,
    panels: Load,
}

/// What happens to the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadsEvent {
    /// Somebody needs a part; what has failed is tried again.
    Want(Part),
    /// It has come, or has not.
    Came(Part, bool),
}

impl Reducible for Loads {
    type Action = LoadsEvent;

    fn reduce(self: Rc<Self>, event: LoadsEvent) -> Rc<Self> {
        let mut next = *self;
        match event {
            LoadsEvent::Want(part) => {
                let load = next.row(part);
                if load.is_to_be_fetched() {
                    *load = Load::Coming;
                }
            }
            LoadsEvent::Came(part, here) => {
                *next.row(part) = if here { Load::Here } else { Load::Failed };
            }
        }
        Rc::new(next)
    }
}

impl Loads {
    fn row(&mut self, part: Part) -> &mut Load {
        match part {
            Part::Screen => &mut self.screen,
            Part::Panels => &mut self.panels,
        }
    }

    /// How far a part is.
    #[must_use]
    pub fn of(mut self, part: Part) -> Load {
        *self.row(part)
    }
}
