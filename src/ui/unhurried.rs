//! What need not be drawn at every step: the figure under the finger comes first.

use super::breakdown::breakdown_card;
use super::handover::hand;
use super::levers::levers_card;
use super::opened::from_handover;
use super::panel_list::panel_list;
use super::part::Part;
use super::scene::Scene;
use super::store::Turn;
use crate::config::Call;
use crate::present::load::Load;
use l10n::text::say;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Which of what stands below the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// What to do first.
    Todo,
    /// All the rest.
    Rest,
}

/// What stands below the answer sees.
#[derive(Properties)]
struct BelowProps {
    /// The whole scene.
    scene: Scene,
    /// Which of it.
    what: What,
}

impl PartialEq for BelowProps {
    fn eq(&self, other: &Self) -> bool {
        // What asking would bring is said with the ranges, and so are a report and a tally, once all
        // are drawn.
        let ranges = |props: &Self| {
            let scene = &props.scene;
            let told = props.what == What::Todo || scene.view.is_open("panel-take");
            scene.ranges.clone().filter(|_| told && scene.rests())
        };
        let same = self.what == other.what && ranges(self) == ranges(other);
        let (own, other) = (&self.scene, &other.scene);
        same && own.seen.actions == other.seen.actions
            && Rc::ptr_eq(&own.answer, &other.answer)
            && own.says_like(other)
    }
}

/// It follows a frame later than the answer; while the input moves, once that rests: a list that is
/// sorted anew at every step cannot be read, and would only keep the next step waiting. Whoever
/// presses something there gets what is entered.
#[component]
fn Below(props: &BelowProps) -> Html {
    let shown = use_state(|| props.scene.clone());
    let last = shown.clone();
    use_effect_with(props.scene.clone(), move |scene| {
        let overtaken = Rc::new(Cell::new(false));
        let (to, next, late) = (last.setter(), scene.clone(), overtaken.clone());
        let draw = Callback::from(move |()| {
            if !late.get() {
                to.set(next.clone());
            }
        });
        // What is opened, said otherwise or failed is waited for.
        if scene.store.moves && scene.says_like(&last) {
            scene.host.when_rested(draw);
        } else {
            scene.host.when_painted(draw);
        }
        move || overtaken.set(true)
    });
    let class = match props.what {
        What::Todo => "stack",
        What::Rest => "rest",
    };
    let (to, scene) = (shown.setter(), props.scene.clone());
    let hurry = Callback::from(move |()| {
        if scene.store.waits() {
            scene.store.dispatch(Turn::Rest);
        } else {
            to.set(scene.clone());
        }
    });
    let onpointerdown = hurry.reform(|_: PointerEvent| ());
    let onkeydown = hurry.reform(|_: KeyboardEvent| ());
    html! { <div {class} {onpointerdown} {onkeydown}><StillBelow scene={(*shown).clone()} what={props.what} /></div> }
}

#[component]
fn StillBelow(props: &BelowProps) -> Html {
    let scene = &props.scene;
    let offers = props.what == What::Rest && scene.asks_for_lead();
    {
        let scene = scene.clone();
        let says = scene.earlier || !scene.skipped.is_empty();
        use_effect_with((offers, says), move |(offers, says)| {
            if *offers {
                scene.want(Part::Owner);
            } else if *says {
                scene.want_more_texts();
            }
        });
    }
    match props.what {
        What::Todo => html! { <>
            if scene.look.shows("todo") { {levers_card(scene)} }
            if let Some(Call { text, href }) = &scene.look.call {
                <p class="card call" part="call"><a class="button button-primary" href={href.clone()} target="_blank" rel="noopener">{text}</a></p>
            }
        </> },
        What::Rest => {
            let forgotten = scene.clone();
            let forget = move |_| hand(&forgotten, "forget", None, "", Callback::noop());
            html! { <>
                if offers { {from_handover(scene)} }
                if scene.look.shows("breakdown") { {breakdown_card(scene)} }
                {panel_list(scene)}
                if scene.look.storage == Some(true) && scene.languages.more() == Load::Here {
                    <p class="small">{scene.text(&say::take_remembered())}{" "}
                        <button type="button" class="link" name="forget" onclick={forget}>{scene.text(&say::take_forget())}</button>
                    </p>
                }
            </> }
        }
    }
}

/// What to do first.
pub fn todo(scene: &Scene) -> Html {
    html! { <Below scene={scene.clone()} what={What::Todo} /> }
}

/// Where the loss comes from, and what opens on demand.
pub fn rest(scene: &Scene) -> Html {
    html! { <Below scene={scene.clone()} what={What::Rest} /> }
}
