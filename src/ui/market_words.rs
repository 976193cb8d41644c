//! The market in three words, before they can be pressed.

use super::parts::screen;
use super::scene::Scene;
use crate::present::names;
use l10n::text::say;
use yew::prelude::*;

/// Segment, price tier and currency as words.
pub fn market_words(scene: &Scene) -> [String; 3] {
    let entries = &scene.store.session.entries;
    let tier = scene.text(&names::tier(&entries.tier));
    [
        scene.text(&names::segment(&entries.segment)),
        format!("{}: {tier}", scene.text(&say::card_tier())),
        entries.currency.clone(),
    ]
}

/// The choice of the market, once it is here; until then its words.
pub fn market(scene: &Scene) -> Html {
    if let Some(screen) = screen().filter(|_| scene.interactive) {
        return (screen.market)(scene);
    }
    let [segment, tier, currency] = market_words(scene);
    html! {
        <div class="market">
            <span class="pill pill-wide">{segment}</span><span class="pill">{tier}</span><span class="pill">{currency}</span>
        </div>
    }
}
