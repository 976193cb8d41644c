//! What moves the loss most, as bars around its central value.

use crate::present::certainty::{Bar, Tornado};
use crate::ui::block::block;
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

/// Half the thickness of the line at the central loss.
const HALF: f64 = 0.002;

/// A part of a bar, from one end to the other.
fn part(class: &'static str, from: f64, to: f64) -> Html {
    let x = format!("{:.2}", 100.0 * from.min(to));
    let width = format!("{:.2}", 100.0 * (to - from).abs());
    html! { <rect {class} {x} {width} height="8" /> }
}

fn bar(scene: &Scene, middle: f64, bar: &Bar) -> Html {
    let (low, high) = bar.ends;
    html! {
        <li key={bar.id.clone()}>
            <span>{scene.text(&bar.label)}</span><span class="small">{speak(scene, &bar.words)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                {part("low", middle, low)}
                {part("high", middle, high)}
                {part("middle", middle - HALF, middle + HALF)}
            </svg>
        </li>
    }
}

fn key(scene: &Scene, class: &'static str, words: &Message) -> Html {
    html! {
        <li><svg class="swatch" aria-hidden="true"><rect {class} width="100%" height="100%" /></svg>{scene.text(words)}</li>
    }
}

/// The tornado.
pub fn tornado(scene: &Scene, view: &Tornado) -> Html {
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <div class={classes!("stack", stale)}>
            <h3>{scene.text(&say::certainty_tornado())}</h3>
            if view.bars.is_empty() {
                <p>{scene.text(&say::certainty_nothing())}</p>
            } else {
                {block(scene, "tornado", |scene| html! { <p class="small">{speak(scene, &view.hint)}</p> })}
                <ul class="legend">
                    {key(scene, "low", &say::certainty_at_low())}
                    {key(scene, "high", &say::certainty_at_high())}
                </ul>
                {block(scene, "tornado-bars", |scene| html! { <ul class="tornado">{ for view.bars.iter().map(|each| bar(scene, view.middle, each)) }</ul> })}
            }
        </div>
    }
}
