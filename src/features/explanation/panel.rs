//! What is behind a figure.

mod card;

use crate::context::Context;
use yew::prelude::*;

/// The explanation of the figure of this name.
pub fn explanation(context: &Context, name: &str) -> Html {
    html! { <card::ExplainCard context={context.clone()} name={name.to_owned()} /> }
}
