//! What is behind a figure.

mod card;

use super::scene::Scene;
use yew::prelude::*;

/// The explanation of the figure of this name.
pub fn explanation(scene: &Scene, name: &str) -> Html {
    html! { <card::ExplainCard scene={scene.clone()} name={name.to_owned()} /> }
}
