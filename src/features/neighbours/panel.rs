//! Whom to learn from.

use crate::context::{Context, ContextProps};
use crate::features::neighbours::view::{Card, NeighboursView};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::panel_field::stale_notice;
use crate::widgets::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn card(context: &Context, card: &Card) -> Html {
    html! {
        <li class="tile">
            <h3>{context.text(&card.title)}</h3>
            <p class="small">{speak(context, &card.expected)}</p>
            <p>{context.text(&card.look)}</p>
        </li>
    }
}

/// Other markets with the same expectation, or the nearest.
#[component]
pub fn NeighboursPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let Some(view) = NeighboursView::new(&context.answer, context.tables()) else {
        return Html::default();
    };
    let stale = context.answer.stale;
    html! { <>
        {stale_notice(context, stale)}
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(context, "neighbours", |context| html! { <p role="status">{speak(context, &view.intro)}</p> })}
            if !view.cards.is_empty() {
                {block(context, "neighbours-list", |context| html! { <ul class="tiles">{ for view.cards.iter().map(|each| card(context, each)) }</ul> })}
                <p>{context.text(&say::neighbours_visit())}</p>
            }
            if let Some(price) = &view.price { {block(context, "neighbours-price", |context| html! { <p>{speak(context, price)}</p> })} }
            <p class="notice">{icon(Icon::Info)}<span>{context.text(&say::neighbours_caution())}</span></p>
        </div>
    </> }
}
