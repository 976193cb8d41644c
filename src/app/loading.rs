//! Fetches what is wanted: the texts of languages and the parts of the program.

use crate::context::dispatcher::Dispatcher;
use crate::context::languages::LanguagesEvent;
use crate::context::load::Load;
use crate::context::part::Part;
use crate::context::parts::{BELOW, SCREEN};
use crate::context::shared::Shared;
use crate::context::state::State;
use crate::context::view::{View, ViewEvent};
use crate::event::{ErrorCode, HostEvent};
use crate::platform::host::Host;
use crate::platform::schedule::Priority;
use yew::prelude::*;

/// What the visitor looks at first: what is in sight is wanted at once.
pub fn first_view(host: &dyn Host, open: &[AttrValue]) -> View {
    let mut view = View::opened(open);
    view.begin(Part::Screen, SCREEN.get().is_some());
    view.further = BELOW.get().is_some();
    view.begin(Part::Below, view.further && host.at_once());
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
    // Another calculator of the page has loaded the part: the answers of all come first.
    let waits = use_mut_ref(|| None);
    {
        let (host, to, further) = (host.clone(), dispatcher.clone(), view.further);
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
                if part == Part::Below && further {
                    let later = host.schedule(Priority::Rest, then.reform(|()| true));
                    waits.replace(Some(later));
                } else {
                    host.load(part, then);
                }
            }
        });
    }
    let complete = view.load(Part::Screen).and(view.load(Part::Below)) == Load::Here;
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
