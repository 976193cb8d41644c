//! What a visitor can hand over, where the owner of the site asks for it.

mod draft;
mod lead;

use super::scene::{Scene, SceneProps};
use crate::event::Detail;
use lead::LeadForm;
use yew::prelude::*;

/// All of it.
pub fn handover(scene: &Scene) -> Html {
    html! { <Handover scene={scene.clone()} /> }
}

/// Has the page hand something over, as `browser::hand` says; without one nothing happens.
pub fn hand(
    scene: &Scene,
    what: &str,
    detail: Option<Detail>,
    text: &str,
    then: Callback<Option<String>>,
) {
    #[cfg(target_arch = "wasm32")]
    super::browser::hand(scene.host.surroundings(), what, detail, text, then);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (scene, what, detail, text, then);
}

#[component]
fn Handover(props: &SceneProps) -> Html {
    let scene = &props.scene;
    html! { <>
        if scene.asks_for_lead() { <LeadForm scene={scene.clone()} /> }
    </> }
}
