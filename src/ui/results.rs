//! The button that opens what the practices say.

use super::icon::{Icon, icon};
use super::opening::{Opening, use_opening};
use super::panel::opened;
use super::scene::use_scene;
use crate::present::text::say;
use yew::prelude::*;

#[cfg(feature = "panels")]
fn content() -> Html {
    html! { <super::assessment::Assessment /> }
}

#[cfg(not(feature = "panels"))]
fn content() -> Html {
    Html::default()
}

/// The results of the self-assessment, closed at first.
#[component]
pub fn Results() -> Html {
    let scene = use_scene();
    let (opening, button, onclick) = use_opening(&AttrValue::Static("assessment"));
    let Some(scene) = scene else {
        return Html::default();
    };
    let open = opening != Opening::Closed;
    html! {
        <div class="stack">
            <button type="button" class="disclosure" name="assessment" aria-expanded={open.to_string()} aria-controls="assessment"
                ref={button} {onclick}>
                {icon(Icon::Chevron)}{scene.text(&say::by_results())}
            </button>
            <div id="assessment" hidden={!open}>{opened(&scene, opening, content)}</div>
        </div>
    }
}
