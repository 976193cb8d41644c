//! The ideas in a table, the best first.

use crate::context::Context;
use crate::features::idea::panel::card::chip;
use crate::features::idea::view::{IdeaView, ResultView, ranked};
use crate::widgets::speak::speak;
use l10n::text::say;
use model::Worth;
use yew::prelude::*;

/// The ranking; nothing where there is nothing to compare.
pub fn ranking(context: &Context, ideas: &[IdeaView]) -> Html {
    let ranked = ranked(ideas);
    if ranked.len() < 2 {
        return Html::default();
    }
    let columns = [
        say::idea_net(),
        say::idea_gain(),
        say::idea_cost(),
        say::idea_paid_back(),
        say::idea_verdict(),
    ];
    let columns = columns.map(|column| context.text(&column));
    let row = |(rank, (idea, result)): (usize, &(&IdeaView, &ResultView))| {
        let best = rank == 0 && result.worth == Worth::Pays;
        let cells = [
            speak(context, &result.net.clone().into()),
            speak(context, &result.gain.clone().into()),
            speak(context, &result.cost),
            speak(context, &result.payback),
            chip(context, result),
        ];
        let cells = columns.iter().zip(cells).map(|(column, cell)| {
            html! { <td class="number" data-label={column.clone()}>{cell}</td> }
        });
        html! {
            <tr class={classes!(best.then_some("best"), result.stale.then_some("stale"))}>
                <th scope="row">{context.text(&idea.name)}</th>
                { for cells }
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{context.text(&say::idea_ranking())}</caption>
            <thead><tr>
                <th scope="col">{context.text(&say::idea_name())}</th>
                { for columns.iter().map(|column| html! { <th scope="col" class="number">{column}</th> }) }
            </tr></thead>
            <tbody>{ for ranked.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
