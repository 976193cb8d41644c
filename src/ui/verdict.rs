//! The verdict: chip, sentence, the two amounts, the band and the rule of thumb.

use super::icon::{Icon, icon, verdict_shape, zone};
use super::say::{Say, say as speak};
use super::scene::use_scene;
use crate::model::Verdict;
use crate::present::headline::{Amount, Headline};
use crate::present::names;
use crate::present::text::say;
use yew::prelude::*;

fn amount(amount: &Amount, side: Verdict) -> Html {
    html! {
        <div class={classes!("amount", zone(side))}>
            <dt><Say message={amount.title.clone()} /></dt>
            <dd class="amount-value"><Say message={amount.amount.clone()} /></dd>
            <dd class="small"><Say message={amount.period.clone()} />{" "}<Say message={amount.detail.clone()} /></dd>
        </div>
    }
}

/// The verdict.
#[component]
pub fn VerdictCard() -> Html {
    let Some(scene) = use_scene() else {
        return Html::default();
    };
    let view = Headline::new(&scene.answer, scene.draws.as_deref());
    let entries = &scene.store.session.entries;
    let stale = scene.answer.stale.then_some("stale");
    let certainty = view.certainty.clone().unwrap_or_else(say::chip_central);
    html! {
        <section class={classes!("card", "verdict", zone(view.verdict))} aria-labelledby="verdict-title">
            <h2 class="visually-hidden" id="verdict-title">{scene.text(&say::card_answer())}</h2>
            <div class="verdict-about">
                <data value={view.verdict.id()} data-figure="verdict" class={stale}>
                    <span class={classes!("chip", zone(view.verdict))}>{verdict_shape(view.verdict)}<Say message={view.chip.clone()} /></span>
                </data>
                <p><Say message={certainty} />{" · "}{scene.text(&names::segment(&entries.segment))}{", "}{scene.text(&names::tier(&entries.tier))}</p>
            </div>
            if scene.answer.stale {
                <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{scene.text(&say::page_stale())}</span></p>
            }
            <div class={classes!("stack", stale)} aria-live="polite">
                <p class="verdict-sentence">{speak(&scene, &view.sentence)}</p>
                <dl class="amounts">
                    {amount(&view.lost, Verdict::Under)}
                    {amount(&view.exceeding, Verdict::Over)}
                </dl>
                <dl class="rule">
                    <div><dt>{scene.text(&say::verdict_band_title())}</dt><dd>{speak(&scene, &view.band)}</dd></div>
                    <div><dt>{scene.text(&say::verdict_rule_title())}</dt><dd>{speak(&scene, &view.rule)}</dd></div>
                </dl>
                { for view.notes.iter().map(|note| html! {
                    <p class="notice notice-caution">{icon(Icon::Caution)}<span>{speak(&scene, note)}</span></p>
                }) }
            </div>
        </section>
    }
}

/// The answer in one line, at hand below the inputs on a phone.
#[component]
pub fn Dock() -> Html {
    let Some(scene) = use_scene() else {
        return Html::default();
    };
    let view = Headline::new(&scene.answer, scene.draws.as_deref());
    html! {
        <div class={classes!("dock", zone(view.verdict))} aria-hidden="true">
            <p><strong><Say message={view.chip.clone()} /></strong>{" · "}{speak(&scene, &view.sums)}</p>
        </div>
    }
}
