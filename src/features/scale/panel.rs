//! Individual approach at scale: what it costs at 5, 10 and 500 orders a day.

use crate::context::{Context, ContextProps};
use crate::features::scale::view::{FIELDS, Row, ScaleView};
use crate::widgets::block::block;
use crate::widgets::panel_field::{fields, stale_notice, use_view};
use crate::widgets::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

fn table(context: &Context, view: &ScaleView) -> Html {
    let orders = context.text(&say::scale_orders());
    let columns = [
        say::scale_individual(),
        say::scale_standard(),
        say::scale_saving(),
        say::scale_people_individual(),
        say::scale_people_standard(),
    ];
    let columns = columns.map(|column| context.text(&column));
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
            html! { <td class="number" data-label={column.clone()}>{speak(context, &figure(cell))}</td> }
        });
        html! {
            <tr class={row.own.then_some("best")}>
                <th scope="row" data-label={orders.clone()}>{speak(context, &row.title)}</th>
                { for cells }
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{context.text(&say::scale_table())}</caption>
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
pub fn ScalePanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let (view, stale) = use_view(context, ScaleView::new);
    let result = view.map(|view| {
        html! {
            <div class={classes!("stack", stale.then_some("stale"))}>
                {block(context, "scale-table", |context| table(context, &view))}
                {block(context, "scale-break-even", |context| html! { <p role="status">{speak(context, &view.break_even)}</p> })}
                {block(context, "scale-exceptions", |context| html! { <p class="small">{speak(context, &view.exceptions)}</p> })}
            </div>
        }
    });
    html! { <>
        <p>{context.text(&say::scale_intro())}</p>
        {fields(context, "scale", &FIELDS)}
        {stale_notice(context, stale)}
        {result}
    </> }
}
