//! A small chart over time.

use crate::present::chart::Curve;
use crate::present::plot::Plot;
use crate::ui::curve::{path, percent};
use crate::ui::scene::Scene;
use l10n::figure::Figure;
use l10n::text::Message;
use yew::prelude::*;

/// The plot within the drawing, shares of its height: words stand below.
const TOP: f64 = 0.06;
const HEIGHT: f64 = 0.8;

fn up(y: f64) -> String {
    percent(TOP + HEIGHT * (1.0 - y))
}

fn anchor(x: f64) -> &'static str {
    match x {
        0.0 => "start",
        1.0 => "end",
        _ => "middle",
    }
}

/// A chart under its heading; lines and area in the colour of a zone, if one is given.
pub fn plot(scene: &Scene, plot: &Plot, zone: Option<&'static str>) -> Html {
    let looks = [None, Some("curve-dashed")];
    let line = |(curve, look): (&Curve, Option<&'static str>)| {
        html! { <path class={classes!("curve", look, zone)} d={path(curve)} /> }
    };
    let gridline = |(y, _): &(f64, Figure)| {
        html! { <line class="gridline" x1="0" x2="100%" y1={up(*y)} y2={up(*y)} /> }
    };
    let tick = |(y, figure): &(f64, Figure)| {
        html! { <text x="100%" y={up(*y)} dy="-.4em" text-anchor="end">{scene.figure(figure)}</text> }
    };
    let mark = |(x, message): &(f64, Message)| {
        html! { <text x={percent(*x)} y="96%" text-anchor={anchor(*x)}>{scene.text(message)}</text> }
    };
    html! {
        <figure class="chart">
            <h3>{scene.text(&plot.title)}</h3>
            <svg class="chart-plot chart-plot-low" role="img" aria-label={scene.text(&plot.summary)}>
                <rect class="band" x="0" y={up(1.0)} width={percent(plot.shaded)} height={percent(HEIGHT)} />
                { for plot.ticks.iter().map(gridline) }
                <svg x="0" y={up(1.0)} width="100%" height={percent(HEIGHT)} viewBox="0 0 1000 1000" preserveAspectRatio="none">
                    if !plot.area.is_empty() {
                        <path class={classes!("area", zone)} d={format!("{}Z", path(&plot.area))} />
                    }
                    { for plot.lines.iter().zip(looks).map(line) }
                </svg>
                { for plot.ticks.iter().map(tick) }
                { for plot.marks.iter().map(mark) }
            </svg>
        </figure>
    }
}

/// What a line or a shade stands for.
pub fn key(scene: &Scene, look: &'static str, message: &Message) -> Html {
    html! {
        <li>
            <svg class="key" aria-hidden="true">
                if look == "key-box" {
                    <rect class="key-box" width="100%" height="100%" rx="3" />
                } else {
                    <line class={classes!("curve", look)} x1="2" y1="50%" x2="96%" y2="50%" />
                }
            </svg>
            {scene.text(message)}
        </li>
    }
}
