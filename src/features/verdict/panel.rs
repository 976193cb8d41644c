//! The answer: chip, one sentence with the threshold, what the level costs.

use crate::context::Context;
use crate::context::load::Load;
use crate::features::verdict::view::{Amount, Costs, Headline};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon, verdict_shape, zone};
use crate::widgets::opened::from_rest;
use crate::widgets::speak::speak;
use l10n::text::say;
use model::Verdict;
use yew::prelude::*;

/// What is said of the answer.
pub fn headline(context: &Context) -> Headline {
    Headline::new(&context.answer, context.tables(), context.ranges.as_deref())
}

fn chip(context: &Context, view: &Headline) -> Html {
    let chip = context.text(&view.chip);
    let Some(verdict) = view.verdict else {
        return html! { <span>{chip}</span> };
    };
    html! {
        <data value={verdict.id()} data-figure="verdict">
            <span class={classes!("chip", zone(verdict))}>{verdict_shape(verdict)}{chip}</span>
        </data>
    }
}

/// The verdict.
pub fn verdict_card(context: &Context) -> Html {
    let view = headline(context);
    let stale = context.answer.stale.then_some("stale");
    html! {
        <section class={classes!("card", "verdict", view.verdict.map(zone))} part="answer" aria-labelledby="verdict-title">
            <h2 class="visually-hidden" id="verdict-title">{context.text(&say::card_answer())}</h2>
            <p class={classes!("verdict-about", stale)}>{chip(context, &view)}{ for view.certainty.iter().map(|words| html! { <span>{speak(context, words)}</span> }) }</p>
            if context.answer.stale {
                <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{context.text(&say::page_stale())}</span></p>
            }
            <div class={classes!("stack", stale)} aria-live="polite">
                {block(context, "sentence", |context| html! { <p class="verdict-sentence">{speak(context, &view.sentence)}</p> })}
                if view.verdict.is_none() {
                    <p class="small">{context.text(&say::verdict_pick())}</p>
                } else {
                    {from_rest(context, |rest| (rest.costs)(context))}
                }
            </div>
        </section>
    }
}

fn amount(context: &Context, amount: &Amount, side: Verdict) -> Html {
    html! {
        <div class={classes!("amount", zone(side))}>
            <dt>{speak(context, &amount.title)}</dt>
            <dd class="amount-value">{speak(context, &amount.amount)}</dd>
            <dd class="small">{speak(context, &amount.detail)}</dd>
        </div>
    }
}

/// What the level costs: the net first, the two sides of it below.
pub fn costs(context: &Context) -> Html {
    let view = Costs::new(&context.answer, context.tables(), context.ranges.as_deref());
    html! { <>
        {block(context, "net", |context| html! {
            <dl class="net">
                <dt>{speak(context, &view.net.title)}</dt>
                <dd class="net-value">{speak(context, &view.net.amount)}</dd>
                <dd class="small">{speak(context, &view.net.detail)}</dd>
                if let Some(profit) = &view.net.profit { <dd class="small">{speak(context, profit)}</dd> }
            </dl>
        })}
        {block(context, "amounts", |context| html! {
            <dl class="amounts">
                {amount(context, &view.lost, Verdict::Under)}
                {amount(context, &view.spent, Verdict::Over)}
            </dl>
        })}
        {block(context, "rule", |context| html! { <dl class="rule">
            <div><dt>{context.text(&say::verdict_band_title())}</dt><dd>{speak(context, &view.band)}</dd></div>
            <div><dt>{context.text(&say::verdict_rule_title())}</dt><dd>{speak(context, &view.rule)}</dd></div>
        </dl> })}
        // In one child: where their number changes, what is before them stays as it is.
        <>{ for view.notes.iter().filter(|_| context.languages.more() == Load::Here).map(|note| html! {
            <p class="notice">{icon(Icon::Info)}<span>{speak(context, note)}</span></p>
        }) }</>
    </> }
}
