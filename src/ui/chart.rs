//! The chart, and "you" on it as a handle to drag by mouse, finger or keys.

use super::scene::{Scene, SceneProps};
use super::speak::speak;
use crate::present::chart::{Chart, Curve};
use crate::present::figure::Figure;
use crate::present::text::{Message, say};
use crate::session::Action;
use std::fmt::Write as _;
use web_sys::Element;
use yew::prelude::*;

/// The plot within the drawing, in percent of its height: room for words above and below.
const PLOT_TOP: f64 = 17.0;
const PLOT_HEIGHT: f64 = 62.0;
const PLOT_BOTTOM: f64 = PLOT_TOP + PLOT_HEIGHT;

/// A share as percent with two decimals, without the printing of floats, which weighs kilobytes.
fn percent(share: f64) -> String {
    let hundredths = (10_000.0 * share).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}%", size / 100, size % 100)
}

fn across(x: f64) -> String {
    percent(x)
}

fn up(y: f64) -> String {
    percent((PLOT_BOTTOM - PLOT_HEIGHT * y) / 100.0)
}

/// The path of a curve on a drawing of 1,000 by 1,000.
fn path(curve: &Curve) -> String {
    let mut path = String::new();
    for (index, (x, y)) in curve.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let (x, y) = ((1000.0 * x) as i32, (1000.0 * (1.0 - y)) as i32);
        let _ = write!(path, "{letter}{x} {y}");
    }
    path
}

fn area(curve: &Curve) -> String {
    format!("{}L1000 1000L0 1000Z", path(curve))
}

/// Which side of its mark a word stands on.
fn anchor(x: f64) -> &'static str {
    match x {
        x if x < 0.12 => "start",
        x if x > 0.88 => "end",
        _ => "middle",
    }
}

/// Where on the drawing a pointer is, 0..1 across.
fn place(event: &PointerEvent, plot: &NodeRef) -> Option<f64> {
    let bounds = plot.cast::<Element>()?.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    x.is_finite().then_some(x)
}

/// How far a key moves the handle, points.
fn step(key: &str) -> Option<f64> {
    Some(match key {
        "ArrowRight" | "ArrowUp" => 1.0,
        "ArrowLeft" | "ArrowDown" => -1.0,
        "PageUp" => 5.0,
        "PageDown" => -5.0,
        _ => return None,
    })
}

fn words(
    scene: &Scene,
    x: f64,
    y: &'static str,
    class: &'static str,
    message: &Message,
    level: f64,
) -> Html {
    let words = format!(
        "{} {}",
        scene.text(message),
        scene.figure(&Figure::level(level))
    );
    html! { <text {class} x={across(x)} {y} text-anchor={anchor(x)}>{words}</text> }
}

fn handle(scene: &Scene, chart: &Chart) -> Html {
    let o = &scene.answer.outcome;
    let level = Figure::level(o.level);
    let sum = Figure::money(o.loss + o.exceeding.extra_cost);
    let (x, y) = chart.you;
    let (left, right) = chart.levels;
    let onkeydown = {
        let (scene, at) = (scene.clone(), o.level);
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "Home" => left,
                "End" => right,
                "Escape" => return scene.act(Action::WhatIf(None)),
                key => match step(key) {
                    Some(step) => at + step,
                    None => return,
                },
            };
            event.prevent_default();
            scene.act(Action::WhatIf(Some(to.clamp(0.0, 100.0))));
        }
    };
    let flag = format!("{} {}", scene.text(&say::chart_you()), scene.figure(&level));
    html! {
        <g class="handle" tabindex="0" role="slider" aria-label={scene.text(&say::chart_handle())}
            aria-valuemin="0" aria-valuemax="100" aria-valuenow={scene.format.machine(o.level)}
            aria-valuetext={scene.text(&say::ChartHandleValue { level, sum }.into())} {onkeydown}>
            <line class="stem" x1={across(x)} x2={across(x)} y1={up(y)} y2="90%" />
            <circle class="knob" cx={across(x)} cy={up(y)} r="9" />
            <svg x={across(x.clamp(0.08, 0.92))} y="90%" overflow="visible">
                <rect class="hit" x="-22" y="-14em" width="44" height="16em" />
                <rect class="flag" x="-2.6em" width="5.2em" height="1.7em" rx="6" />
                <text y="1.55em" text-anchor="middle">{flag}</text>
            </svg>
        </g>
    }
}

