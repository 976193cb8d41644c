//! Tells the page around the calculator what has happened.

use super::host::Host;
use super::parts::screen;
use super::store::Store;
use crate::event::{Found, HostEvent};
use crate::present::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// Tells of the first answer, of every change and of every other answer.
#[hook]
pub fn use_telling(
    host: &Rc<dyn Host>,
    store: &Store,
    answer: Option<&Rc<Answer>>,
    language: &str,
) {
    {
        let host = host.clone();
        use_effect_with((), move |()| host.tell(HostEvent::Ready));
    }
    // Writing a session down is a part's job; what happens before it is here is told then.
    let write = screen().map(|screen| screen.state);
    {
        let (host, store) = (host.clone(), store.clone());
        let change = (store.address(), language.to_owned(), write.is_some());
        use_effect_with(change, move |(_, language, _)| {
            if let Some(write) = write {
                host.tell(HostEvent::Change {
                    state: write(&store.session, &store.tables),
                    language: language.clone(),
                    currency: store.session.entries.currency.clone(),
                });
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
