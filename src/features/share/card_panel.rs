//! A card to share: seen before it is saved or passed on.

use crate::context::{Context, ContextProps};
use crate::event::Field;
use crate::features::export::Origin;
use crate::features::export::at_own_level;
use crate::features::export::{made, outcome, wanted, writing};
use crate::features::share::card::card;
use crate::features::verdict::Headline;
use l10n::text::{Message, say};
use yew::prelude::*;

/// What a card is called.
const NAME: &str = "service-level-card";

fn drawn(context: &Context, origin: &Origin) -> String {
    card(&context.answer, context.tables(), origin, &writing(context))
}

/// Saves the card, or passes it on with the link; tells what came of it.
fn act(
    context: &Context,
    (what, kind): (&str, &str),
    origin: &Origin,
    tell: UseStateSetter<Option<Message>>,
) {
    let mut detail = wanted(kind, NAME);
    if what == "pass" {
        let state = context.session.to_link(context.tables());
        detail.push(("state", Field::Text(state)));
    }
    let then = move |word| tell.set(outcome(word));
    context.host.hand(
        what,
        Some(detail),
        &drawn(context, origin),
        Callback::from(then),
    );
}

/// The card, and what can be done with it.
#[component]
pub fn CardPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let origin = use_state(Origin::default);
    let passes = use_state(|| false);
    let said = use_state(|| None::<Message>);
    {
        let (context, origin, passes) = (context.clone(), origin.setter(), passes.setter());
        use_effect_with((), move |()| {
            made(&context, move |known| {
                if let Some(known) = known {
                    origin.set(known);
                }
            });
            let then = move |word: Option<String>| passes.set(word.as_deref() == Some("yes"));
            context.host.hand("passes", None, "", Callback::from(then));
        });
    }
    let button = |name: &'static str, what: (&'static str, &'static str), label: Message| {
        let (context, origin, tell) = (context.clone(), origin.clone(), said.setter());
        let text = context.text(&label);
        let onclick = move |_| act(&context, what, &origin, tell.clone());
        html! { <button key={name} type="button" class="button" {name} {onclick}>{text}</button> }
    };
    // Enough of escaping for an address that is UTF-8.
    let svg = drawn(context, &origin)
        .replace('%', "%25")
        .replace('#', "%23");
    let source = ["data:image/svg+xml;charset=utf-8,", &svg].concat();
    let alt = context
        .text(&Headline::new(&at_own_level(&context.answer), context.tables(), None).sentence);
    html! {
        <>
            <h3>{context.text(&say::sharecard_title())}</h3>
            <p class="small">{context.text(&say::sharecard_note())}</p>
            <img class="share-card" width="1200" height="630" src={source} {alt} />
            <div class="take-buttons">
                {button("card-png", ("save", "png"), say::sharecard_png())}
                {button("card-svg", ("save", "svg"), say::sharecard_svg())}
                if *passes { {button("card-pass", ("pass", "png"), say::sharecard_pass())} }
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-card="said">{context.text(said)}</p> }
            </div>
        </>
    }
}
