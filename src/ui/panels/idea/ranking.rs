//! The ideas in a table, the best first.

use super::card::chip;
use crate::present::idea::{IdeaView, ResultView, ranked};
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::say;
use model::Worth;
use yew::prelude::*;

/// The ranking; nothing where there is nothing to compare.
pub fn ranking(scene: &Scene, ideas: &[IdeaView]) -> Html {
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
    let columns = columns.map(|column| scene.text(&column));
    let row = |(rank, (idea, result)): (usize, &(&IdeaView, &ResultView))| {
        let best = rank == 0 && result.worth == Worth::Pays;
        let cells = [
            speak(scene, &result.net.clone().into()),
            speak(scene, &result.gain.clone().into()),
            speak(scene, &result.cost),
            speak(scene, &result.payback),
            chip(scene, result),
        ];
        let cells = columns.iter().zip(cells).map(|(column, cell)| {
            html! { <td class="number" data-label={column.clone()}>{cell}</td> }
        });
        html! {
            <tr class={classes!(best.then_some("best"), result.stale.then_some("stale"))}>
                <th scope="row">{scene.text(&idea.name)}</th>
                { for cells }
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{scene.text(&say::idea_ranking())}</caption>
            <thead><tr>
                <th scope="col">{scene.text(&say::idea_name())}</th>
                { for columns.iter().map(|column| html! { <th scope="col" class="number">{column}</th> }) }
            </tr></thead>
            <tbody>{ for ranked.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
