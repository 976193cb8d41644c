//! A link to what has been entered.

use super::card::CardPanel;
use crate::event::Offer;
use crate::ui::handover::hand;
use crate::ui::scene::SceneProps;
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What has become of a link.
#[derive(Clone, Debug, PartialEq)]
enum Link {
    /// It has been passed on.
    Done(Message),
    /// It is to be copied by hand.
    ByHand(String),
}

impl Link {
    /// What the page says of it; nothing where there is nothing to say.
    fn of(word: Option<String>) -> Option<Self> {
        let word = word.filter(|word| word != "taken")?;
        Some(match &*word {
            "" => return None,
            "copied" => Self::Done(say::hand_copied()),
            "shared" => Self::Done(say::hand_shared()),
            _ => Self::ByHand(word),
        })
    }
}

/// The link, to be passed on.
#[component]
pub fn SharePanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let link = use_state(|| None::<Link>);
    let share = {
        let (scene, link) = (scene.clone(), link.setter());
        move |_| {
            let link = link.clone();
            let offer = Offer::Share {
                state: scene.store.session.to_link(scene.tables()),
                url: String::new(),
            };
            let then = move |word| link.set(Link::of(word));
            hand(
                &scene,
                "share",
                Some(offer.fields()),
                "",
                Callback::from(then),
            );
        }
    };
    let all = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    html! {
        <>
            <p class="small">{scene.text(&say::hand_share_note())}</p>
            <div class="take-buttons">
                <button type="button" class="button" name="share" onclick={share}>{scene.text(&say::hand_share())}</button>
            </div>
            <div role="status">
                { match &*link {
                    Some(Link::Done(said)) => html! { <p data-share="done">{scene.text(said)}</p> },
                    Some(Link::ByHand(url)) => html! {
                        <label class="field field-stacked">{scene.text(&say::hand_by_hand())}
                            <span class="field-control"><input name="share-link" readonly=true value={url.clone()} onfocus={all} /></span>
                        </label>
                    },
                    None => Html::default(),
                } }
            </div>
            <CardPanel scene={scene.clone()} />
        </>
    }
}
