//! Has the simulations made when the input rests, and ends them when it changes.

use super::host::Host;
use super::parts::screen;
use super::view::{View, ViewEvent};
use crate::model::Tables;
use crate::present::Answer;
use crate::present::draws::{DrawsEvent, Numbers};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long the input has to rest before they start, milliseconds.
const REST: u32 = 400;

/// The simulations in the hands of the page.
#[derive(Clone)]
pub struct Simulating {
    host: Rc<dyn Host>,
    to: UseReducerDispatcher<View>,
    /// What they should be about.
    pub study: Option<Numbers>,
    /// Whatever makes them; dropping it ends them, as does the end of the calculator.
    maker: Rc<RefCell<Option<Box<dyn Any>>>>,
}

impl Simulating {
    fn tell(&self, event: DrawsEvent) {
        self.to.dispatch(ViewEvent::Draws(event));
    }

    fn start(&self, rest: u32) {
        // The one before has to end first: it would report into the new one's hands.
        self.maker.replace(None);
        if let Some(study) = &self.study {
            let to = self.to.clone();
            let on = Callback::from(move |event| to.dispatch(ViewEvent::Draws(event)));
            let maker = self.host.simulate(study.clone(), rest, on);
            self.maker.replace(Some(maker));
        }
    }

    /// Makes them again.
    pub fn again(&self) {
        self.tell(DrawsEvent::Progress(0));
        self.start(0);
    }

    /// Stops them.
    pub fn cancel(&self) {
        self.maker.replace(None);
        self.tell(DrawsEvent::Cancel);
    }
}

/// The simulations for an answer.
#[hook]
pub fn use_simulating(
    host: &Rc<dyn Host>,
    view: &UseReducerHandle<View>,
    answer: Option<&Answer>,
    tables: &Tables,
) -> Simulating {
    let study = screen().zip(answer);
    let simulating = Simulating {
        host: host.clone(),
        to: view.dispatcher(),
        study: study.and_then(|(screen, answer)| (screen.study)(answer, tables)),
        maker: use_mut_ref(|| None),
    };
    let (now, view) = (simulating.clone(), view.clone());
    use_effect_with(simulating.study.clone(), move |study| {
        now.maker.replace(None);
        if let Some(study) = study {
            now.tell(DrawsEvent::Study(study.clone()));
            if view.draws.about(study).is_none() {
                now.start(REST);
            }
        }
    });
    simulating
}
