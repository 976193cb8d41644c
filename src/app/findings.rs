//! What the closed panels say: found once the input rests, never while something is dragged or typed.

use crate::answer::Answer;
use crate::context::Context;
use crate::context::load::Load;
use crate::context::parts::PANELS;
use crate::panel::Panel;
use crate::platform::schedule::Priority;
use crate::shared::Shared;
use l10n::text::Message;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// Finds what a panel has to tell of an answer.
type Find = fn(Panel, &Answer, &Tables) -> Option<Message>;

/// What the panels have found, and for which answer.
#[derive(Clone)]
struct Findings {
    answer: Shared<Answer>,
    said: Rc<[Option<Message>]>,
}

/// A sentence for each panel, where there is one, and whether they are of another answer.
pub type Told = (Rc<[Option<Message>]>, bool);

impl Findings {
    fn new(find: Find, context: &Context) -> Self {
        // A figure is found by its name where it explains itself: not in a heading, and a panel
        // that is open may look at it from another start.
        let one = |panel| find(panel, &context.answer, context.tables()).map(Message::unnamed);
        Self {
            answer: context.answer.clone(),
            said: Panel::ALL.into_iter().map(one).collect(),
        }
    }
}

/// What the panels have found last; nothing until their part and its texts are here.
#[hook]
pub fn use_findings(context: &Context) -> Option<Told> {
    let texts = context.languages.more() == Load::Here;
    let find: Option<Find> = PANELS.get().filter(|_| texts).map(|panels| panels.finding);
    // Where the page is drawn once only, all is there and nothing comes later.
    let found = use_state(|| find.map(|find| Findings::new(find, context)));
    let is_known = found
        .as_ref()
        .is_some_and(|found| *found.answer == *context.answer);
    let (to, latest) = (found.setter(), context.clone());
    // Every action starts the pause anew, even one that leaves the answer as it was.
    use_effect_with((context.session.clone(), find.is_some()), move |_| {
        let find = find.filter(|_| !is_known);
        let scheduled = find.map(|find| {
            let then = {
                let latest = latest.clone();
                Callback::from(move |()| to.set(Some(Findings::new(find, &latest))))
            };
            latest.host.schedule(Priority::Rest, then)
        });
        move || drop(scheduled)
    });
    let found = found.as_ref().filter(|_| find.is_some())?;
    // Amounts of another currency would be told as amounts of this one.
    let currency = &context.answer.entries.currency;
    let stale = context.answer.stale || !is_known;
    (found.answer.entries.currency == *currency).then(|| (found.said.clone(), stale))
}
