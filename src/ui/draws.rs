//! Has the simulations made when the input rests, and ends them when it changes.

use super::host::Host;
use super::parts::screen;
use crate::model::{Tables, Uncertainty};
use crate::present::Answer;
use crate::present::draws::{Draws, DrawsEvent, Numbers};
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;

/// How long the input has to rest before they start, milliseconds.
const REST: u32 = 400;

impl Reducible for Draws {
    type Action = DrawsEvent;

    fn reduce(self: Rc<Self>, event: DrawsEvent) -> Rc<Self> {
        Rc::new(self.apply(event))
    }
}

/// The simulations in the hands of the page. A context of its own: progress redraws one panel only.
#[derive(Clone, PartialEq)]
pub struct Drawing {
    /// The simulations.
    pub draws: Rc<Draws>,
    /// The study that they should be about.
    pub study: Option<Numbers>,
    /// Makes them again.
    pub again: Callback<()>,
    /// Stops them.
    pub cancel: Callback<()>,
}

impl Drawing {
    /// What they say about the present answer; those of an earlier one say nothing.
    #[must_use]
    pub fn in_force(&self) -> Option<Rc<Uncertainty>> {
        self.draws.about(self.study.as_deref()?).cloned()
    }
}

/// The simulations for an answer.
#[hook]
pub fn use_draws(host: &Rc<dyn Host>, answer: Option<&Answer>, tables: &Tables) -> Drawing {
    let draws = use_reducer(Draws::default);
    // Whatever makes them; dropping it ends them, as does the end of the calculator.
    let maker = use_mut_ref(|| None::<Box<dyn Any>>);
    let study = screen().zip(answer);
    let study = study.and_then(|(screen, answer)| (screen.study)(answer, tables));
    let start = {
        let (host, to, maker) = (host.clone(), draws.dispatcher(), maker.clone());
        Rc::new(move |study: &Numbers, rest| {
            let to = to.clone();
            let on = Callback::from(move |event| to.dispatch(event));
            // The one before has to end first: it would report into the new one's hands.
            maker.replace(None);
            maker.replace(Some(host.simulate(study.clone(), rest, on)));
        })
    };
    {
        let (start, draws, maker) = (start.clone(), draws.clone(), maker.clone());
        use_effect_with(study.clone(), move |study| {
            maker.replace(None);
            if let Some(study) = study {
                draws.dispatch(DrawsEvent::Study(study.clone()));
                if draws.about(study).is_none() {
                    start(study, REST);
                }
            }
        });
    }
    let again = {
        let to = draws.dispatcher();
        use_callback(study.clone(), move |(), study| {
            if let Some(study) = study {
                to.dispatch(DrawsEvent::Progress(0));
                start(study, 0);
            }
        })
    };
    let cancel = {
        let to = draws.dispatcher();
        use_callback((), move |(), ()| {
            maker.replace(None);
            to.dispatch(DrawsEvent::Cancel);
        })
    };
    Drawing {
        draws: Rc::new((*draws).clone()),
        study,
        again,
        cancel,
    }
}
