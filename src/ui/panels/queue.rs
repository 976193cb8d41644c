//! The queue behind one customer: who pays for extra care at the counter.

mod drawing;

use super::fields::{fields, stale_notice, use_view};
use crate::present::queue::{AT_HAND, FIELDS, Line, QueueView, too_long};
use crate::session::{Action, Entry, Field};
use crate::ui::block::block;
use crate::ui::icon::{Icon, icon};
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use drawing::drawing;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

/// The two tolerances at hand.
fn tolerances(scene: &Scene) -> Html {
    let entries = &scene.store.session.entries;
    let now = entries.number(Field::Tolerance, scene.tables());
    let button = |seconds: f64| {
        let onclick =
            scene.on(move |_: MouseEvent| Action::Number(Field::Tolerance, Entry::Number(seconds)));
        html! {
            <button type="button" class="button button-quiet" data-tolerance={(seconds as u32).to_string()}
                aria-pressed={(now == seconds).to_string()} {onclick}>
                {scene.text(&say::QueueAtHand { seconds: Figure::integer(seconds) }.into())}
            </button>
        }
    };
    html! {
        <div class="row">
            <p class="small">{scene.text(&say::queue_tolerances())}</p>
            { for AT_HAND.into_iter().map(button) }
        </div>
    }
}

fn table(scene: &Scene, view: &QueueView) -> Html {
    let titles = [&view.now, &view.after].map(|line| scene.text(&line.title));
    let [now, after] = &titles;
    let rows = view.rows.iter().zip(&view.now.facts).zip(&view.after.facts);
    let row = |((label, before), later)| {
        html! {
            <tr>
                <th scope="row">{speak(scene, label)}</th>
                <td class="number" data-label={now.clone()}>{speak(scene, before)}</td>
                <td class="number" data-label={after.clone()}>{speak(scene, later)}</td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{scene.text(&say::queue_table())}</caption>
            <thead><tr>
                <th scope="col">{scene.text(&say::queue_fact())}</th>
                { for titles.iter().map(|title| html! { <th scope="col" class="number">{title}</th> }) }
            </tr></thead>
            <tbody>{ for rows.map(row) }</tbody>
        </table>
    }
}

fn result(scene: &Scene, view: &QueueView) -> Html {
    let caution = |line: &Line| {
        let words = line.caution.as_ref()?;
        Some(html! {
            <p class="notice notice-caution">{icon(Icon::Caution)}<span><strong>{scene.text(&line.title)}{". "}</strong>{speak(scene, words)}</span></p>
        })
    };
    html! { <>
        {block(scene, "queue-lines", |scene| html! { <div class="pair">{drawing(scene, &view.now)}{drawing(scene, &view.after)}</div> })}
        {block(scene, "queue-table", |scene| table(scene, view))}
        <div class="stack" role="status">
            { for [&view.now, &view.after].into_iter().filter_map(caution) }
            {block(scene, "queue-extra", |scene| html! { <p>{speak(scene, &view.extra)}</p> })}
        </div>
        {block(scene, "queue-hours", |scene| html! { <p class="small">{speak(scene, &view.hours)}</p> })}
        <p class="small">{scene.text(&say::queue_erlang())}</p>
    </> }
}

/// The queue behind one customer.
#[component]
pub fn QueuePanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let (view, stale) = use_view(scene, QueueView::new);
    html! { <>
        <p>{scene.text(&say::queue_intro())}</p>
        {fields(scene, "queue", &FIELDS)}
        {tolerances(scene)}
        if let Some(error) = too_long(&scene.store.session.entries, scene.tables()) {
            <p class="field-error" role="alert">{icon(Icon::Caution)}{scene.text(&error)}</p>
        }
        {stale_notice(scene, stale)}
        if let Some(view) = view {
            <div class={classes!("stack", stale.then_some("stale"))}>{result(scene, &view)}</div>
        }
    </> }
}
