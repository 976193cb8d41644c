//! If nothing changes: five years with standards controlled or not.

use crate::context::{Context, ContextProps};
use crate::features::forecast::view::{ForecastView, Row};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::panel_field::stale_notice;
use crate::widgets::plot_figure::{key, plot};
use crate::widgets::segmented::Segmented;
use crate::widgets::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

const CONTROLLED: &str = "controlled";
const UNCONTROLLED: &str = "uncontrolled";

fn table(context: &Context, rows: &[Row]) -> Html {
    let titles = [
        say::forecast_when(),
        say::forecast_expected(),
        say::forecast_level(),
        say::forecast_loss(),
    ]
    .map(|title| context.text(&title));
    let [when, expected, level, loss] = &titles;
    let cell = |title: &String, figure: &Figure| {
        let figure = figure.clone().into();
        html! { <td class="number" data-label={title.clone()}>{speak(context, &figure)}</td> }
    };
    let row = |row: &Row| {
        html! {
            <tr>
                <th scope="row">{context.text(&row.when)}</th>
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
pub fn ForecastPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let controlled = use_state(|| false);
    let Some(view) = ForecastView::new(&context.answer, context.tables(), *controlled) else {
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
    let option = |value: &'static str, label| (value.into(), context.text(&label).into());
    let stale = context.answer.stale;
    let [levels, loss] = &view.plots;
    html! { <>
        <p>{context.text(&say::forecast_intro())}</p>
        <Segmented name="forecast-control" legend={context.text(&say::forecast_control())} {chosen} {on_choose} options={vec![
            option(UNCONTROLLED, say::forecast_uncontrolled()),
            option(CONTROLLED, say::forecast_controlled()),
        ]} />
        {stale_notice(context, stale)}
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(context, "forecast-verdict", |context| html! { <p role="status">{speak(context, &view.verdict)}</p> })}
            <div class="pair">{plot(context, levels, None)}{plot(context, loss, Some("zone-under"))}</div>
            <ul class="legend">
                {key(context, "", &say::forecast_expected())}
                {key(context, "curve-dashed", &say::forecast_level())}
            </ul>
            {block(context, "forecast-table", |context| table(context, &view.rows))}
            {block(context, "forecast-comparison", |context| html! { <p>{speak(context, &view.comparison)}</p> })}
            {block(context, "forecast-assumption", |context| html! { <p class="notice">{icon(Icon::Info)}<span>{speak(context, &view.assumption)}</span></p> })}
        </div>
    </> }
}
