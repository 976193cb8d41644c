//! "You" on the chart, to drag by mouse, finger or keys. It is drawn by itself, so that it follows
//! before all that is said of where it has come.

use crate::context::Context;
use crate::features::chart::panel::{PLOT_BOTTOM, PLOT_HEIGHT, across, up};
use crate::features::chart::view::Chart;
use crate::session::Action;
use crate::widgets::curve::percent;
use l10n::figure::Figure;
use l10n::text::say;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of the handle.
#[derive(Properties, PartialEq)]
pub struct HandleProps {
    /// What it gets.
    pub context: Context,
    /// The shapes of the context's answer.
    pub chart: Rc<Chart>,
    /// The level where it stands, points.
    pub at: f64,
    /// Called with the level that it is moved to.
    pub on_move: Callback<f64>,
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

/// "You", or, before anything is told of the visitor, what can be tried.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let HandleProps {
        context,
        chart,
        at,
        on_move,
    } = props;
    let (at, o) = (*at, &context.answer.outcome);
    let level = Figure::level(at);
    let forgone = Figure::money(o.gap_to_sufficient);
    let (x, y) = chart.at(at);
    let (left, right) = chart.levels;
    let onkeydown = {
        let (context, on_move) = (context.clone(), on_move.clone());
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "Home" => left,
                "End" => right,
                "Escape" => return context.send(Action::WhatIf(None)),
                key => match step(key) {
                    Some(step) => at + step,
                    None => return,
                },
            };
            event.prevent_default();
            on_move.emit(to.clamp(0.0, 100.0));
        }
    };
    let told = context.answer.entries.tells_level(context.tables());
    let who = if told && !context.answer.is_what_if {
        say::chart_you()
    } else {
        say::chart_attempt()
    };
    let flag = format!("{} {}", context.text(&who), context.figure(&level));
    let likely = chart.you_likely.map(|(low, high)| {
        let (low, high) = (low.max(0.0), high.min(1.0));
        let height = percent(PLOT_HEIGHT / 100.0 * (high - low).max(0.0));
        html! { <rect class="likely" x={across(x)} y={up(high)} width="7" {height} rx="3.5" transform="translate(-3.5 0)" /> }
    });
    let flag_x = across(x.clamp(0.1, 0.9));
    let (x, y) = (across(x), up(y.clamp(0.0, 1.0)));
    html! {
        <g class="handle" tabindex="0" role="slider" aria-label={context.text(&say::chart_handle())}
            aria-valuemin="0" aria-valuemax="100" aria-valuenow={context.format.machine(at)}
            aria-valuetext={context.text(&say::ChartHandleValue { level, forgone }.into())} {onkeydown}>
            <rect class="stem" x={x.clone()} y="9%" width="1.5" height={percent(PLOT_BOTTOM / 100.0 - 0.09)} transform="translate(-.75 0)" />
            {likely}
            <circle class="knob" cx={x.clone()} cy={y} r="9" />
            <svg x={flag_x} y="8.5%" overflow="visible">
                <rect class="hit" x="-2.8em" y="-.2em" width="5.6em" height="2.4em" />
                <rect class="flag" x="-2.8em" width="5.6em" height="1.8em" rx="6" />
                <text y="1.6em" text-anchor="middle">{flag}</text>
            </svg>
        </g>
    }
}
