//! Ten customers: served at the counter, waiting, and waiting longer than they like.

use crate::present::queue::{Line, Mood};
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use yew::prelude::*;

/// Width of the drawing, in its own units.
const WIDTH: f64 = 340.0;

/// A share of the width in whole units: printing fractions weighs kilobytes.
fn units(share: f64) -> i32 {
    (WIDTH * share).round() as i32
}

fn person((x, mood): &(f64, Mood)) -> Html {
    let x = units(*x);
    let class = match mood {
        Mood::Served => "served",
        Mood::Waiting => "waiting",
        Mood::Upset => "upset",
    };
    html! {
        <g {class}>
            <circle cx={x.to_string()} cy="26" r="6" />
            <path d={format!("M{} 52v-8a9 9 0 0 1 18 0v8z", x - 9)} />
            // An exclamation mark, so that colour is not alone.
            if *mood == Mood::Upset { <path d={format!("M{x} 4v7M{x} 15v.01")} /> }
        </g>
    }
}

/// The drawing with its words.
pub fn drawing(scene: &Scene, line: &Line) -> Html {
    let counter = (line.counter > 0.0).then(|| {
        html! { <rect class="counter" x="2" y="52" width={(units(line.counter) - 4).to_string()} height="14" rx="4" /> }
    });
    html! {
        <figure class="stack">
            <h3>{scene.text(&line.title)}</h3>
            <svg class="queue" viewBox={format!("0 0 {} 72", units(1.0))} aria-hidden="true">
                { for line.people.iter().map(person) }
                {counter}
            </svg>
            <figcaption class="small">{speak(scene, &line.caption)}</figcaption>
        </figure>
    }
}
