//! "You" on the chart, to drag by mouse, finger or keys. It is drawn by itself, so that it follows
//! before all that is said of where it has come.

use super::chart::{PLOT_BOTTOM, PLOT_HEIGHT, across, up};
use super::curve::percent;
use super::scene::Scene;
use crate::present::chart::Chart;
use crate::session::Action;
use l10n::figure::Figure;
use l10n::text::say;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How whoever hears the pointer pulls the handle to a level: the handle puts it here.
pub type Pull = Rc<RefCell<Callback<f64>>>;

/// The properties of the handle.
#[derive(Properties)]
pub struct HandleProps {
    /// What it sees.
    pub scene: Scene,
    /// The shapes of the scene's answer.
    pub chart: Rc<Chart>,
    /// Where it tells how it is pulled.
    pub pull: Pull,
}

impl PartialEq for HandleProps {
    fn eq(&self, other: &Self) -> bool {
        // The shapes are those of the scene.
        self.scene == other.scene
    }
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

fn address(scene: &Scene) -> usize {
    Rc::as_ptr(&scene.answer).addr()
}

/// "You", or, before anything is told of him, what can be tried.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let HandleProps { scene, chart, pull } = props;
    // Where it has been pulled to, until there is another answer than at this address.
    let pulled = use_state(|| None::<(f64, usize)>);
    let o = &scene.answer.outcome;
    let at = pulled.filter(|(_, before)| *before == address(scene));
    let at = at.map_or(o.level, |(level, _)| level);
    let moved = {
        let (scene, to) = (scene.clone(), pulled.setter());
        Callback::from(move |level| {
            scene.soon(Action::WhatIf(Some(level)));
            to.set(Some((level, address(&scene))));
        })
    };
    pull.replace(moved.clone());
    let level = Figure::level(at);
    let forgone = Figure::money(o.gap_to_sufficient);
    let (x, y) = chart.at(at);
    let (left, right) = chart.levels;
    let onkeydown = {
        let scene = scene.clone();
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
            moved.emit(to.clamp(0.0, 100.0));
        }
    };
    let told = scene.answer.entries.tells_level(scene.tables());
    let who = if told && !scene.answer.is_what_if {
        say::chart_you()
    } else {
        say::chart_attempt()
    };
    let flag = format!("{} {}", scene.text(&who), scene.figure(&level));
    let likely = chart.you_likely.map(|(low, high)| {
        let (low, high) = (low.max(0.0), high.min(1.0));
        let height = percent(PLOT_HEIGHT / 100.0 * (high - low).max(0.0));
        html! { <rect class="likely" x={across(x)} y={up(high)} width="7" {height} rx="3.5" transform="translate(-3.5 0)" /> }
    });
    let flag_x = across(x.clamp(0.1, 0.9));
    let (x, y) = (across(x), up(y.clamp(0.0, 1.0)));
    html! {
        <g class="handle" tabindex="0" role="slider" aria-label={scene.text(&say::chart_handle())}
            aria-valuemin="0" aria-valuemax="100" aria-valuenow={scene.format.machine(at)}
            aria-valuetext={scene.text(&say::ChartHandleValue { level, forgone }.into())} {onkeydown}>
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
