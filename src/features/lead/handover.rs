//! What a visitor can hand over, where the owner of the site asks for it.

use super::panel::LeadForm;
use crate::context::{Context, ContextProps};
use crate::event::Detail;
use yew::prelude::*;

/// All of it.
pub fn handover(context: &Context) -> Html {
    html! { <Handover context={context.clone()} /> }
}

/// Has the page hand something over, as `browser::hand` says; without one nothing happens.
pub fn hand(
    context: &Context,
    what: &str,
    detail: Option<Detail>,
    text: &str,
    then: Callback<Option<String>>,
) {
    #[cfg(target_arch = "wasm32")]
    crate::platform::browser::hand(context.host.surroundings(), what, detail, text, then);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (context, what, detail, text, then);
}

#[component]
fn Handover(props: &ContextProps) -> Html {
    let context = &props.context;
    html! { <>
        if context.asks_for_lead() { <LeadForm context={context.clone()} /> }
    </> }
}
