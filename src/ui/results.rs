//! The button that opens what the practices say.

use super::icon::{Icon, icon};
use super::loads::Part;
use super::opened::from_panels;
use super::scene::SceneProps;
use crate::present::text::say;
use yew::prelude::*;

/// The results of the self-assessment, closed at first.
#[component]
pub fn Results(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let open = use_state(|| false);
    let onclick = {
        let (scene, open) = (scene.clone(), open.clone());
        move |_: MouseEvent| {
            scene.want(Part::Panels);
            open.set(!*open);
        }
    };
    html! {
        <div class="stack">
            <button type="button" class="disclosure" name="assessment" aria-expanded={open.to_string()} aria-controls="assessment" {onclick}>
                {icon(Icon::Chevron)}{scene.text(&say::by_results())}
            </button>
            <div id="assessment" hidden={!*open}>
                if *open { {from_panels(scene, |panels| (panels.assessment)(scene))} }
            </div>
        </div>
    }
}
