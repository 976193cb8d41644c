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

/// How far a part is, and whether somebody needs it.
#[derive(Clone, Copy, Debug, Default)]
struct PartLoad {
    load: Load,
    wanted: bool,
}

/// What the visitor looks at.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// How far the simulations are.
    pub draws: Draws,
    /// The figure that is explained; one at most.
    pub asked: Option<Asked>,
    /// Whether another calculator of the page had brought all of the first screen before.
    pub further: bool,
    parts: [PartLoad; Part::ALL.len()],
    open: Vec<AttrValue>,
    /// How often what is to be seen has changed. How far the simulations are is seen in one panel only.
    pub looks: u32,
}

/// What happens to it.
#[derive(Clone, Debug)]
pub enum ViewEvent {
    /// Somebody needs a part; what has failed is tried again.
    Want(Part),
    /// Somebody may need a part later; what has failed stays as it is shown.
    Foresee(Part),
    /// The fetch of a part has begun.
    Coming(Part),
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
                next.change(part, |at| {
                    at.wanted = true;
                    if at.load == Load::Failed {
                        at.load = Load::Idle;
                    }
                });
            }
            ViewEvent::Foresee(part) => next.change(part, |at| at.wanted = true),
            ViewEvent::Coming(part) => next.change(part, |at| at.load = Load::Coming),
            ViewEvent::Came(part, here) => {
                let load = if here { Load::Here } else { Load::Failed };
                next.change(part, |at| at.load = load);
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

    /// Begins with a part wanted, and drawn if it is here.
    pub fn begin(&mut self, part: Part, here: bool) {
        let load = if here { Load::Here } else { Load::Idle };
        self.change(part, |at| *at = PartLoad { load, wanted: true });
    }

    fn part(&self, part: Part) -> PartLoad {
        self.parts.get(part as usize).copied().unwrap_or_default()
    }

    fn change(&mut self, part: Part, change: impl FnOnce(&mut PartLoad)) {
        if let Some(at) = self.parts.get_mut(part as usize) {
            change(at);
        }
    }

    /// How far a part is.
    #[must_use]
    pub fn load(&self, part: Part) -> Load {
        self.part(part).load
    }

    /// The parts that have to be fetched now.
    #[must_use]
    pub fn wanting(&self) -> Vec<Part> {
        let wanting = |part: &Part| {
            let PartLoad { load, wanted } = self.part(*part);
            wanted && load == Load::Idle
        };
        Part::ALL.into_iter().filter(wanting).collect()
    }

    /// Whether what has this id is open.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.open.iter().any(|open| open == id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, View, ViewEvent};
    use std::rc::Rc;
    use yew::Reducible;

    /// How many parts are to be fetched after each of these.
    fn wanting<const N: usize>(events: [ViewEvent; N]) -> [usize; N] {
        let mut view = Rc::new(View::default());
        events.map(|event| {
            view = view.clone().reduce(event);
            view.wanting().len()
        })
    }

    #[test]
    fn what_is_wanted_as_it_fails_is_fetched_again() {
        let wanting = wanting([
            ViewEvent::Want(Part::Panels),
            ViewEvent::Coming(Part::Panels),
            ViewEvent::Came(Part::Panels, false),
            ViewEvent::Want(Part::Panels),
        ]);
        // No drawing needs to come between the failure and the wish.
        assert_eq!(wanting, [1, 0, 0, 1]);
    }

    #[test]
    fn what_has_failed_is_not_fetched_again_because_the_page_is_idle() {
        let wanting = wanting([
            ViewEvent::Want(Part::Panels),
            ViewEvent::Coming(Part::Panels),
            ViewEvent::Came(Part::Panels, false),
            ViewEvent::Foresee(Part::Panels),
        ]);
        // Else what says so, and its button, would be gone under a finger.
        assert_eq!(wanting, [1, 0, 0, 0]);
    }
}
