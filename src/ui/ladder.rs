//! Six chairs: what an ordinary day is like, and what such days forgo. Picking one makes it yours.

use super::icon::zone;
use super::opened::from_below;
use super::rung_picture::rung_picture;
use super::scene::Scene;
use super::speak::speak;
use crate::present::ladder::{RungView, ladder, whose};
use crate::session::Action;
use l10n::text::say;
use yew::prelude::*;

fn bar(view: &RungView) -> Html {
    let width = ((1000.0 * view.bar) as u32).max(4).to_string();
    html! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect {width} height="10" />
            if view.cut { <path class="break" d="M930 12 950-2M960 12 980-2" /> }
        </svg>
    }
}

fn rung(scene: &Scene, view: &RungView) -> Html {
    let id = view.id.clone();
    let chosen = scene.clone();
    let onchange = scene.on(move |_: Event| {
        // What is to be noted of an answer of one's own stands there.
        chosen.want_more_texts();
        Action::Rung(id.clone())
    });
    html! {
        <label class={classes!("rung", zone(view.side), view.near.then_some("near"))} key={view.id.clone()}>
            if scene.interactive {
                <input type="radio" name="rung" value={view.id.clone()} checked={view.picked} {onchange} />
            }
            {rung_picture(&view.id)}
            <span class="rung-name">{scene.text(&view.name)}
                if view.near { <span class="badge">{scene.text(&say::ladder_near())}</span> }
            </span>
            <span class="rung-example">{scene.text(&view.example)}</span>
            <span class="rung-forgone">
                <strong>{scene.figure(&view.forgone)}</strong>
                <span>{scene.text(&view.side_words)}</span>
            </span>
            {bar(view)}
        </label>
    }
}

/// The chairs, and below them other ways to tell how well one serves.
pub fn ladder_card(scene: &Scene) -> Html {
    let rungs = ladder(&scene.answer, scene.tables());
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <section class="card" part="day" aria-labelledby="day-title">
            <h2 class="card-title" id="day-title">{scene.text(&say::card_service())}</h2>
            <div class={classes!("ladder", stale)} role="radiogroup" aria-labelledby="day-title">{ for rungs.iter().map(|view| rung(scene, view)) }</div>
            <p class="small">{speak(scene, &whose(&scene.answer))}</p>
            <div class="ways">if scene.interactive { {from_below(scene, |below| (below.ways)(scene))} }</div>
        </section>
    }
}
