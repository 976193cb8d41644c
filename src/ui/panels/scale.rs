//! Individual approach at scale: what it costs at 5, 10 and 500 orders a day.

use super::fields::{fields, stale_notice, use_view};
use crate::present::scale::{FIELDS, Row, ScaleView};
use crate::ui::block::block;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

fn table(scene: &Scene, view: &ScaleView) -> Html {
    let orders = scene.text(&say::scale_orders());
    let columns = [
        say::scale_individual(),
        say::scale_standard(),
        say::scale_saving(),
        say::scale_people_individual(),
        say::scale_people_standard(),
    ];
    let columns = columns.map(|column| scene.text(&column));
    let row = |row: &Row| {
        let figure = |figure: &Figure| figure.clone().into();
        let cells = [
            &row.individual,
            &row.standard,
            &row.saving,
            &row.people_individual,
            &row.people_standard,
        ];
        let cells = columns.iter().zip(cells).map(|(column, cell)| {
            html! { <td class="number" data-label={column.clone()}>{speak(scene, &figure(cell))}</td> }
        });
        html! {
            <tr class={row.own.then_some("best")}>
                <th scope="row" data-label={orders.clone()}>{speak(scene, &row.title)}</th>
                { for cells }
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{scene.text(&say::scale_table())}</caption>
            <thead><tr>
                <th scope="col">{orders.clone()}</th>
                { for columns.iter().map(|column| html! { <th scope="col" class="number">{column}</th> }) }
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
    }
}

/// Individual approach at scale.
#[component]
pub fn ScalePanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let (view, stale) = use_view(scene, ScaleView::new);
    let result = view.map(|view| {
        html! {
            <div class={classes!("stack", stale.then_some("stale"))}>
                {block(scene, "scale-table", |scene| table(scene, &view))}
                {block(scene, "scale-break-even", |scene| html! { <p role="status">{speak(scene, &view.break_even)}</p> })}
                {block(scene, "scale-exceptions", |scene| html! { <p class="small">{speak(scene, &view.exceptions)}</p> })}
            </div>
        }
    });
    html! { <>
        <p>{scene.text(&say::scale_intro())}</p>
        {fields(scene, "scale", &FIELDS)}
        {stale_notice(scene, stale)}
        {result}
    </> }
}
