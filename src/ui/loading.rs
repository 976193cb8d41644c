//! Fetches what is wanted: the texts of languages and the parts of the program.

use super::host::Host;
use super::part::Part;
use super::parts::{below_screen, screen};
use super::view::{View, ViewEvent};
use crate::event::{ErrorCode, HostEvent};
use crate::present::languages::{Languages, LanguagesEvent};
use crate::present::load::Load;
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for Languages {
    type Action = LanguagesEvent;

    fn reduce(self: Rc<Self>, event: LanguagesEvent) -> Rc<Self> {
        Rc::new(self.apply(event))
    }
}

/// The languages, whose files are fetched as they are wanted.
#[hook]
pub fn use_languages(host: &Rc<dyn Host>, first: &Languages) -> UseReducerHandle<Languages> {
    let languages = use_reducer(|| first.clone());
    let (host, to) = (host.clone(), languages.dispatcher());
    let files = languages.wanting();
    // At each drawing: a fetch that fails at once and is wanted anew meanwhile looks like the same wish.
    use_effect(move || {
        for (language, file) in files {
            to.dispatch(LanguagesEvent::Coming(language.clone(), file));
            let (to, name) = (to.clone(), file.name(&language));
            let (told, missing) = (host.clone(), name.clone());
            let then = move |packed: Option<String>| {
                if packed.is_none() {
                    told.tell(HostEvent::missing(ErrorCode::TextsMissing, &missing));
                }
                to.dispatch(LanguagesEvent::Came(language.clone(), file, packed));
            };
            host.fetch(name, Callback::from(then));
        }
    });
    languages
}

/// The parts of the program: what is in sight at once, the rest as it is wanted or when the page
/// is idle.
#[hook]
pub fn use_parts(
    host: &Rc<dyn Host>,
    languages: &UseReducerHandle<Languages>,
    open: &[AttrValue],
) -> UseReducerHandle<View> {
    let view = use_reducer(|| {
        let mut view = View::opened(open);
        view.begin(Part::Screen, screen().is_some());
        view.further = below_screen().is_some();
        view.begin(Part::Below, view.further && host.at_once());
        view
    });
    {
        let (host, to, further) = (host.clone(), view.dispatcher(), view.further);
        let parts = view.wanting();
        use_effect(move || {
            for part in parts {
                to.dispatch(ViewEvent::Coming(part));
                let (to, told) = (to.clone(), host.clone());
                let then = Callback::from(move |here| {
                    to.dispatch(ViewEvent::Came(part, here));
                    if !here {
                        told.tell(HostEvent::missing(ErrorCode::PartMissing, part.name()));
                    }
                });
                if part == Part::Below && further {
                    // Another calculator of the page has brought it: the answers of all come first.
                    host.when_rested(then.reform(|()| true));
                } else {
                    host.load(part, then);
                }
            }
        });
    }
    let complete = view.load(Part::Screen).and(view.load(Part::Below)) == Load::Here;
    let (host, to, texts) = (host.clone(), view.dispatcher(), languages.dispatcher());
    use_effect_with(complete, move |complete| {
        if *complete {
            host.when_idle(Callback::from(move |()| {
                to.dispatch(ViewEvent::Foresee(Part::Panels));
                texts.dispatch(LanguagesEvent::ForeseeMore);
            }));
        }
    });
    view
}
