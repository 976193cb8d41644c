//! What is forgone, taken apart.

use crate::context::Context;
use crate::features::breakdown::made_of::{MadeOf, Part};
use yew::prelude::*;

/// The table of the parts at both levels.
pub fn made_of(context: &Context) -> Html {
    let view = MadeOf::new(&context.answer);
    let [here, best] = [&view.here, &view.best].map(|level| context.text(level));
    let row = |part: &Part| {
        html! {
            <tr>
                <th scope="row">{context.text(&part.what)}</th>
                <td class="number" data-label={here.clone()}>{context.figure(&part.here)}</td>
                <td class="number" data-label={best.clone()}>{context.figure(&part.best)}</td>
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