fn drawing(scene: &Scene, chart: &Chart) -> Html {
    let o = &scene.answer.outcome;
    let band_middle = (chart.band.0 + chart.band.1) / 2.0;
    let band = format!(
        "{} {}",
        scene.text(&say::chart_band()),
        scene.figure(&Figure::level(o.sufficient).range(o.band.0, o.band.1))
    );
    let money = chart.money_ticks.iter().map(|(y, figure)| {
        html! { <>
            <line class="gridline" x1="0" x2="100%" y1={up(*y)} y2={up(*y)} />
            if *y > 0.0 {
                <text x="100%" y={up(*y)} dy="-.4em" text-anchor="end">{scene.figure(figure)}</text>
            }
        </> }
    });
    let levels = chart.level_ticks.iter().map(|(x, figure)| {
        html! {
            <text x={across(*x)} y="85.5%" text-anchor={anchor(*x)}>{scene.figure(figure)}</text>
        }
    });
    html! { <>
        <rect class="band" x={across(chart.band.0)} y="13%" width={across(chart.band.1 - chart.band.0)} height="66%" />
        { for money }
        <line class="tick" x1={across(chart.adequate)} x2={across(chart.adequate)} y1="16%" y2="79%" />
        <line class="tick" x1={across(chart.expected)} x2={across(chart.expected)} y1="10.5%" y2="79%" />
        <rect class="rule-mark" x={across(chart.rule.0)} y="79%" width={across(chart.rule.1 - chart.rule.0)} height="1.5%" />
        <svg x="0" y={percent(PLOT_TOP / 100.0)} width="100%" height={percent(PLOT_HEIGHT / 100.0)} viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
            <path class="area zone-under" d={area(&chart.loss)} />
            <path class="area zone-over" d={area(&chart.exceeding)} />
            <path class="curve curve-dotted" d={path(&chart.sum)} />
            <path class="curve zone-under" d={path(&chart.loss)} />
            <path class="curve curve-dashed zone-over" d={path(&chart.exceeding)} />
        </svg>
        <text class="on-band" x={across(band_middle)} y="4%" text-anchor={anchor(band_middle)}>{band}</text>
        {words(scene, chart.expected, "9.5%", "strong", &say::chart_expected(), o.expected)}
        {words(scene, chart.adequate, "15%", "", &say::chart_adequate(), o.adequate)}
        { for levels }
        if scene.answer.is_what_if() {
            <circle class="ghost" cx={across(chart.own)} cy="79%" r="6" />
        }
        {handle(scene, chart)}
    </> }
}

fn legend(scene: &Scene) -> Html {
    let line = |zone: &'static str, class: &'static str, message: Message| {
        html! {
            <li>
                <svg class={classes!("key", zone)} aria-hidden="true"><line class={classes!("curve", class)} x1="2" y1="50%" x2="96%" y2="50%" /></svg>
                {scene.text(&message)}
            </li>
        }
    };
    html! {
        <ul class="legend">
            {line("zone-under", "", say::chart_loss())}
            {line("zone-over", "curve-dashed", say::chart_exceeding())}
            {line("", "curve-dotted", say::chart_sum())}
            <li><svg class="key" aria-hidden="true"><rect class="key-box" width="100%" height="100%" rx="3" /></svg>{scene.text(&say::chart_band())}</li>
            <li><svg class="key" aria-hidden="true"><rect class="rule-mark" y="35%" width="100%" height="30%" /></svg>{scene.text(&say::chart_rule())}</li>
        </ul>
    }
}

/// The chart.
pub fn chart(scene: &Scene) -> Html {
    html! { <ChartCard scene={scene.clone()} /> }
}

/// The chart's card.
#[component]
fn ChartCard(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let plot = use_node_ref();
    let dragging = use_state(|| false);
    let chart = Chart::new(&scene.answer);
    let o = &scene.answer.outcome;
    let drag = {
        let (scene, plot, chart) = (scene.clone(), plot.clone(), chart.clone());
        move |event: &PointerEvent| {
            if let Some(x) = place(event, &plot) {
                scene.act(Action::WhatIf(Some(chart.level_at(x))));
            }
        }
    };
    let onpointerdown = {
        let (dragging, plot, drag) = (dragging.clone(), plot.clone(), drag.clone());
        move |event: PointerEvent| {
            if let Some(plot) = plot.cast::<Element>() {
                // Moves outside the drawing still count; refused where the pointer is gone already.
                let _ = plot.set_pointer_capture(event.pointer_id());
            }
            dragging.set(true);
            drag(&event);
        }
    };
    let onpointermove = {
        let dragging = dragging.clone();
        move |event: PointerEvent| {
            if *dragging {
                drag(&event);
            }
        }
    };
    let release = {
        let dragging = dragging.clone();
        Callback::from(move |_: PointerEvent| dragging.set(false))
    };
    let (low, high) = (Figure::level(o.band.0), Figure::level(o.band.1));
    let level = Figure::level(o.level);
    let own = Figure::level(scene.answer.own_level);
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <figure class={classes!("card", "chart", stale)} aria-labelledby="chart-title">
            <h2 class="card-title" id="chart-title">{scene.text(&say::card_chart())}</h2>
            <p class="visually-hidden">{scene.text(&say::ChartSummary { low, high, level: level.clone() }.into())}</p>
            <svg class="chart-plot" role="group" aria-labelledby="chart-title" ref={plot}
                {onpointerdown} {onpointermove} onpointerup={release.clone()} onpointercancel={release}>
                {drawing(scene, &chart)}
            </svg>
            {legend(scene)}
            if scene.answer.is_what_if() {
                <div class="whatif" role="status">
                    <p>{speak(scene, &say::WhatIfLooking { level, own }.into())}</p>
                    <button type="button" class="button" name="adopt" onclick={scene.on(|_: MouseEvent| Action::Adopt)}>{scene.text(&say::what_if_adopt())}</button>
                    <button type="button" class="button button-quiet" name="back" onclick={scene.on(|_: MouseEvent| Action::WhatIf(None))}>{scene.text(&say::what_if_back())}</button>
                </div>
            } else {
                <p class="small">{scene.text(&say::chart_hint())}</p>
            }
        </figure>
    }
}
