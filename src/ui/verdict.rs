//! The verdict: chip, sentence, the two amounts, the band and the rule of thumb.

use super::block::block;
use super::icon::{Icon, icon, verdict_shape, zone};
use super::scene::Scene;
use super::speak::speak;
use crate::model::Verdict;
use crate::present::headline::{Amount, Headline};
use crate::present::names;
use crate::present::text::say;
use yew::prelude::*;

fn amount(scene: &Scene, amount: &Amount, side: Verdict) -> Html {
    html! {
        <div class={classes!("amount", zone(side))}>
            <dt>{speak(scene, &amount.title)}</dt>
            <dd class="amount-value">{speak(scene, &amount.amount)}</dd>
            <dd class="small">{speak(scene, &amount.period)}{" "}{speak(scene, &amount.detail)}</dd>
        </div>
    }
}

/// The verdict.
pub fn verdict_card(scene: &Scene) -> Html {
    let view = Headline::new(&scene.answer, scene.ranges.as_deref());
    let entries = &scene.store.session.entries;
    let stale = scene.answer.stale.then_some("stale");
    let certainty = view.certainty.clone().unwrap_or_else(say::chip_central);
    html! {
        <section class={classes!("card", zone(view.verdict))} aria-labelledby="verdict-title">
            <h2 class="visually-hidden" id="verdict-title">{scene.text(&say::card_answer())}</h2>
            <div class="verdict-about">
                <data value={view.verdict.id()} data-figure="verdict" class={stale}>
                    <span class={classes!("chip", zone(view.verdict))}>{verdict_shape(view.verdict)}{speak(scene, &view.chip)}</span>
                </data>
                <p>{speak(scene, &certainty)}{" · "}{scene.text(&names::segment(&entries.segment))}{", "}{scene.text(&names::tier(&entries.tier))}</p>
            </div>
            if scene.answer.stale {
                <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{scene.text(&say::page_stale())}</span></p>
            }
            <div class={classes!("stack", stale)} aria-live="polite">
                {block(scene, "sentence", |scene| html! { <p class="verdict-sentence">{speak(scene, &view.sentence)}</p> })}
                {block(scene, "amounts", |scene| html! {
                    <dl class="amounts">
                        {amount(scene, &view.lost, Verdict::Under)}
                        {amount(scene, &view.exceeding, Verdict::Over)}
                    </dl>
                })}
                {block(scene, "rule", |scene| html! { <dl class="rule">
                    <div><dt>{scene.text(&say::verdict_band_title())}</dt><dd>{speak(scene, &view.band)}</dd></div>
                    <div><dt>{scene.text(&say::verdict_rule_title())}</dt><dd>{speak(scene, &view.rule)}</dd></div>
                </dl> })}
                // In one child: where their number changes, what is before them stays as it is.
                <>{ for view.notes.iter().map(|note| html! {
                    <p class="notice notice-caution">{icon(Icon::Caution)}<span>{speak(scene, note)}</span></p>
                }) }</>
            </div>
        </section>
    }
}

/// The answer in one line, at hand below the inputs on a phone.
pub fn dock(scene: &Scene) -> Html {
    let view = Headline::new(&scene.answer, scene.ranges.as_deref());
    html! {
        <div class={classes!("dock", zone(view.verdict))} aria-hidden="true">
            <p><strong>{scene.text(&view.chip)}</strong>{" · "}{scene.text(&view.sums)}</p>
        </div>
    }
}
