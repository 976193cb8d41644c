//! What a visitor can take away or hand over, where the owner of the site offers it.

mod draft;
mod lead;
mod take;

use super::scene::{Scene, SceneProps};
use lead::LeadForm;
use take::Take;
use yew::prelude::*;

/// All of it.
pub fn handover(scene: &Scene) -> Html {
    html! { <Handover scene={scene.clone()} /> }
}

#[component]
fn Handover(props: &SceneProps) -> Html {
    let scene = &props.scene;
    html! { <>
        if scene.asks_for_lead() { <LeadForm scene={scene.clone()} /> }
        if scene.look.offers() { <Take scene={scene.clone()} /> }
    </> }
}
