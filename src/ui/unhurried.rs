//! What need not be drawn at every step: the figure under the finger comes first.

use super::ladder::ladder_card;
use super::market_card::market_card;
use super::opened::{from_below, from_screen};
use super::scene::Scene;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Which of what stands below the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// What to do first.
    Todo,
    /// All the rest.
    Rest,
}

/// What stands below the answer sees: not each of its ranges, only those that are about it.
#[derive(Properties)]
pub struct BelowProps {
    /// The whole scene.
    pub scene: Scene,
    /// Which of it.
    pub what: What,
}

impl PartialEq for BelowProps {
    fn eq(&self, other: &Self) -> bool {
        let ranges = |props: &Self| {
            let scene = &props.scene;
            let both = scene.ranges.clone().zip(scene.surveyed.clone());
            both.filter(|_| props.what == What::Todo)
        };
        let same = self.what == other.what && ranges(self) == ranges(other);
        let (own, other) = (&self.scene, &other.scene);
        same && own.store.address() == other.store.address()
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
    html! { <StillBelow scene={(*shown).clone()} what={props.what} /> }
}

#[component]
fn StillBelow(props: &BelowProps) -> Html {
    let scene = &props.scene;
    from_below(scene, |below| match props.what {
        What::Todo => (below.todo)(scene),
        What::Rest => (below.rest)(scene),
    })
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

/// The market and its ordinary day.
#[component]
pub fn Day(props: &InputsProps) -> Html {
    html! { <>{market_card(&props.scene)}{ladder_card(&props.scene)}</> }
}

/// The numbers of the business.
#[component]
pub fn NumbersOf(props: &InputsProps) -> Html {
    from_screen(&props.scene, |screen| (screen.numbers)(&props.scene))
}
