//! What to do first.

use super::say::{Say, say as speak};
use super::scene::use_scene;
use crate::present::levers::{Lever, levers};
use crate::present::text::say;
use yew::prelude::*;

/// The levers, ranked.
#[component]
pub fn LeversCard() -> Html {
    let Some(scene) = use_scene() else {
        return Html::default();
    };
    let stale = scene.answer.stale.then_some("stale");
    let o = &scene.answer.outcome;
    let lever = |lever: &Lever| {
        html! {
            <li class="lever" key={lever.id}>
                <h3>{scene.text(&lever.title)}</h3>
                <span class="lever-money"><Say message={say::lever_gain(lever.gain.clone())} /></span>
                <p>
                    {speak(&scene, &lever.sentence)}
                    if !lever.worth_it { {" "}<strong>{scene.text(&say::lever_not_worth())}</strong> }
                </p>
            </li>
        }
    };
    html! {
        <section class="card" aria-labelledby="levers-title">
            <h2 class="card-title" id="levers-title">{scene.text(&say::card_levers())}</h2>
            <ol class={classes!("levers", stale)}>{ for levers(&scene.answer).iter().map(lever) }</ol>
            if o.level < o.adequate { <p class="small">{scene.text(&say::lever_level_first())}</p> }
        </section>
    }
}
