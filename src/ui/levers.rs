//! What to do first: what can be begun on Monday.

use super::block::block;
use super::scene::Scene;
use super::speak::speak;
use super::survey::Survey;
use crate::present::ladder::assumed;
use crate::present::levers::{Begin, Lever, levers};
use crate::present::load::Load;
use l10n::text::say;
use yew::prelude::*;

/// What to begin with, which is among the later texts.
fn begin(scene: &Scene, begin: &Begin) -> Html {
    match begin {
        _ if scene.languages.more() != Load::Here => Html::default(),
        Begin::Ask(question) => html! { <p>{scene.text(question)}</p> },
        Begin::With(names) if !names.is_empty() => html! {
            <p>{scene.text(&say::begin_with())}{" "}
                { for names.iter().enumerate().map(|(index, name)| html! { <>
                    if index > 0 { {"; "} }<strong>{scene.text(name)}</strong>
                </> }) }
            </p>
        },
        Begin::With(_) | Begin::Nothing => Html::default(),
    }
}

fn lever(scene: &Scene, lever: &Lever) -> Html {
    block(scene, format!("lever-{}", lever.id), |scene| {
        html! {
            <li class={classes!("lever", (!lever.worth_it).then_some("lever-not"))} key={lever.id} data-lever={lever.id}>
                <h3>{scene.text(&lever.title)}</h3>
                if let Some(gain) = lever.gain.clone() {
                    <span class="lever-money">{speak(scene, &say::LeverGain { gain }.into())}</span>
                }
                <div class="lever-more">
                    if !lever.worth_it { <p><strong>{scene.text(&say::lever_not_worth())}</strong></p> }
                    <p>{speak(scene, &lever.sentence)}</p>
                    if lever.worth_it { {begin(scene, &lever.begin)} }
                </div>
            </li>
        }
    })
}

/// The levers, ranked; knowing more first.
pub fn levers_card(scene: &Scene) -> Html {
    let stale = scene.answer.stale.then_some("stale");
    let o = &scene.answer.outcome;
    html! {
        <section class="card" part="todo" aria-labelledby="levers-title">
            <h2 class="card-title" id="levers-title">{scene.text(&say::card_levers())}</h2>
            if let Some(assumed) = assumed(&scene.answer, scene.tables()) { <p class="small">{scene.text(&assumed)}</p> }
            <ol class={classes!("levers", stale)}>
                <Survey scene={scene.clone()} />
                { for levers(&scene.answer, scene.tables()).iter().map(|each| lever(scene, each)) }
            </ol>
            if o.level < o.adequate { <p class="small">{scene.text(&say::lever_level_first())}</p> }
        </section>
    }
}
