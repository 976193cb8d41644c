//! How sure is it?

use crate::present::certainty::{Certainty, Found, RangeView};
use crate::ui::block::block;
use crate::ui::icon::{Icon, icon, verdict_shape, zone};
use crate::ui::panels::tornado::tornado;
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::{Message, say};
use model::Verdict;
use yew::prelude::*;

/// How much of a drawing's width.
fn across(x: f64) -> String {
    format!("{:.2}", 100.0 * x)
}

fn progress(scene: &Scene, view: &Certainty) -> Html {
    let (done, all) = view.progress;
    let simulating = scene.simulating.clone();
    let (name, label, onclick) = if view.under_way {
        let stop = Callback::from(move |_: MouseEvent| simulating.cancel());
        ("certainty-cancel", say::certainty_cancel(), stop)
    } else {
        let start = Callback::from(move |_: MouseEvent| simulating.again());
        ("certainty-redraw", say::certainty_redraw(), start)
    };
    html! { <>
        <div class="row">
            <label for="certainty-progress" class="small">{speak(scene, &view.progress_words)}</label>
            <progress class="progress" id="certainty-progress" max={all.to_string()} value={done.to_string()} />
            <button type="button" class="button" {name} {onclick}>{scene.text(&label)}</button>
        </div>
        <div role="status">
            if let Some(notice) = &view.notice {
                <p class="notice notice-caution">{icon(Icon::Caution)}<span>{scene.text(notice)}</span></p>
            }
        </div>
    </> }
}

fn share(scene: &Scene, (verdict, words): &(Verdict, Message)) -> Html {
    html! {
        <span class={classes!("chip", zone(*verdict))}>{verdict_shape(*verdict)}<span>{speak(scene, words)}</span></span>
    }
}

fn range(scene: &Scene, view: &RangeView) -> Html {
    let [low, middle, high] = view.places;
    html! {
        <li>
            <span>{scene.text(&view.label)}</span><span>{speak(scene, &view.words)}</span>
            <svg class={classes!("range", view.side.map(zone))} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" y="4" width="100" height="2" />
                <rect x={across(low)} y="2.5" width={across(high - low)} height="5" />
                <rect class="median" x={across(middle)} width=".8" height="10" />
            </svg>
        </li>
    }
}

fn found(scene: &Scene, found: &Found) -> Html {
    let earlier = found.earlier.then_some("stale");
    html! { <>
        if found.earlier {
            <p class="notice">{icon(Icon::Info)}<span>{scene.text(&say::certainty_earlier())}</span></p>
        }
        {block(scene, "certainty-shares", |scene| html! { <p class={classes!("row", earlier)}>{ for found.shares.iter().map(|each| share(scene, each)) }</p> })}
        <div class={classes!("stack", earlier)}>
            <h3>{scene.text(&say::certainty_ranges())}</h3>
            {block(scene, "certainty-ranges", |scene| html! { <ul class="ranges">{ for found.ranges.iter().map(|each| range(scene, each)) }</ul> })}
        </div>
    </> }
}

/// How sure is it?
pub fn certainty(scene: &Scene) -> Html {
    let view = Certainty::new(&scene.answer, scene.tables(), &scene.view.draws);
    html! { <>
        {block(scene, "certainty", |scene| html! { <p>{speak(scene, &view.intro)}</p> })}
        {progress(scene, &view)}
        if let Some(said) = &view.without_worker { <p class="small">{scene.text(said)}</p> }
        if let Some(last) = &view.found { {found(scene, last)} }
        {tornado(scene, &view.tornado)}
        <p class="notice">{icon(Icon::Info)}<span>{scene.text(&say::certainty_weak())}</span></p>
        <p class="small">{scene.text(&say::certainty_independent())}</p>
    </> }
}
