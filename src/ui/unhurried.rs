//! What need not be drawn at every step: the figure under the finger comes first.

use super::opened::{from_below, from_screen};
use super::scene::Scene;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What stands below the first screen sees: not the ranges that come after the answer.
#[derive(Properties)]
pub struct BelowProps {
    /// The whole scene.
    pub scene: Scene,
}

impl PartialEq for BelowProps {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&self.scene, &other.scene);
        own.store.address() == other.store.address()
            && Rc::ptr_eq(&own.answer, &other.answer)
            && own.says_like(other)
    }
}

/// What stands below the first screen: it follows a frame later than the answer.
#[component]
pub fn Below(props: &BelowProps) -> Html {
    let shown = use_state(|| props.scene.clone());
    let to = shown.setter();
    use_effect_with(props.scene.clone(), move |scene| {
        let overtaken = Rc::new(Cell::new(false));
        let (next, late) = (scene.clone(), overtaken.clone());
        scene.host.when_painted(Callback::from(move |()| {
            if !late.get() {
                to.set(next.clone());
            }
        }));
        move || overtaken.set(true)
    });
    html! { <StillBelow scene={(*shown).clone()} /> }
}

#[component]
fn StillBelow(props: &BelowProps) -> Html {
    from_below(&props.scene)
}

/// What the inputs see: the same while a level is merely looked at.
#[derive(Properties)]
pub struct InputsProps {
    /// The whole scene.
    pub scene: Scene,
}

impl PartialEq for InputsProps {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&self.scene, &other.scene);
        own.store.session.entries == other.store.session.entries
            && own.answer.stale == other.answer.stale
            && own.answer.own_level == other.answer.own_level
            && own.says_like(other)
    }
}

/// The numbers of the business and its ordinary day.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    from_screen(&props.scene, |screen| (screen.inputs)(&props.scene))
}
