//! What is forgone, taken apart.

use crate::present::made_of::{MadeOf, Part};
use crate::ui::scene::Scene;
use yew::prelude::*;

/// The table of the parts at both levels.
pub fn made_of(scene: &Scene) -> Html {
    let view = MadeOf::new(&scene.answer);
    let [here, best] = [&view.here, &view.best].map(|level| scene.text(level));
    let row = |part: &Part| {
        html! {
            <tr>
                <th scope="row">{scene.text(&part.what)}</th>
                <td class="number" data-label={here.clone()}>{scene.figure(&part.here)}</td>
                <td class="number" data-label={best.clone()}>{scene.figure(&part.best)}</td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <thead><tr><td></td><th scope="col" class="number">{here.clone()}</th><th scope="col" class="number">{best.clone()}</th></tr></thead>
            <tbody>{ for view.parts.iter().map(row) }</tbody>
        </table>
    }
}
