//! Has the draws made when the input rests, and ends them when it changes.

use super::scene::Host;
use crate::model::{Tables, Uncertainty};
use crate::present::Answer;
use crate::present::certainty::study;
use crate::present::draws::{Draws, DrawsEvent, Numbers};
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;

/// How long the input has to rest before the draws start, milliseconds.
const REST: u32 = 400;

impl Reducible for Draws {
    type Action = DrawsEvent;

    fn reduce(self: Rc<Self>, event: DrawsEvent) -> Rc<Self> {
        Rc::new(self.apply(event))
    }
}

/// The draws in the hands of the page. A context of its own: progress redraws one panel only.
#[derive(Clone, PartialEq)]
pub struct Drawing {
    /// The draws.
    pub draws: Rc<Draws>,
    /// The study that they should be about.
    pub study: Option<Numbers>,
    /// Makes them again.
    #[cfg(feature = "panels")]
    pub again: Callback<()>,
    /// Stops them.
    #[cfg(feature = "panels")]
    pub cancel: Callback<()>,
}

impl Drawing {
    /// What the draws say about the present answer; those of an earlier one say nothing.
    #[must_use]
    pub fn in_force(&self) -> Option<Rc<Uncertainty>> {
        self.draws.about(self.study.as_deref()?).cloned()
    }
}

/// The draws for an answer.
#[hook]
pub fn use_draws(host: &Rc<dyn Host>, answer: Option<&Answer>, tables: &Tables) -> Drawing {
    let draws = use_reducer(Draws::default);
    // Whatever makes them; dropping it ends them, as does the end of the page.
    let maker = use_mut_ref(|| None::<Box<dyn Any>>);
    let study = answer.and_then(|answer| study(answer, tables));
    let study: Option<Numbers> = study.map(|study| study.to_numbers().into());
    let start = {
        let (host, to, maker) = (host.clone(), draws.dispatcher(), maker.clone());
        Rc::new(move |study: &[f64], rest| {
            let to = to.clone();
            let on = Callback::from(move |event| to.dispatch(event));
            // The one before has to end first: it would report into the new one's hands.
            maker.replace(None);
            maker.replace(Some(host.draw(study.to_vec(), rest, on)));
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
    #[cfg(feature = "panels")]
    let again = {
        let to = draws.dispatcher();
        use_callback(study.clone(), move |(), study| {
            if let Some(study) = study {
                to.dispatch(DrawsEvent::Progress(0));
                start(study, 0);
            }
        })
    };
    #[cfg(feature = "panels")]
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
        #[cfg(feature = "panels")]
        again,
        #[cfg(feature = "panels")]
        cancel,
    }
}
