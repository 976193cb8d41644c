//! The panel "At other prices".

use crate::context::{Context, ContextProps};
use crate::features::repricing::view::{RepricingView, Row};
use crate::names;
use crate::widgets::icon::{verdict_shape, zone};
use crate::widgets::speak::speak;
use l10n::text::say;
use yew::prelude::*;

/// A share as a length on a drawing 100 wide.
fn across(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

/// The levels that are enough, and the present level among them.
fn drawing(row: &Row, at: f64) -> Html {
    let (low, high) = row.band;
    html! {
        <svg class={classes!("range", zone(model::Verdict::Sufficient))} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" y="4" width="100" height="2" />
            <rect x={across(low)} y="2.5" width={across(high - low)} height="5" />
            <rect class="median" x={across(at)} width=".8" height="10" />
        </svg>
    }
}

fn table(context: &Context, view: &RepricingView) -> Html {
    let columns = [
        say::repricing_tier(),
        say::repricing_expected(),
        say::repricing_enough(),
        say::repricing_verdict(),
    ];
    let [tier, expected, enough, verdict] = columns.map(|column| context.text(&column));
    let row = |row: &Row| {
        html! {
            <tr class={row.own.then_some("best")}>
                <th scope="row" data-label={tier.clone()}>{context.text(&row.tier)}</th>
                <td class="number" data-label={expected.clone()}>{context.figure(&row.expected)}</td>
                <td data-label={enough.clone()}>{context.figure(&row.enough)}{drawing(row, view.at)}</td>
                <td data-label={verdict.clone()}>
                    <span class={classes!("chip", zone(row.verdict))}>{verdict_shape(row.verdict)}{context.text(&names::verdict(row.verdict))}</span>
                </td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <caption>{speak(context, &say::RepricingTable { level: view.level.clone() }.into())}</caption>
            <thead><tr>
                <th scope="col">{tier.clone()}</th><th scope="col" class="number">{expected.clone()}</th>
                <th scope="col">{enough.clone()}</th><th scope="col">{verdict.clone()}</th>
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
    }
}

/// The present level at other prices.
#[component]
pub fn RepricingPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let Some(view) = RepricingView::new(&context.answer, context.tables()) else {
        return Html::default();
    };
    let stale = context.answer.stale.then_some("stale");
    let others = view.rows.iter().filter(|row| !row.own);
    html! {
        <div class={classes!("stack", stale)}>
            <p>{context.text(&say::repricing_intro())}</p>
            {table(context, &view)}
            <ul class="list">{ for others.map(|row| html! { <li>{speak(context, &row.sentence)}</li> }) }</ul>
            <p class="small">{context.text(&say::repricing_unchanged())}</p>
        </div>
    }
}
