//! If nothing changes: five years with standards controlled or not.

use super::fields::stale_notice;
use super::plot::{key, plot};
use crate::present::forecast::{ForecastView, Row};
use crate::ui::block::block;
use crate::ui::icon::{Icon, icon};
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::segmented::Segmented;
use crate::ui::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

const CONTROLLED: &str = "controlled";
const UNCONTROLLED: &str = "uncontrolled";

fn table(scene: &Scene, rows: &[Row]) -> Html {
    let titles = [
        say::forecast_when(),
        say::forecast_expected(),
        say::forecast_level(),
        say::forecast_loss(),
    ]
    .map(|title| scene.text(&title));
    let [when, expected, level, loss] = &titles;
    let cell = |title: &String, figure: &Figure| {
        let figure = figure.clone().into();
        html! { <td class="number" data-label={title.clone()}>{speak(scene, &figure)}</td> }
    };
    let row = |row: &Row| {
        html! {
            <tr>
                <th scope="row">{scene.text(&row.when)}</th>
                {cell(expected, &row.expected)}
                {cell(level, &row.level)}
                {cell(loss, &row.loss)}
            </tr>
        }
    };
    html! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{when}</th>
                    { for [expected, level, loss].map(|title| html! { <th scope="col" class="number">{title}</th> }) }
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// The panel "If nothing changes".
#[component]
pub fn ForecastPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let controlled = use_state(|| false);
    let Some(view) = ForecastView::new(&scene.answer, scene.tables(), *controlled) else {
        return Html::default();
    };
    let on_choose = {
        let controlled = controlled.clone();
        move |chosen: String| controlled.set(chosen == CONTROLLED)
    };
    let chosen = if *controlled {
        CONTROLLED
    } else {
        UNCONTROLLED
    };
    let option = |value: &'static str, label| (value.into(), scene.text(&label).into());
    let stale = scene.answer.stale;
    let [levels, loss] = &view.plots;
    html! { <>
        <p>{scene.text(&say::forecast_intro())}</p>
        <Segmented name="forecast-control" legend={scene.text(&say::forecast_control())} {chosen} {on_choose} options={vec![
            option(UNCONTROLLED, say::forecast_uncontrolled()),
            option(CONTROLLED, say::forecast_controlled()),
        ]} />
        {stale_notice(scene, stale)}
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(scene, "forecast-verdict", |scene| html! { <p role="status">{speak(scene, &view.verdict)}</p> })}
            <div class="pair">{plot(scene, levels, None)}{plot(scene, loss, Some("zone-under"))}</div>
            <ul class="legend">
                {key(scene, "", &say::forecast_expected())}
                {key(scene, "curve-dashed", &say::forecast_level())}
            </ul>
            {block(scene, "forecast-table", |scene| table(scene, &view.rows))}
            {block(scene, "forecast-comparison", |scene| html! { <p>{speak(scene, &view.comparison)}</p> })}
            {block(scene, "forecast-assumption", |scene| html! { <p class="notice">{icon(Icon::Info)}<span>{speak(scene, &view.assumption)}</span></p> })}
        </div>
    </> }
}
