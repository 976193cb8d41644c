//! Card 1: the market segment, the price tier, the currency.

use super::opened::from_screen;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use crate::present::names;
use crate::present::text::say;
use crate::session::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Card 1.
pub fn market_card(scene: &Scene) -> Html {
    let entries = &scene.store.session.entries;
    let tiers = scene.tables().tiers.iter();
    let tiers = tiers.map(|row| {
        let label = scene.text(&names::tier(&row.id));
        (AttrValue::from(row.id.to_string()), AttrValue::from(label))
    });
    let tiers = segmented(&SegmentedProps {
        chosen: Some(entries.tier.clone().into()),
        class: classes!("segmented-four"),
        ..SegmentedProps::new(
            "tier",
            scene.text(&say::card_tier()),
            tiers.collect(),
            scene.on(Action::Tier),
        )
    });
    let currency = |code: &str| {
        let name = format!("{} ({code})", scene.text(&names::currency(code)));
        html! { <option value={code.to_owned()} selected={code == entries.currency}>{name}</option> }
    };
    let onchange = scene.on(|event: Event| {
        Action::Currency(event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    html! {
        <section class="card" aria-labelledby="market-title">
            <h2 class="card-title" id="market-title"><span class="step">{"1"}</span>{scene.text(&say::card_market())}</h2>
            {from_screen(scene, |screen| (screen.segment_box)(scene))}
            {tiers}
            <div class="field">
                <label for="currency">{scene.text(&say::card_currency())}</label>
                <div class="field-control">
                    <select id="currency" name="currency" {onchange}>
                        { for scene.tables().currencies.iter().map(|row| currency(&row.code)) }
                    </select>
                </div>
            </div>
        </section>
    }
}
