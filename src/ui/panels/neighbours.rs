//! Whom to learn from.

use super::fields::stale_notice;
use crate::present::neighbours::{Card, NeighboursView};
use crate::ui::block::block;
use crate::ui::icon::{Icon, icon};
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn card(scene: &Scene, card: &Card) -> Html {
    html! {
        <li class="tile">
            <h3>{scene.text(&card.title)}</h3>
            <p class="small">{speak(scene, &card.expected)}</p>
            <p>{scene.text(&card.look)}</p>
        </li>
    }
}

/// Other markets with the same expectation, or the nearest.
#[component]
pub fn NeighboursPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let Some(view) = NeighboursView::new(&scene.answer, scene.tables()) else {
        return Html::default();
    };
    let stale = scene.answer.stale;
    html! { <>
        {stale_notice(scene, stale)}
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(scene, "neighbours", |scene| html! { <p role="status">{speak(scene, &view.intro)}</p> })}
            if !view.cards.is_empty() {
                {block(scene, "neighbours-list", |scene| html! { <ul class="tiles">{ for view.cards.iter().map(|each| card(scene, each)) }</ul> })}
                <p>{scene.text(&say::neighbours_visit())}</p>
            }
            if let Some(price) = &view.price { {block(scene, "neighbours-price", |scene| html! { <p>{speak(scene, price)}</p> })} }
            <p class="notice">{icon(Icon::Info)}<span>{scene.text(&say::neighbours_caution())}</span></p>
        </div>
    </> }
}
