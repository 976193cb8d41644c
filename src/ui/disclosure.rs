//! A small heading that opens what most leave closed.

use super::icon::{Icon, icon};
use yew::prelude::*;

/// A disclosure.
#[derive(Properties, PartialEq)]
pub struct DisclosureProps {
    /// Id of what it opens, unique on the page.
    pub id: AttrValue,
    /// What it says.
    pub title: AttrValue,
    /// What it opens.
    pub children: Html,
    /// Called before it opens.
    #[prop_or_default]
    pub on_open: Callback<()>,
}

/// A disclosure, closed at first.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let (open, on_open) = (open.clone(), props.on_open.clone());
        move |_| {
            on_open.emit(());
            open.set(!*open);
        }
    };
    html! {
        <div class="stack">
            <button type="button" class="disclosure" aria-expanded={open.to_string()} aria-controls={props.id.clone()} {onclick}>
                {icon(Icon::Chevron)}{props.title.clone()}
            </button>
            <div class="stack" id={props.id.clone()} hidden={!*open}>{props.children.clone()}</div>
        </div>
    }
}
