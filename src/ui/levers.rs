//! What to do first.

use super::block::block;
use super::scene::Scene;
use super::speak::speak;
use crate::present::levers::{Lever, levers};
use crate::present::text::say;
use yew::prelude::*;

/// The levers, ranked.
pub fn levers_card(scene: &Scene) -> Html {
    let stale = scene.answer.stale.then_some("stale");
    let o = &scene.answer.outcome;
    let lever = |lever: &Lever| {
        let id = format!("lever-{}", lever.id);
        block(scene, id, |scene| {
            html! {
                <li class="lever" key={lever.id}>
                    <h3>{scene.text(&lever.title)}</h3>
                    <span class="lever-money">{speak(scene, &say::LeverGain { gain: lever.gain.clone() }.into())}</span>
                    <p>
                        {speak(scene, &lever.sentence)}
                        if !lever.worth_it { {" "}<strong>{scene.text(&say::lever_not_worth())}</strong> }
                    </p>
                </li>
            }
        })
    };
    html! {
        <section class="card" aria-labelledby="levers-title">
            <h2 class="card-title" id="levers-title">{scene.text(&say::card_levers())}</h2>
            <ol class={classes!("levers", stale)}>{ for levers(&scene.answer).iter().map(lever) }</ol>
            if o.level < o.adequate { <p class="small">{scene.text(&say::lever_level_first())}</p> }
        </section>
    }
}
