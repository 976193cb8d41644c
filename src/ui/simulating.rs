//! Has the simulations of every answer made: a first thousand at once, all of them as it rests.

use super::host::{Host, Simulations};
use super::parts::screen;
use super::view::{View, ViewEvent};
use crate::model::Tables;
use crate::present::Answer;
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

/// The simulations for an answer.
#[hook]
pub fn use_simulating(
    host: &Rc<dyn Host>,
    view: &UseReducerHandle<View>,
    answer: Option<&Answer>,
    tables: &Tables,
) -> Simulating {
    let maker = use_memo((), |()| {
        let to = view.dispatcher();
        host.simulations(Callback::from(move |(study, event)| {
            to.dispatch(ViewEvent::Draws(study, event));
        }))
    });
    let study = screen().zip(answer);
    let simulating = Simulating {
        to: view.dispatcher(),
        study: study.and_then(|(screen, answer)| (screen.study)(answer, tables)),
        maker: (*maker).clone(),
    };
    let maker = simulating.maker.clone();
    use_effect_with(simulating.study.clone(), move |study| {
        if let Some(study) = study {
            maker.start(study);
        }
    });
    simulating
}
