//! A card to share: seen before it is saved or passed on.

use super::save::{made, outcome, wanted, writing};
use crate::event::Field;
use crate::present::card::card;
use crate::present::chart_file::Origin;
use crate::present::export::at_own_level;
use crate::present::headline::Headline;
use crate::ui::handover::hand;
use crate::ui::scene::{Scene, SceneProps};
use l10n::text::{Message, say};
use yew::prelude::*;

/// What a card is called.
const NAME: &str = "service-level-card";

fn drawn(scene: &Scene, origin: &Origin) -> String {
    card(&scene.answer, scene.tables(), origin, &writing(scene))
}

/// Saves the card, or passes it on with the link; tells what came of it.
fn act(
    scene: &Scene,
    (what, kind): (&str, &str),
    origin: &Origin,
    tell: UseStateSetter<Option<Message>>,
) {
    let mut detail = wanted(kind, NAME);
    if what == "pass" {
        let state = scene.store.session.to_link(scene.tables());
        detail.push(("state", Field::Text(state)));
    }
    let then = move |word| tell.set(outcome(word));
    hand(
        scene,
        what,
        Some(detail),
        &drawn(scene, origin),
        Callback::from(then),
    );
}

/// The card, and what can be done with it.
#[component]
pub fn CardPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let origin = use_state(Origin::default);
    let passes = use_state(|| false);
    let said = use_state(|| None::<Message>);
    {
        let (scene, origin, passes) = (scene.clone(), origin.setter(), passes.setter());
        use_effect_with((), move |()| {
            made(&scene, move |known| {
                if let Some(known) = known {
                    origin.set(known);
                }
            });
            let then = move |word: Option<String>| passes.set(word.as_deref() == Some("yes"));
            hand(&scene, "passes", None, "", Callback::from(then));
        });
    }
    let button = |name: &'static str, what: (&'static str, &'static str), label: Message| {
        let (scene, origin, tell) = (scene.clone(), origin.clone(), said.setter());
        let text = scene.text(&label);
        let onclick = move |_| act(&scene, what, &origin, tell.clone());
        html! { <button key={name} type="button" class="button" {name} {onclick}>{text}</button> }
    };
    // Enough of escaping for an address that is UTF-8.
    let svg = drawn(scene, &origin)
        .replace('%', "%25")
        .replace('#', "%23");
    let source = ["data:image/svg+xml;charset=utf-8,", &svg].concat();
    let alt =
        scene.text(&Headline::new(&at_own_level(&scene.answer), scene.tables(), None).sentence);
    html! {
        <>
            <h3>{scene.text(&say::sharecard_title())}</h3>
            <p class="small">{scene.text(&say::sharecard_note())}</p>
            <img class="share-card" width="1200" height="630" src={source} {alt} />
            <div class="take-buttons">
                {button("card-png", ("save", "png"), say::sharecard_png())}
                {button("card-svg", ("save", "svg"), say::sharecard_svg())}
                if *passes { {button("card-pass", ("pass", "png"), say::sharecard_pass())} }
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-card="said">{scene.text(said)}</p> }
            </div>
        </>
    }
}
