//! The queue behind one customer: who pays for extra care at the counter.

mod drawing;

use crate::context::{Context, ContextProps};
use crate::features::queue::view::{AT_HAND, FIELDS, Line, QueueView, too_long};
use crate::session::{Action, Entry, Field};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::panel_field::{fields, stale_notice, use_view};
use crate::widgets::speak::speak;
use drawing::drawing;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

/// The two tolerances at hand.
fn tolerances(context: &Context) -> Html {
    let entries = &context.session.entries;
    let now = entries.number(Field::Tolerance, context.tables());
    let button = |seconds: f64| {
        let onclick = context
            .on(move |_: MouseEvent| Action::Number(Field::Tolerance, Entry::Number(seconds)));
        html! {
            <button type="button" class="button button-quiet" data-tolerance={(seconds as u32).to_string()}
                aria-pressed={(now == seconds).to_string()} {onclick}>
                {context.text(&say::QueueAtHand { seconds: Figure::integer(seconds) }.into())}
            </button>
        }
    };
    html! {
        <div class="row">
            <p class="small">{context.text(&say::queue_tolerances())}</p>
            { for AT_HAND.into_iter().map(button) }
        </div>
    }
}

fn table(context: &Context, view: &QueueView) -> Html {
    let titles = [&view.now, &view.after].map(|line| context.text(&line.title));
    let [now, after] = &titles;
    let rows = view.rows.iter().zip(&view.now.facts).zip(&view.after.facts);
    let row = |((label, before), later)| {
        html! {
            <tr>
                <th scope="row">{speak(context, label)}</th>
                <td class="number" data-label={now.clone()}>{speak(context, before)}</td>
                <td class="number" data-label={after.clone()}>{speak(context, later)}</td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{context.text(&say::queue_table())}</caption>
            <thead><tr>
                <th scope="col">{context.text(&say::queue_fact())}</th>
                { for titles.iter().map(|title| html! { <th scope="col" class="number">{title}</th> }) }
            </tr></thead>
            <tbody>{ for rows.map(row) }</tbody>
        </table>
    }
}

fn result(context: &Context, view: &QueueView) -> Html {
    let caution = |line: &Line| {
        let words = line.caution.as_ref()?;
        Some(html! {
            <p class="notice notice-caution">{icon(Icon::Caution)}<span><strong>{context.text(&line.title)}{". "}</strong>{speak(context, words)}</span></p>
        })
    };
    html! { <>
        {block(context, "queue-lines", |context| html! { <div class="pair">{drawing(context, &view.now)}{drawing(context, &view.after)}</div> })}
        {block(context, "queue-table", |context| table(context, view))}
        <div class="stack" role="status">
            { for [&view.now, &view.after].into_iter().filter_map(caution) }
            {block(context, "queue-extra", |context| html! { <p>{speak(context, &view.extra)}</p> })}
        </div>
        {block(context, "queue-hours", |context| html! { <p class="small">{speak(context, &view.hours)}</p> })}
        <p class="small">{context.text(&say::queue_erlang())}</p>
    </> }
}

/// The queue behind one customer.
#[component]
pub fn QueuePanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let (view, stale) = use_view(context, QueueView::new);
    html! { <>
        <p>{context.text(&say::queue_intro())}</p>
        {fields(context, "queue", &FIELDS)}
        {tolerances(context)}
        if let Some(error) = too_long(&context.session.entries, context.tables()) {
            <p class="field-error" role="alert">{icon(Icon::Caution)}{context.text(&error)}</p>
        }
        {stale_notice(context, stale)}
        if let Some(view) = view {
            <div class={classes!("stack", stale.then_some("stale"))}>{result(context, &view)}</div>
        }
    </> }
}
