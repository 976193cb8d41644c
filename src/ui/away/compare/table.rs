//! What sets the cases apart, figure by figure; each in its own currency.

use super::list::letter;
use crate::present::compare::{Cell, CompareView, Compared, LETTERS, Row};
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

/// The scene as it counts money in the currency of a case.
fn counting(scene: &Scene, case: &Compared) -> Scene {
    let format = scene.host.format(scene.catalog.language(), case.currency());
    Scene {
        format,
        block: None,
        ..scene.clone()
    }
}

/// Letter and name, as the label of a cell where the table becomes a list.
fn label(place: usize, case: &Compared) -> String {
    let letter = LETTERS.get(place).copied().unwrap_or_default();
    [letter, " ", &case.name].concat()
}

fn table(scene: &Scene, view: &CompareView, caption: &Message, rows: &[Row]) -> Html {
    let scenes: Vec<Scene> = view
        .cases
        .iter()
        .map(|case| counting(scene, case))
        .collect();
    let head = |(place, case): (usize, &Compared)| {
        html! { <th scope="col">{letter(place)}{" "}{case.name.clone()}</th> }
    };
    let cell = |(place, cell): (usize, &Cell)| {
        let scene = scenes.get(place).unwrap_or(scene);
        let label = view.cases.get(place).map(|case| label(place, case));
        html! {
            <td data-label={label}>
                <span class="case-value">
                    {speak(scene, &cell.value.clone().unnamed())}
                    if let Some(difference) = &cell.difference {
                        <br /><span class="case-difference">{scene.text(difference)}</span>
                    }
                </span>
            </td>
        }
    };
    let row = |row: &Row| {
        html! {
            <tr data-row={row.id.clone()}>
                <th scope="row">{scene.text(&row.what)}</th>
                { for row.cells.iter().enumerate().map(cell) }
            </tr>
        }
    };
    html! {
        <div class="wide-table" role="region" tabindex="0" aria-label={scene.text(caption)}>
            <table class="table case-table">
                <caption>{scene.text(caption)}</caption>
                <thead><tr><th scope="col">{scene.text(&say::compare_case())}</th>{ for view.cases.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// What is found, and the inputs in which they differ.
pub fn tables(scene: &Scene, view: &CompareView) -> Html {
    let Some(first) = view.cases.first() else {
        return Html::default();
    };
    let name = first.name.clone().into();
    html! { <>
        if !view.one_currency { <p class="small">{scene.text(&say::compare_currencies())}</p> }
        <p class="small">{scene.text(&say::CompareBase { name }.into())}</p>
        {table(scene, view, &say::compare_found(), &view.found)}
        if !view.inputs.is_empty() { {table(scene, view, &say::compare_differ(), &view.inputs)} }
    </> }
}
