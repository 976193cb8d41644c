//! The answer: chip, one sentence with the threshold, what the level costs.

use super::block::block;
use super::icon::{Icon, icon, verdict_shape, zone};
use super::opened::from_screen;
use super::scene::Scene;
use super::speak::speak;
use crate::present::headline::{Amount, Costs, Headline};
use crate::present::load::Load;
use l10n::text::say;
use model::Verdict;
use yew::prelude::*;

/// What is said of the answer.
pub fn headline(scene: &Scene) -> Headline {
    Headline::new(&scene.answer, scene.tables(), scene.ranges.as_deref())
}

fn chip(scene: &Scene, view: &Headline) -> Html {
    let chip = scene.text(&view.chip);
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
pub fn verdict_card(scene: &Scene) -> Html {
    let view = headline(scene);
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <section class={classes!("card", "verdict", view.verdict.map(zone))} part="answer" aria-labelledby="verdict-title">
            <h2 class="visually-hidden" id="verdict-title">{scene.text(&say::card_answer())}</h2>
            <p class={classes!("verdict-about", stale)}>{chip(scene, &view)}{ for view.certainty.iter().map(|words| html! { <span>{speak(scene, words)}</span> }) }</p>
            if scene.answer.stale {
                <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{scene.text(&say::page_stale())}</span></p>
            }
            <div class={classes!("stack", stale)} aria-live="polite">
                {block(scene, "sentence", |scene| html! { <p class="verdict-sentence">{speak(scene, &view.sentence)}</p> })}
                if view.verdict.is_none() {
                    <p class="small">{scene.text(&say::verdict_pick())}</p>
                } else {
                    {from_screen(scene, |screen| (screen.costs)(scene))}
                }
            </div>
        </section>
    }
}

fn amount(scene: &Scene, amount: &Amount, side: Verdict) -> Html {
    html! {
        <div class={classes!("amount", zone(side))}>
            <dt>{speak(scene, &amount.title)}</dt>
            <dd class="amount-value">{speak(scene, &amount.amount)}</dd>
            <dd class="small">{speak(scene, &amount.detail)}</dd>
        </div>
    }
}

/// What the level costs: the net first, the two sides of it below.
pub fn costs(scene: &Scene) -> Html {
    let view = Costs::new(&scene.answer, scene.tables(), scene.ranges.as_deref());
    html! { <>
        {block(scene, "net", |scene| html! {
            <dl class="net">
                <dt>{speak(scene, &view.net.title)}</dt>
                <dd class="net-value">{speak(scene, &view.net.amount)}</dd>
                <dd class="small">{speak(scene, &view.net.detail)}</dd>
                if let Some(profit) = &view.net.profit { <dd class="small">{speak(scene, profit)}</dd> }
            </dl>
        })}
        {block(scene, "amounts", |scene| html! {
            <dl class="amounts">
                {amount(scene, &view.lost, Verdict::Under)}
                {amount(scene, &view.spent, Verdict::Over)}
            </dl>
        })}
        {block(scene, "rule", |scene| html! { <dl class="rule">
            <div><dt>{scene.text(&say::verdict_band_title())}</dt><dd>{speak(scene, &view.band)}</dd></div>
            <div><dt>{scene.text(&say::verdict_rule_title())}</dt><dd>{speak(scene, &view.rule)}</dd></div>
        </dl> })}
        // In one child: where their number changes, what is before them stays as it is.
        <>{ for view.notes.iter().filter(|_| scene.languages.more() == Load::Here).map(|note| html! {
            <p class="notice">{icon(Icon::Info)}<span>{speak(scene, note)}</span></p>
        }) }</>
    </> }
}
