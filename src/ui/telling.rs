//! Tells the page around the calculator what has happened.

use super::host::Host;
use super::part::Part;
use super::parts::below_screen;
use super::store::Store;
use super::view::{View, ViewEvent};
use crate::event::{Found, HostEvent};
use crate::present::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// Tells what is entered by now; false where that which writes it down is not here yet.
pub fn tell_change(host: &Rc<dyn Host>, store: &Store, language: &str) -> bool {
    below_screen().is_some_and(|below| {
        host.tell(HostEvent::Change {
            state: (below.write)(&store.session, &store.tables),
            language: language.to_owned(),
            currency: store.session.entries.currency.clone(),
        });
        true
    })
}

/// Tells of the first answer, of every change and of every other answer.
#[hook]
pub fn use_telling(
    host: &Rc<dyn Host>,
    store: &Store,
    view: &UseReducerHandle<View>,
    answer: Option<&Rc<Answer>>,
    language: &str,
) {
    {
        let host = host.clone();
        use_effect_with((), move |()| host.tell(HostEvent::Ready));
    }
    // Until something is entered or another language chosen there is nothing to write down.
    let first = use_state(|| language.to_owned());
    let session = &store.session;
    let changed = session.can_reset() || session.can_undo() || *first != language;
    let change = changed.then(|| (store.actions, language.to_owned(), below_screen().is_some()));
    {
        let (host, store, to) = (host.clone(), store.clone(), view.dispatcher());
        use_effect_with(change, move |change| {
            let Some((_, language, _)) = change else {
                return;
            };
            if !tell_change(&host, &store, language) {
                // It is told once it is here.
                to.dispatch(ViewEvent::Want(Part::Below));
            }
        });
    }
    let (host, answer) = (host.clone(), answer.cloned());
    let address = answer.as_ref().map(|answer| Rc::as_ptr(answer).addr());
    use_effect_with(address, move |_| {
        if let Some(answer) = answer {
            let Answer {
                entries, outcome, ..
            } = &*answer;
            let (currency, segment, tier) = (&entries.currency, &entries.segment, &entries.tier);
            host.tell(HostEvent::Result(Found::new(
                outcome, currency, segment, tier,
            )));
        }
    });
}
