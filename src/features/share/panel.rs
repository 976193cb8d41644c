//! A link to what has been entered.

use crate::context::ContextProps;
use crate::features::share::card_panel::CardPanel;
use crate::platform::services::Services;
use crate::platform::share::{LinkOutcome, share_link};
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
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
    /// What the page says of an outcome; nothing where there is nothing to say.
    fn of(outcome: LinkOutcome) -> Option<Self> {
        match outcome {
            LinkOutcome::Taken | LinkOutcome::Dismissed => None,
            LinkOutcome::Copied => Some(Self::Done(say::hand_copied())),
            LinkOutcome::Shared => Some(Self::Done(say::hand_shared())),
            LinkOutcome::Shown(url) => Some(Self::ByHand(url)),
        }
    }
}

/// The link, to be passed on.
#[component]
pub fn SharePanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let link = use_state(|| None::<Link>);
    let share = {
        let (context, link) = (context.clone(), link.setter());
        move |_| {
            let Some(element) = context.host.services().map(Services::element) else {
                return;
            };
            let state = context.session.to_link(context.tables());
            let link = link.clone();
            spawn_local(async move {
                link.set(Link::of(share_link(&element, state).await));
            });
        }
    };
    let all = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    html! {
        <>
            <p class="small">{context.text(&say::hand_share_note())}</p>
            <div class="take-buttons">
                <button type="button" class="button" name="share" onclick={share}>{context.text(&say::hand_share())}</button>
            </div>
            <div role="status">
                { match &*link {
                    Some(Link::Done(said)) => html! { <p data-share="done">{context.text(said)}</p> },
                    Some(Link::ByHand(url)) => html! {
                        <label class="field field-stacked">{context.text(&say::hand_by_hand())}
                            <span class="field-control"><input name="share-link" readonly=true value={url.clone()} onfocus={all} /></span>
                        </label>
                    },
                    None => Html::default(),
                } }
            </div>
            <CardPanel context={context.clone()} />
        </>
    }
}
