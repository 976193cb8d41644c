//! Fetches what is wanted: the texts of languages and the parts of the program.

use crate::context::dispatcher::Dispatcher;
use crate::context::languages::LanguagesEvent;
use crate::context::parts::REST;
use crate::context::state::State;
use crate::context::view::{View, ViewEvent};
use crate::event::{ErrorCode, HostEvent};
use crate::platform::host::Host;
use crate::platform::part::Part;
use crate::platform::schedule::Priority;
use crate::shared::Shared;
use yew::prelude::*;

/// What the visitor looks at first: the rest of the page is wanted at once.
pub fn first_view(host: &dyn Host, open: &[AttrValue]) -> View {
    let mut view = View::opened(open);
    let here = REST.get().is_some();
    view.begin(Part::Rest, here);
    view.rests = here && !host.at_once();
    view
}

/// Fetches the texts of languages as they are wanted.
#[hook]
pub fn use_languages(host: &Shared<dyn Host>, state: &State, dispatcher: &Dispatcher) {
    let (host, to) = (host.clone(), dispatcher.clone());
    let files = state.languages.wanting();
    // At each drawing: a fetch that fails at once and is wanted anew meanwhile looks like the same wish.
    use_effect(move || {
        for (language, file) in files {
            to.send(LanguagesEvent::Coming(language.clone(), file));
            let (to, name) = (to.clone(), file.name(&language));
            let (told, missing) = (host.clone(), name.clone());
            let then = move |packed: Option<String>| {
                if packed.is_none() {
                    told.tell(HostEvent::missing(ErrorCode::TextsMissing, &missing));
                }
                to.send(LanguagesEvent::Came(language.clone(), file, packed));
            };
            host.fetch(name, Callback::from(then));
        }
    });
}

/// Loads the parts of the program as they are wanted, and the panels once the page is idle.
#[hook]
pub fn use_parts(host: &Shared<dyn Host>, state: &State, dispatcher: &Dispatcher) {
    let view = &state.view;
    {
        let (host, to) = (host.clone(), dispatcher.clone());
        use_effect_with(view.rests, move |rests| {
            let then = Callback::from(move |()| to.send(ViewEvent::Rested));
            let rested = rests.then(|| host.schedule(Priority::Rest, then));
            move || drop(rested)
        });
    }
    {
        let (host, to) = (host.clone(), dispatcher.clone());
        let parts = view.wanting();
        use_effect(move || {
            for part in parts {
                to.send(ViewEvent::Coming(part));
                let (to, told) = (to.clone(), host.clone());
                let then = Callback::from(move |here| {
                    to.send(ViewEvent::Came(part, here));
                    if !here {
                        told.tell(HostEvent::missing(ErrorCode::PartMissing, part.name()));
                    }
                });
                host.load(part, then);
            }
        });
    }
    let complete = view.is_whole();
    let (host, to) = (host.clone(), dispatcher.clone());
    use_effect_with(complete, move |complete| {
        let foresee = Callback::from(move |()| {
            to.send(ViewEvent::Foresee(Part::Panels));
            to.send(LanguagesEvent::ForeseeMore);
        });
        let prefetch = *complete && !host.saves_data();
        let idle = prefetch.then(|| host.schedule(Priority::Idle, foresee));
        move || drop(idle)
    });
}
