//! Tells the page around the calculator what has happened.

use crate::answer::Answer;
use crate::context::shared::Shared;
use crate::context::state::State;
use crate::event::{Found, HostEvent};
use crate::platform::host::Host;
use yew::prelude::*;

/// Tells of the first answer, of every change and of every other answer.
#[hook]
pub fn use_telling(
    host: &Shared<dyn Host>,
    state: &State,
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
    let change = changed.then(|| (session.clone(), language.to_owned()));
    {
        let (host, tables) = (host.clone(), state.tables.clone());
        use_effect_with(change, move |change| {
            if let Some((session, language)) = change {
                host.tell(HostEvent::Change {
                    state: session.to_text(&tables),
                    language: language.clone(),
                    currency: session.entries.currency.clone(),
                });
            }
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
