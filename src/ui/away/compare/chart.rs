//! All cases on one chart; each line has its letter, its dashes and its colour.

use super::list::{letter, look};
use crate::present::compare::{CompareView, Compared, Line};
use crate::ui::curve::{path, percent};
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

/// The plot within the drawing, shares of its height; the bands stand below.
const TOP: f64 = 0.06;
const HEIGHT: f64 = 0.68;
const BANDS: f64 = 0.78;
/// From one band to the next.
const STEP: f64 = 0.022;

fn up(y: f64) -> String {
    percent(TOP + HEIGHT * (1.0 - y.min(1.08)))
}

/// The chart, what it finds, and what its lines are.
pub fn chart(scene: &Scene, view: &CompareView) -> Html {
    let drawing = &view.drawing;
    let (low, high) = drawing.levels;
    let title = if view.one_currency {
        say::compare_chart()
    } else {
        say::compare_chart_share()
    };
    let note = say::CompareChartNote {
        low: Figure::level(low),
        high: Figure::level(high),
    };
    let gridline = |(y, _): &(f64, Figure)| {
        html! { <line class="gridline" x1="0" x2="100%" y1={up(*y)} y2={up(*y)} /> }
    };
    // In the currency that all have: the page's may be another.
    let format = view
        .cases
        .first()
        .map(|case| scene.host.format(scene.catalog.language(), case.currency()));
    let format = format.unwrap_or_else(|| scene.format.clone());
    // On the left: to the right the curves rise through them.
    let tick = |(y, figure): &(f64, Figure)| {
        html! { <text x="0" y={up(*y)} dy="-.4em">{format.figure(figure)}</text> }
    };
    let curve = |(place, line): (usize, &Line)| html! { <path class={classes!("curve", look(place))} d={path(&line.curve)} /> };
    let mark = |(place, line): (usize, &Line)| {
        let (x, y) = line.you;
        let (left, right) = line.band;
        let y_band = percent(BANDS + STEP * place as f64);
        html! { <g class={look(place)}>
            <rect class="case-band" x={percent(left)} y={y_band} width={percent(right - left)} height="5" />
            <circle class="case-dot" cx={percent(x)} cy={up(y)} r="5" />
            <text class="case-label" x={percent(line.label.0)} y={up(line.label.1)} text-anchor="middle">{line.letter}</text>
        </g> }
    };
    let of = |(place, case): (usize, &Compared)| {
        let outcome = &case.answer.outcome;
        let said = say::CompareChartOf {
            name: case.name.clone().into(),
            level: Figure::level(outcome.level),
            low: Figure::level(outcome.band.0),
            high: Figure::level(outcome.band.1),
        };
        html! { <li key={place}>{letter(place)}{scene.text(&said.into())}</li> }
    };
    let lines = &drawing.lines;
    let edge = |level: f64, x: &'static str, anchor: &'static str| {
        html! { <text {x} y="98%" text-anchor={anchor}>{scene.figure(&Figure::level(level))}</text> }
    };
    html! { <>
        if let Some(finding) = &view.finding { <p data-cases="finding">{speak(&Scene { format: format.clone(), block: None, ..scene.clone() }, &finding.clone().unnamed())}</p> }
        <figure class="chart case-chart">
            <h3>{scene.text(&title)}</h3>
            <svg class="chart-plot" role="img" aria-label={scene.text(&title)}>
                { for drawing.ticks.iter().map(gridline) }
                <svg x="0" y={percent(TOP)} width="100%" height={percent(HEIGHT)} viewBox="0 0 1000 1000" preserveAspectRatio="none">
                    { for lines.iter().enumerate().map(curve) }
                </svg>
                { for drawing.ticks.iter().map(tick) }
                { for lines.iter().enumerate().map(mark) }
                {edge(low, "0", "start")}
                <text x="50%" y="98%" text-anchor="middle">{scene.text(&say::chart_axis())}</text>
                {edge(high, "100%", "end")}
            </svg>
            <ul class="case-keys">{ for view.cases.iter().enumerate().map(of) }</ul>
            <p class="small">{scene.text(&note.into())}</p>
        </figure>
    </> }
}
