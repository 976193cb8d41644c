//! The market in three words, before they can be pressed.

use crate::context::Context;
use crate::names;
use l10n::text::say;
use yew::prelude::*;

/// Segment, price tier and currency as words.
pub fn market_words(context: &Context) -> [String; 3] {
    let entries = &context.session.entries;
    let tier = context.text(&names::tier(&entries.tier));
    [
        context.text(&names::segment(&entries.segment)),
        format!("{}: {tier}", context.text(&say::card_tier())),
        entries.currency.clone(),
    ]
}

/// The choice of the market, once it is here; until then its words.
pub fn market(context: &Context) -> Html {
    if let Some(rest) = context.rest().filter(|_| context.interactive) {
        return (rest.market)(context);
    }
    let [segment, tier, currency] = market_words(context);
    html! {
        <div class="market">
            <span class="pill pill-wide">{segment}</span><span class="pill">{tier}</span><span class="pill">{currency}</span>
        </div>
    }
}
