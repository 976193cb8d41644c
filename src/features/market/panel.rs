//! The market segment, the price tier and the currency, as three words to press.

use crate::context::Context;
use crate::features::market::segment_box::segment_box;
use crate::features::market::words::market_words;
use crate::names;
use crate::session::Action;
use crate::widgets::icon::{Icon, icon};
use l10n::text::{Message, say};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A short word over the browser's own list, whose entries may be long.
fn pill(
    context: &Context,
    name: &'static str,
    label: &Message,
    shown: String,
    options: Html,
    action: fn(String) -> Action,
) -> Html {
    let onchange = context
        .on(move |event: Event| action(event.target_unchecked_into::<HtmlSelectElement>().value()));
    html! {
        <label class="pill">
            <span class="visually-hidden">{context.text(label)}</span>
            <span aria-hidden="true">{shown}</span>{icon(Icon::Chevron)}
            <select {name} {onchange}>{options}</select>
        </label>
    }
}

/// The choice of the market.
pub fn market_card(context: &Context) -> Html {
    let entries = &context.session.entries;
    let tier = |id: &str| {
        html! { <option value={id.to_owned()} selected={id == entries.tier}>{context.text(&names::tier(id))}</option> }
    };
    let tiers = context.tables().tiers.iter().map(|row| tier(&row.id));
    let [_, tier, code] = market_words(context);
    let currency = |code: &str| {
        let name = format!("{} ({code})", context.text(&names::currency(code)));
        html! { <option value={code.to_owned()} selected={code == entries.currency}>{name}</option> }
    };
    let currencies = context.tables().currencies.iter();
    let currencies = currencies.map(|row| currency(&row.code));
    html! {
        <section class="market" aria-label={context.text(&say::card_market())}>
            {segment_box(context)}
            {pill(context, "tier", &say::card_tier(), tier, tiers.collect(), Action::Tier)}
            {pill(context, "currency", &say::card_currency(), code, currencies.collect(), Action::Currency)}
        </section>
    }
}
