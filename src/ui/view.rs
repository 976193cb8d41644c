//! What the visitor looks at: what is open, which figure is explained, how far the parts and the
//! simulations are. The session beside it is what is entered.

use super::part::Part;
use crate::present::draws::{Draws, DrawsEvent, Numbers};
use crate::present::load::Load;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The figure that is explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The block that holds it.
    pub block: AttrValue,
    /// Its name.
    pub name: String,
    /// What was pressed, to which the focus returns.
    pub button: Option<HtmlElement>,
}

/// What the visitor looks at.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// How far the simulations are.
    pub draws: Draws,
    /// The figure that is explained; one at most.
    pub asked: Option<Asked>,
    screen: Load,
    below: Load,
    panels: Load,
    writer: Load,
    open: Vec<AttrValue>,
    /// How often what is to be seen has changed. How far the simulations are is seen in one panel only.
    pub looks: u32,
}

/// What happens to it.
#[derive(Clone, Debug)]
pub enum ViewEvent {
    /// Somebody needs a part; what has failed is tried again.
    Want(Part),
    /// It has come, or has not.
    Came(Part, bool),
    /// Opens what is closed, closes what is open.
    Toggle(AttrValue),
    /// Explains a figure, or none.
    Ask(Option<Asked>),
    /// Something of the simulations of a study.
    Draws(Numbers, DrawsEvent),
}

impl Reducible for View {
    type Action = ViewEvent;

    fn reduce(self: Rc<Self>, event: ViewEvent) -> Rc<Self> {
        let mut next = (*self).clone();
        let drawn = matches!(event, ViewEvent::Draws(..));
        next.looks += u32::from(!drawn || self.is_open("panel-certainty"));
        match event {
            ViewEvent::Want(part) => {
                let load = next.load_mut(part);
                if load.is_to_be_fetched() {
                    *load = Load::Coming;
                }
            }
            ViewEvent::Came(part, here) => {
                *next.load_mut(part) = if here { Load::Here } else { Load::Failed };
            }
            ViewEvent::Toggle(id) => match next.open.iter().position(|open| *open == id) {
                Some(index) => drop(next.open.swap_remove(index)),
                None => next.open.push(id),
            },
            ViewEvent::Ask(asked) => next.asked = asked,
            ViewEvent::Draws(study, event) => next.draws = next.draws.apply(study, event),
        }
        Rc::new(next)
    }
}

impl View {
    /// A view with these open.
    #[must_use]
    pub fn opened(ids: &[AttrValue]) -> Self {
        Self {
            open: ids.to_vec(),
            ..Self::default()
        }
    }

    fn load_mut(&mut self, part: Part) -> &mut Load {
        match part {
            Part::Screen => &mut self.screen,
            Part::Below => &mut self.below,
            Part::Panels => &mut self.panels,
            Part::Writer => &mut self.writer,
        }
    }

    /// How far a part is.
    #[must_use]
    pub fn load(&self, part: Part) -> Load {
        match part {
            Part::Screen => self.screen,
            Part::Below => self.below,
            Part::Panels => self.panels,
            Part::Writer => self.writer,
        }
    }

    /// Whether what has this id is open.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.open.iter().any(|open| open == id)
    }
}
