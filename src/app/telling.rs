//! Tells the page around the calculator what has happened.

use crate::answer::Answer;
use crate::context::dispatcher::Dispatcher;
use crate::context::parts::REST;
use crate::context::state::State;
use crate::context::view::ViewEvent;
use crate::event::{Found, HostEvent};
use crate::platform::host::Host;
use crate::platform::part::Part;
use crate::shared::Shared;
use yew::prelude::*;

/// Tells of the first answer, of every change and of every other answer.
#[hook]
pub fn use_telling(
    host: &Shared<dyn Host>,
    state: &State,
    dispatcher: &Dispatcher,
    answer: Option<&Shared<Answer>>,
    language: &str,
) {
    {
        let host = host.clone();
        use_effect_with((), move |()| host.tell(HostEvent::Ready));
    }
    // Until something is entered or another language chosen there is nothing to write down.
    let first = use_state(|| language.to_owned());
    let session = &state.session;
    let changed = session.can_reset() || session.can_undo() || *first != language;
    let change = changed.then(|| (session.clone(), language.to_owned(), REST.get().is_some()));
    {
        let (host, tables, to) = (host.clone(), state.tables.clone(), dispatcher.clone());
        use_effect_with(change, move |change| {
            let Some((session, language, _)) = change else {
                return;
            };
            let Some(rest) = REST.get() else {
                // The part that writes the session down is told of the change once it is here.
                return to.send(ViewEvent::Want(Part::Rest));
            };
            host.tell(HostEvent::Change {
                state: (rest.write)(session, &tables),
                language: language.clone(),
                currency: session.entries.currency.clone(),
            });
        });
    }
    let (host, answer) = (host.clone(), answer.cloned());
    use_effect_with(answer, move |answer| {
        if let Some(answer) = answer {
            let Answer {
                entries, outcome, ..
            } = &**answer;
            let (currency, segment, tier) = (&entries.currency, &entries.segment, &entries.tier);
            host.tell(HostEvent::Result(Found::new(
                outcome, currency, segment, tier,
            )));
        }
    });
}
