//! Has the simulations of every answer made: a first thousand at once, all of them as it rests.

use super::host::{Host, Simulations};
use super::part::Part;
use super::parts::screen;
use super::view::{View, ViewEvent};
use crate::present::Answer;
use crate::present::draws::{DrawsEvent, Numbers};
use crate::present::load::Load;
use model::Tables;
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

    /// Begins with those of an answer before it is drawn, while the input moves.
    pub fn begin(&self, answer: Option<&Answer>, tables: &Tables) {
        if let Some(study) = study(answer, tables) {
            self.maker.start(&study, true);
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

/// What the simulations of an answer are about, where what draws them is here.
fn study(answer: Option<&Answer>, tables: &Tables) -> Option<Numbers> {
    let (screen, answer) = screen().zip(answer)?;
    (screen.study)(answer, tables)
}

/// The simulations of an answer.
#[hook]
pub fn use_simulating(
    host: &Rc<dyn Host>,
    view: &UseReducerHandle<View>,
    answer: Option<&Rc<Answer>>,
    tables: &Tables,
) -> Simulating {
    // On a page with several the answers of all come first.
    let waits = view.further && view.load(Part::Below) != Load::Here;
    let drawn = answer.filter(|_| !waits);
    let about = (
        drawn.map(|answer| Rc::as_ptr(answer).addr()),
        screen().is_some(),
    );
    let study = use_memo(about, |_| study(drawn.map(|answer| &**answer), tables));
    let maker = use_memo((), |()| {
        let to = view.dispatcher();
        host.simulations(Callback::from(move |(study, event)| {
            to.dispatch(ViewEvent::Draws(study, event));
        }))
    });
    let simulating = Simulating {
        to: view.dispatcher(),
        study: (*study).clone(),
        maker: (*maker).clone(),
    };
    let maker = simulating.maker.clone();
    use_effect_with(simulating.study.clone(), move |study| match study {
        Some(study) => maker.start(study, false),
        None => maker.stop(),
    });
    simulating
}
