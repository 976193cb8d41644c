//! The market segment, the price tier and the currency, as three words to press.

use super::icon::{Icon, icon};
use super::market_words::market_words;
use super::scene::Scene;
use super::segment_box::segment_box;
use crate::present::names;
use crate::session::Action;
use l10n::text::{Message, say};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A short word over the browser's own list, whose entries may be long.
fn pill(
    scene: &Scene,
    name: &'static str,
    label: &Message,
    shown: String,
    options: Html,
    action: fn(String) -> Action,
) -> Html {
    let onchange = scene
        .on(move |event: Event| action(event.target_unchecked_into::<HtmlSelectElement>().value()));
    html! {
        <label class="pill">
            <span class="visually-hidden">{scene.text(label)}</span>
            <span aria-hidden="true">{shown}</span>{icon(Icon::Chevron)}
            <select {name} {onchange}>{options}</select>
        </label>
    }
}

/// The choice of the market.
pub fn market_card(scene: &Scene) -> Html {
    let entries = &scene.store.session.entries;
    let tier = |id: &str| {
        html! { <option value={id.to_owned()} selected={id == entries.tier}>{scene.text(&names::tier(id))}</option> }
    };
    let tiers = scene.tables().tiers.iter().map(|row| tier(&row.id));
    let [_, tier, code] = market_words(scene);
    let currency = |code: &str| {
        let name = format!("{} ({code})", scene.text(&names::currency(code)));
        html! { <option value={code.to_owned()} selected={code == entries.currency}>{name}</option> }
    };
    let currencies = scene.tables().currencies.iter();
    let currencies = currencies.map(|row| currency(&row.code));
    html! {
        <section class="market" aria-label={scene.text(&say::card_market())}>
            {segment_box(scene)}
            {pill(scene, "tier", &say::card_tier(), tier, tiers.collect(), Action::Tier)}
            {pill(scene, "currency", &say::card_currency(), code, currencies.collect(), Action::Currency)}
        </section>
    }
}
