//! Has the simulations of every answer made: a first thousand at once, all of them as it rests.

use super::dispatcher::Dispatcher;
use super::parts::REST;
use super::state::{State, Update};
use crate::answer::Answer;
use crate::platform::draws::{DrawsEvent, Numbers};
use crate::platform::host::{Host, Simulations};
use crate::shared::Shared;
use yew::prelude::*;

/// The simulations of the answer.
#[derive(Clone, PartialEq)]
pub struct Simulating {
    /// What they are about.
    pub study: Option<Numbers>,
    maker: Shared<dyn Simulations>,
    dispatcher: Dispatcher,
}

impl Simulating {
    fn tell(&self, event: DrawsEvent) {
        if let Some(study) = &self.study {
            self.dispatcher.send(Update::Draws(study.clone(), event));
        }
    }

    /// Makes them again.
    pub fn again(&self) {
        self.tell(DrawsEvent::Progress(0));
        if let Some(study) = &self.study {
            self.maker.stop();
            self.maker.start(study, false);
        }
    }

    /// Stops them.
    pub fn cancel(&self) {
        self.maker.stop();
        self.tell(DrawsEvent::Cancel);
    }
}

/// The simulations of an answer.
#[hook]
pub fn use_simulating(
    host: &Shared<dyn Host>,
    state: &State,
    dispatcher: &Dispatcher,
    answer: Option<&Shared<Answer>>,
) -> Simulating {
    // On a page with several calculators the answers of all come first.
    let answer = answer.filter(|_| !state.view.rests).cloned();
    let tables = state.tables.clone();
    let study = use_memo((answer, REST.get().is_some()), |(answer, _)| {
        (REST.get()?.study)(answer.as_ref()?, &tables)
    });
    let maker = use_memo((), |()| {
        let to = dispatcher.clone();
        host.simulations(Callback::from(move |(study, event)| {
            to.send(Update::Draws(study, event));
        }))
    });
    let moves = state.moves;
    let simulating = Simulating {
        study: (*study).clone(),
        maker: (*maker).clone(),
        dispatcher: dispatcher.clone(),
    };
    let maker = simulating.maker.clone();
    use_effect_with(
        (simulating.study.clone(), moves),
        move |(study, moves)| match study {
            Some(study) => maker.start(study, *moves),
            None => maker.stop(),
        },
    );
    simulating
}
