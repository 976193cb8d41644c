//! Where the loss comes from.

use super::block::block;
use super::scene::Scene;
use super::speak::speak;
use crate::present::breakdown::{Breakdown, Part};
use crate::present::ladder::assumed;
use l10n::text::{Message, say};
use yew::prelude::*;

/// A share as a length on a drawing 1,000 wide.
fn units(share: f64) -> String {
    ((1000.0 * share).round() as u32).to_string()
}

/// The figure of a bar, which opens its explanation.
fn figure(scene: &Scene, part: &Part) -> Html {
    speak(scene, &part.figure.clone().into())
}

/// 1,000 customers as one bar of four parts.
fn customers(scene: &Scene, parts: &[Part]) -> Html {
    let mut left = 0.0;
    let bar = parts.iter().map(|part| {
        let x = left;
        left += part.share;
        html! {
            <rect class={format!("part-{}", part.id)} x={units(x)} width={units(part.share)} height="10" />
        }
    });
    let bar: Html = bar.collect();
    let item = |part: &Part| {
        html! {
            <li>
                <svg class="swatch" aria-hidden="true"><rect class={format!("part-{}", part.id)} width="100%" height="100%" /></svg>
                <span>{scene.text(&part.label)}</span>{figure(scene, part)}
            </li>
        }
    };
    html! { <>
        <svg class="stacked" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">{bar}</svg>
        <ul class="shares">{ for parts.iter().map(item) }</ul>
    </> }
}

/// A list of labelled bars under a title.
fn bars(scene: &Scene, title: &Message, parts: &[Part], zone: &'static str) -> Html {
    let item = |part: &Part| {
        html! {
            <li>
                <span>{scene.text(&part.label)}</span>{figure(scene, part)}
                <svg class={classes!("bar", zone)} viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={units(part.share)} height="1" />
                </svg>
            </li>
        }
    };
    html! { <>
        <h3>{scene.text(title)}</h3>
        <ul class="bars">{ for parts.iter().map(item) }</ul>
    </> }
}

/// The card that says where the loss comes from and what of it could be avoided.
pub fn breakdown_card(scene: &Scene) -> Html {
    let view = Breakdown::new(&scene.answer);
    let stale = scene.answer.stale.then_some("stale");
    html! {
        <section class="card" part="breakdown" aria-labelledby="breakdown-title">
            <h2 class="card-title" id="breakdown-title">{scene.text(&say::card_breakdown())}</h2>
            if let Some(assumed) = assumed(&scene.answer, scene.tables()) { <p class="small">{scene.text(&assumed)}</p> }
            <div class={classes!("stack", stale)}>
                <h3>{scene.text(&say::churn_title())}</h3>
                {block(scene, "customers", |scene| customers(scene, &view.customers))}
                {block(scene, "loss", |scene| bars(scene, &say::loss_title(), &view.lines, "zone-under"))}
                {block(scene, "avoidable", |scene| bars(scene, &say::avoidable_title(), &view.avoidable, "zone-sufficient"))}
            </div>
        </section>
    }
}
