//! The chart on paper: its wings differ by hatching and line, so that it can be read in black and white.

use crate::present::chart::{Chart, Curve, Step};
use crate::present::names;
use crate::ui::scene::Scene;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use std::fmt::Write as _;
use yew::prelude::*;

/// The plot within a drawing of 640 by 250.
const LEFT: f64 = 62.0;
const WIDTH: f64 = 566.0;
const TOP: f64 = 40.0;
const HEIGHT: f64 = 158.0;
const BOTTOM: f64 = TOP + HEIGHT;

fn across(x: f64) -> i32 {
    (LEFT + WIDTH * x).round() as i32
}

fn up(y: f64) -> i32 {
    (BOTTOM - HEIGHT * y.clamp(0.0, 1.0)).round() as i32
}

fn attribute(place: i32) -> String {
    place.to_string()
}

/// The path of a curve, in tenths of the drawing's units.
fn path(curve: &Curve) -> String {
    let mut path = String::new();
    for (index, (x, y)) in curve.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let x = (10.0 * (LEFT + WIDTH * x)) as i32;
        let y = (10.0 * (BOTTOM - HEIGHT * y.clamp(0.0, 3.0))) as i32;
        // Writing into a string cannot fail.
        let _ = write!(path, "{letter}{x} {y}");
    }
    path
}

fn area(curve: &Curve) -> String {
    let ends = curve.first().zip(curve.last());
    let (left, right) = ends.map_or((0.0, 0.0), |((left, _), (right, _))| (*left, *right));
    let bottom = 10 * BOTTOM as i32;
    format!(
        "{}L{} {bottom}L{} {bottom}Z",
        path(curve),
        10 * across(right),
        10 * across(left)
    )
}

fn anchor(x: f64) -> &'static str {
    match x {
        x if x < 0.12 => "start",
        x if x > 0.88 => "end",
        _ => "middle",
    }
}

/// A swatch of a wing with its name.
fn key(scene: &Scene, wing: &'static str, name: &Message) -> Html {
    html! {
        <span class="key">
            <svg viewBox="0 0 44 18" width="44" height="18" aria-hidden="true">
                <rect width="44" height="18" fill={format!("url(#hatch-{wing})")} />
                <path class={format!("wing wing-{wing}")} d="M0 1H44" />
            </svg>
            {scene.text(name)}
        </span>
    }
}

fn rung(scene: &Scene, step: &Step) -> Html {
    html! { <>
        <text x={attribute(across(step.x))} y="212" text-anchor="middle">{scene.figure(&step.level)}</text>
        <text class="rung-name" x={attribute(across(step.x))} y="224" text-anchor={anchor(step.x)}>{scene.text(&names::rung(&step.id))}</text>
    </> }
}

fn wing(name: &'static str, curve: &Curve) -> Html {
    html! {
        <g>
            <path d={area(curve)} fill={format!("url(#hatch-{name}-fine)")} />
            <path class={format!("wing wing-{name}")} d={path(curve)} />
        </g>
    }
}

/// Lines that lean one way where too little is lost, the other way where too much is spent; `fine` in
/// the tenths that wings are drawn in.
fn hatch(id: String, left: bool, scale: &'static str) -> Html {
    let lean = if left { "rotate(45)" } else { "rotate(-45)" };
    let gap = if left { "6" } else { "3" };
    html! {
        <pattern {id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform={format!("{scale} {lean}")}>
            <path d="M0 0V6" class="hatch" />
        </pattern>
    }
}

/// The chart, with a key to its wings.
pub fn drawing(scene: &Scene, chart: &Chart) -> Html {
    let o = &scene.answer.outcome;
    let (low, high) = chart.band;
    let band = format!(
        "{} {}",
        scene.text(&say::report_chart_sufficient()),
        scene.figure(&Figure::level(o.sufficient).range(o.band.0, o.band.1))
    );
    let told = scene.answer.is_own(scene.tables());
    let who = if scene.answer.is_what_if {
        say::report_chart_tried()
    } else {
        say::report_chart_you()
    };
    let you = format!(
        "{} {}",
        scene.text(&who),
        scene.figure(&Figure::level(o.level))
    );
    let (x, y) = chart.you;
    let shade = |(low, high): (f64, f64), class: &'static str| {
        let width = (across(high) - across(low)).max(1);
        html! { <rect {class} x={attribute(across(low))} y={attribute(TOP as i32)} width={attribute(width)} height={attribute(HEIGHT as i32)} /> }
    };
    let ticks = chart.money_ticks.iter().map(|(y, figure)| {
        let at = attribute(up(*y));
        let below = attribute(up(*y) + 4);
        html! { <>
            <line class="rule" x1={attribute(LEFT as i32)} x2={attribute(across(1.0))} y1={at.clone()} y2={at} />
            <text x={attribute(LEFT as i32 - 6)} y={below} text-anchor="end">{scene.figure(figure)}</text>
        </> }
    });
    let summary = say::ChartSummary {
        low: Figure::level(o.band.0),
        high: Figure::level(o.band.1),
        level: Figure::level(o.level),
        forgone: Figure::money(o.gap_to_sufficient),
    };
    html! {
        <figure class="plate">
            <svg viewBox="0 0 640 246" role="img" aria-label={scene.text(&summary.into())}>
                <defs>
                    {hatch("hatch-lost".to_owned(), true, "scale(1)")}
                    {hatch("hatch-spent".to_owned(), false, "scale(1)")}
                    {hatch("hatch-lost-fine".to_owned(), true, "scale(10)")}
                    {hatch("hatch-spent-fine".to_owned(), false, "scale(10)")}
                </defs>
                if let Some(likely) = chart.likely { {shade(likely, "shade-likely")} }
                {shade((low, high), "shade-band")}
                { for ticks }
                // What towers over all else leaves the plot, as it does on the screen.
                <svg x="62" y="37" width="568" height="163" viewBox="620 370 5680 1630" overflow="hidden">
                    {wing("lost", &chart.lost)}
                    {wing("spent", &chart.spent)}
                </svg>
                <text class="strong" x={attribute(across((low + high) / 2.0))} y="14" text-anchor={anchor((low + high) / 2.0)}>{band}</text>
                if told {
                    <line class="you" x1={attribute(across(x))} x2={attribute(across(x))} y1="32" y2={attribute(BOTTOM as i32)} />
                    <circle class="you" cx={attribute(across(x))} cy={attribute(up(y))} r="5" />
                    <text class="strong" x={attribute(across(x))} y="29" text-anchor={anchor(x)}>{you}</text>
                }
                { for chart.steps.iter().map(|step| rung(scene, step)) }
                <text x={attribute(across(0.5))} y="242" text-anchor="middle">{scene.text(&say::chart_axis())}</text>
            </svg>
            <figcaption class="fine">
                {key(scene, "lost", &say::chart_lost())}
                {key(scene, "spent", &say::chart_spent())}
                if chart.likely.is_some() { <span>{scene.text(&say::report_chart_likely())}</span> }
            </figcaption>
        </figure>
    }
}
