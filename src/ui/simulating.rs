//! Has the simulations of every answer made: a first thousand at once, all of them as it rests.

use super::host::{Host, Simulations};
use super::view::{View, ViewEvent};
use crate::present::draws::{DrawsEvent, Numbers};
use std::rc::Rc;
use yew::prelude::*;

/// The simulations in the hands of the page.
#[derive(Clone)]
pub struct Simulating {
    to: UseReducerDispatcher<View>,
    /// What they should be about.
    pub study: Option<Numbers>,
    maker: Rc<dyn Simulations>,
}

impl Simulating {
    fn tell(&self, event: DrawsEvent) {
        if let Some(study) = &self.study {
            self.to.dispatch(ViewEvent::Draws(study.clone(), event));
        }
    }

    /// Makes them again.
    pub fn again(&self) {
        self.tell(DrawsEvent::Progress(0));
        if let Some(study) = &self.study {
            self.maker.start(study);
        }
    }

    /// Stops them.
    pub fn cancel(&self) {
        self.maker.stop();
        self.tell(DrawsEvent::Cancel);
    }
}

/// The simulations of a study.
#[hook]
pub fn use_simulating(
    host: &Rc<dyn Host>,
    view: &UseReducerHandle<View>,
    study: Option<Numbers>,
) -> Simulating {
    let maker = use_memo((), |()| {
        let to = view.dispatcher();
        host.simulations(Callback::from(move |(study, event)| {
            to.dispatch(ViewEvent::Draws(study, event));
        }))
    });
    let simulating = Simulating {
        to: view.dispatcher(),
        study,
        maker: (*maker).clone(),
    };
    let maker = simulating.maker.clone();
    use_effect_with(simulating.study.clone(), move |study| match study {
        Some(study) => maker.start(study),
        None => maker.stop(),
    });
    simulating
}
