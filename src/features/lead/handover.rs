//! What a visitor can hand over, where the owner of the site asks for it.

use super::panel::LeadForm;
use crate::context::{Context, ContextProps};
use yew::prelude::*;

/// All of it.
pub fn handover(context: &Context) -> Html {
    html! { <Handover context={context.clone()} /> }
}

#[component]
fn Handover(props: &ContextProps) -> Html {
    let context = &props.context;
    html! { <>
        if context.asks_for_lead() { <LeadForm context={context.clone()} /> }
    </> }
}
