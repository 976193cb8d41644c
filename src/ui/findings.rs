//! What the closed panels say: found once the input rests, never while something is dragged or typed.

use super::parts::panels;
use super::scene::Scene;
use crate::present::Answer;
use crate::present::load::Load;
use l10n::text::Message;
use model::Tables;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What a panel of an id has found.
pub type Find = fn(&Answer, &Tables, &str) -> Option<Message>;

/// What the panels have found, and for which answer.
#[derive(Clone)]
struct Findings {
    answer: Rc<Answer>,
    said: Rc<[Option<Message>]>,
}

/// A sentence for each panel, where there is one, and whether they are of another answer.
pub type Told = (Rc<[Option<Message>]>, bool);

impl Findings {
    fn new(find: Find, ids: &[&str], scene: &Scene) -> Self {
        // A figure is found by its name where it explains itself: not in a heading, and a panel
        // that is open may look at it from another start.
        let one = |id: &&str| find(&scene.answer, scene.tables(), id).map(Message::unnamed);
        Self {
            answer: scene.answer.clone(),
            said: ids.iter().map(one).collect(),
        }
    }
}

/// What the panels of these ids have found last; nothing until their part and its texts are here.
#[hook]
pub fn use_findings(scene: &Scene, ids: &'static [&'static str]) -> Option<Told> {
    let texts = scene.languages.more() == Load::Here;
    let find = panels().filter(|_| texts).map(|panels| panels.finding);
    // Where the page is drawn once only, all is there and nothing comes later.
    let found = use_state(|| find.map(|find| Findings::new(find, ids, scene)));
    let is_known = found
        .as_ref()
        .is_some_and(|found| *found.answer == *scene.answer);
    let (to, scene_then) = (found.setter(), scene.clone());
    // Every action starts the rest anew, even one that leaves the answer as it was.
    use_effect_with((scene.seen.actions, find.is_some()), move |_| {
        let overtaken = Rc::new(Cell::new(false));
        if let Some(find) = find.filter(|_| !is_known) {
            let (host, late) = (scene_then.host.clone(), overtaken.clone());
            host.when_rested(Callback::from(move |()| {
                if !late.get() {
                    to.set(Some(Findings::new(find, ids, &scene_then)));
                }
            }));
        }
        move || overtaken.set(true)
    });
    let found = found.as_ref().filter(|_| find.is_some())?;
    // Amounts of another currency would be told as amounts of this one.
    let currency = &scene.answer.entries.currency;
    let stale = scene.answer.stale || !is_known;
    (found.answer.entries.currency == *currency).then(|| (found.said.clone(), stale))
}
