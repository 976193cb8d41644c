//! What sets the cases apart, figure by figure; each in its own currency.

use crate::context::Context;
use crate::features::compare::panel::list::letter;
use crate::features::compare::view::{Cell, CompareView, Compared, LETTERS, Row};
use crate::widgets::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

/// The context as it counts money in the currency of a case.
fn counting(context: &Context, case: &Compared) -> Context {
    let format = context
        .host
        .format(context.catalog.language(), case.currency());
    Context {
        format,
        block: None,
        ..context.clone()
    }
}

/// Letter and name, as the label of a cell where the table becomes a list.
fn label(place: usize, case: &Compared) -> String {
    let letter = LETTERS.get(place).copied().unwrap_or_default();
    [letter, " ", &case.name].concat()
}

fn table(context: &Context, view: &CompareView, caption: &Message, rows: &[Row]) -> Html {
    let scenes: Vec<Context> = view
        .cases
        .iter()
        .map(|case| counting(context, case))
        .collect();
    let head = |(place, case): (usize, &Compared)| {
        html! { <th scope="col">{letter(place)}{" "}{case.name.clone()}</th> }
    };
    let cell = |(place, cell): (usize, &Cell)| {
        let context = scenes.get(place).unwrap_or(context);
        let label = view.cases.get(place).map(|case| label(place, case));
        html! {
            <td data-label={label}>
                <span class="case-value">
                    {speak(context, &cell.value.clone().unnamed())}
                    if let Some(difference) = &cell.difference {
                        <br /><span class="case-difference">{context.text(difference)}</span>
                    }
                </span>
            </td>
        }
    };
    let row = |row: &Row| {
        html! {
            <tr data-row={row.id.clone()}>
                <th scope="row">{context.text(&row.what)}</th>
                { for row.cells.iter().enumerate().map(cell) }
            </tr>
        }
    };
    html! {
        <div class="wide-table" role="region" tabindex="0" aria-label={context.text(caption)}>
            <table class="table case-table">
                <caption>{context.text(caption)}</caption>
                <thead><tr><th scope="col">{context.text(&say::compare_case())}</th>{ for view.cases.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// What is found, and the inputs in which they differ.
pub fn tables(context: &Context, view: &CompareView) -> Html {
    let Some(first) = view.cases.first() else {
        return Html::default();
    };
    let name = first.name.clone().into();
    html! { <>
        if !view.one_currency { <p class="small">{context.text(&say::compare_currencies())}</p> }
        <p class="small">{context.text(&say::CompareBase { name }.into())}</p>
        {table(context, view, &say::compare_found(), &view.found)}
        if !view.inputs.is_empty() { {table(context, view, &say::compare_differ(), &view.inputs)} }
    </> }
}
