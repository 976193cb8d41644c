//! A small chart over time.

use crate::present::chart::Curve;
use crate::present::figure::Figure;
use crate::present::plot::Plot;
use crate::present::text::Message;
use crate::ui::scene::Scene;
use std::fmt::Write as _;
use yew::prelude::*;

/// The plot within the drawing, shares of its height: words stand below.
const TOP: f64 = 0.06;
const HEIGHT: f64 = 0.8;

/// A share, 0..1, as percent; without the printing of floats, which weighs kilobytes.
fn percent(share: f64) -> String {
    let tenths = (1000.0 * share).round() as u32;
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn up(y: f64) -> String {
    percent(TOP + HEIGHT * (1.0 - y))
}

/// The path of a curve on a drawing of 1,000 by 1,000.
fn path(curve: &Curve) -> String {
    let mut path = String::new();
    for (index, (x, y)) in curve.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let (x, y) = ((1000.0 * x) as u32, (1000.0 * (1.0 - y)) as u32);
        let _ = write!(path, "{letter}{x} {y}");
    }
    path
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
