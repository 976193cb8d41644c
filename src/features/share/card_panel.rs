//! A card to share: seen before it is saved or passed on.

use crate::context::{Context, ContextProps};
use crate::features::export::Origin;
use crate::features::export::at_own_level;
use crate::features::export::{origin, save_file, writing};
use crate::features::share::card::card;
use crate::features::verdict::Headline;
use crate::platform::files::{FileKind, NewFile};
use crate::platform::services::Services;
use crate::platform::share::{PictureOutcome, can_share_pictures, share_picture};
use l10n::text::{Message, say};
use yew::platform::spawn_local;
use yew::prelude::*;

/// What a card is called.
const NAME: &str = "service-level-card";

fn drawn(context: &Context, origin: &Origin) -> String {
    card(&context.answer, context.tables(), origin, &writing(context))
}

/// What is done with the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// It is saved as a file of this kind.
    Save(FileKind),
    /// It is passed on as a picture, with a link.
    Share,
}

/// Saves the card or passes it on, then shows what has become of it.
fn act(context: &Context, act: Act, origin: &Origin, show: UseStateSetter<Option<Message>>) {
    let kind = match act {
        Act::Save(kind) => kind,
        Act::Share => FileKind::Png,
    };
    let file = NewFile {
        kind,
        name: NAME.to_owned(),
        content: drawn(context, origin).into_bytes(),
    };
    if let Act::Save(_) = act {
        return save_file(context, file, move |message| show.set(Some(message)));
    }
    let Some(element) = context.host.services().map(Services::element) else {
        return;
    };
    let state = context.session.to_link(context.tables());
    spawn_local(async move {
        show.set(match share_picture(&element, file, &state).await {
            Ok(PictureOutcome::Shared) => Some(say::hand_shared()),
            Ok(PictureOutcome::Dismissed) => None,
            Err(_) => Some(say::file_failed()),
        });
    });
}

/// The card, and what can be done with it.
#[component]
pub fn CardPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let origin = use_memo((), |()| origin(context).unwrap_or_default());
    let shares = *use_memo((), |()| {
        context.host.services().is_some() && can_share_pictures()
    });
    let said = use_state(|| None::<Message>);
    let button = |name: &'static str, what: Act, label: Message| {
        let (context, origin, show) = (context.clone(), origin.clone(), said.setter());
        let text = context.text(&label);
        let onclick = move |_| act(&context, what, &origin, show.clone());
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
                {button("card-png", Act::Save(FileKind::Png), say::sharecard_png())}
                {button("card-svg", Act::Save(FileKind::Svg), say::sharecard_svg())}
                if shares { {button("card-pass", Act::Share, say::sharecard_pass())} }
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-card="said">{context.text(said)}</p> }
            </div>
        </>
    }
}
