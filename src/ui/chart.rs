//! The chart: what each level forgoes.

use super::curve::{path, percent};
use super::disclosure::disclosure;
use super::handle::{Handle, Pull};
use super::opened::from_panels;
use super::rung_picture::rung_lines;
use super::scene::{Scene, SceneProps};
use super::speak::speak;
use crate::present::chart::{Chart, Curve, Step};
use crate::session::Action;
use l10n::figure::Figure;
use l10n::text::say;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The plot within the drawing, in percent of its height: words above it, the rungs below.
const PLOT_TOP: f64 = 17.0;
pub(super) const PLOT_HEIGHT: f64 = 57.0;
pub(super) const PLOT_BOTTOM: f64 = PLOT_TOP + PLOT_HEIGHT;

pub(super) fn across(x: f64) -> String {
    percent(x)
}

pub(super) fn up(y: f64) -> String {
    percent((PLOT_BOTTOM - PLOT_HEIGHT * y) / 100.0)
}

/// What lies under a curve, down to the bottom of the drawing.
fn area(curve: &Curve) -> String {
    let ends = curve.first().zip(curve.last());
    let (left, right) = ends.map_or((0.0, 0.0), |((left, _), (right, _))| (*left, *right));
    let (left, right) = ((1000.0 * left) as i32, (1000.0 * right) as i32);
    format!("{}L{right} 1000L{left} 1000Z", path(curve))
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
fn share_across(event: &PointerEvent, plot: &NodeRef) -> Option<f64> {
    let bounds = plot.cast::<Element>()?.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    x.is_finite().then_some(x)
}

/// The chairs along the level axis.
fn steps(scene: &Scene, chart: &Chart) -> Html {
    let step = |step: &Step| {
        let class = if step.here { "step here" } else { "step" };
        html! {
            <g {class}>
                <svg x={across(step.x)} y="76%" overflow="visible"><g class="rung-picture" transform="translate(-16 0) scale(.5)">{rung_lines(&step.id)}</g></svg>
                <text x={across(step.x)} y="92%" text-anchor="middle">{scene.figure(&step.level)}</text>
            </g>
        }
    };
    chart.steps.iter().map(step).collect()
}

fn drawing(scene: &Scene, chart: &Rc<Chart>, pull: &Pull) -> Html {
    let o = &scene.answer.outcome;
    let (low, high) = chart.band;
    let band = format!(
        "{} {}",
        scene.text(&say::chart_band()),
        scene.figure(&Figure::level(o.sufficient).range(o.band.0, o.band.1))
    );
    let money = chart.money_ticks.iter().map(|(y, _)| {
        html! { <line class="gridline" x1="0" x2="100%" y1={up(*y)} y2={up(*y)} /> }
    });
    let tolerance = up(chart.tolerance.0);
    let likely = chart.likely.map(|(low, high)| {
        html! { <rect class="band likely-band" x={across(low)} y="10%" width={across(high - low)} height="64%" /> }
    });
    html! { <>
        {likely}
        <rect class="band" x={across(low)} y="10%" width={across(high - low)} height="64%" />
        { for money }
        <line class="tick" x1="0" x2="100%" y1={tolerance.clone()} y2={tolerance} />
        <svg x="0" y={percent(PLOT_TOP / 100.0)} width="100%" height={percent(PLOT_HEIGHT / 100.0)} viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
            <path class="area zone-under" d={area(&chart.lost)} />
            <path class="area zone-over" d={area(&chart.spent)} />
            <path class="curve zone-under" d={path(&chart.lost)} />
            <path class="curve zone-over" d={path(&chart.spent)} />
        </svg>
        <text class="on-band" x={across((low + high) / 2.0)} y="6%" text-anchor={anchor((low + high) / 2.0)}>{band}</text>
        {steps(scene, chart)}
        if scene.answer.is_what_if {
            <circle class="ghost" cx={across(chart.own)} cy={percent(PLOT_BOTTOM / 100.0)} r="6" />
        }
        <Handle scene={scene.clone()} chart={chart.clone()} pull={pull.clone()} />
    </> }
}

/// The amounts along the left edge, evenly spaced from the bottom to the top of the plot.
fn amounts(scene: &Scene, chart: &Chart) -> Html {
    let amounts = chart.money_ticks.iter().rev();
    html! {
        <div class="money-axis" aria-hidden="true">
            { for amounts.map(|(_, figure)| html! { <span>{scene.figure(figure)}</span> }) }
        </div>
    }
}

/// What stands below the drawing: how to try another level, or how to come back from one.
fn trying(scene: &Scene) -> Html {
    if !scene.answer.is_what_if {
        return html! { <p class="small hint">{scene.text(&say::chart_hint())}</p> };
    }
    let level = Figure::level(scene.answer.outcome.level);
    let own = Figure::level(scene.answer.own_level);
    html! {
        <div class="whatif" role="status">
            <p>{speak(scene, &say::WhatIfLooking { level, own }.into())}</p>
            <button type="button" class="button" name="adopt" onclick={scene.on(|_: MouseEvent| Action::Adopt)}>{scene.text(&say::what_if_adopt())}</button>
            <button type="button" class="button button-quiet" name="back" onclick={scene.on(|_: MouseEvent| Action::WhatIf(None))}>{scene.text(&say::what_if_back())}</button>
        </div>
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
    let (drags, pull) = (use_mut_ref(|| false), use_mut_ref(Callback::noop));
    let chart = Chart::new(&scene.answer, scene.tables(), scene.ranges.as_deref());
    let chart = Rc::new(chart);
    let o = &scene.answer.outcome;
    let drag = {
        let (plot, chart, pull) = (plot.clone(), chart.clone(), pull.clone());
        move |event: &PointerEvent| {
            if let Some(x) = share_across(event, &plot) {
                let pull = pull.borrow().clone();
                pull.emit(chart.level_at(x));
            }
        }
    };
    let onpointerdown = {
        let (drags, plot, drag) = (drags.clone(), plot.clone(), drag.clone());
        move |event: PointerEvent| {
            if let Some(plot) = plot.cast::<Element>() {
                // Moves outside the drawing still count; refused where the pointer is gone already.
                let _ = plot.set_pointer_capture(event.pointer_id());
            }
            drags.replace(true);
            drag(&event);
        }
    };
    let onpointermove = {
        let drags = drags.clone();
        move |event: PointerEvent| {
            if *drags.borrow() {
                drag(&event);
            }
        }
    };
    let release = Callback::from(move |_: PointerEvent| {
        drags.replace(false);
    });
    let (low, high) = (Figure::level(o.band.0), Figure::level(o.band.1));
    let level = Figure::level(o.level);
    let forgone = Figure::money(o.gap_to_sufficient);
    let title = say::ChartTitle {
        low: low.clone(),
        high: high.clone(),
    };
    let tolerance = chart.tolerance.1.clone();
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <figure class={classes!("card", "chart", stale)} aria-labelledby="chart-title">
            <h2 class="card-title" id="chart-title">{scene.text(&title.into())}</h2>
            <p class="visually-hidden">{scene.text(&say::ChartSummary { low, high, level, forgone }.into())}</p>
            <p class="axis-title">{scene.text(&say::chart_money())}</p>
            <div class="chart-plot">
                {amounts(scene, &chart)}
                <svg class="plot" role="group" aria-labelledby="chart-title" ref={plot}
                    {onpointerdown} {onpointermove} onpointerup={release.clone()} onpointercancel={release}>
                    {drawing(scene, &chart, &pull)}
                </svg>
                <p class="axis-title axis-level">{scene.text(&say::chart_axis())}</p>
                <p class="wings"><span class="zone-under">{scene.text(&say::chart_lost())}</span><span class="zone-over">{scene.text(&say::chart_spent())}</span></p>
            </div>
            {trying(scene)}
            <p class="small">{speak(scene, &say::ChartTolerance { tolerance }.into())}</p>
            {disclosure(scene, "made-of", &say::chart_made_of(), || from_panels(scene, |panels| (panels.made_of)(scene)))}
        </figure>
    }
}
