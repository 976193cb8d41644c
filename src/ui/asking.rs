//! The figures of the first program: a press on one asks the full program to explain it.

use super::explained::{TARGET, index_of};
use super::opening::Opening;
use super::panel::opened;
use super::scene::{Grow, use_scene};
use web_sys::Element;
use yew::prelude::*;

/// What stands on the page.
#[derive(Properties, PartialEq)]
pub struct ExplainerProps {
    /// The cards and panels.
    pub children: Html,
}

/// The page, each figure of which can be asked about.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let scene = use_scene();
    let page = use_node_ref();
    let opening = use_state(|| Opening::Closed);
    let Some(scene) = scene else {
        return Html::default();
    };
    // One listener for all figures: there are dozens of them.
    let onclick = {
        let (opening, page, grow) = (opening.clone(), page.clone(), scene.grow.clone());
        move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            let button = target.and_then(|target| target.closest("button.figure").ok()?);
            let place = page.cast().zip(button);
            let place = place.and_then(|(page, button)| index_of(&page, &button));
            let Some(index) = place else { return };
            opening.set(Opening::Coming);
            let opening = opening.clone();
            grow.emit(Grow {
                target: format!("{TARGET}{index}").into(),
                failed: Callback::from(move |()| opening.set(Opening::Failed)),
            });
        }
    };
    html! {
        <div class="page" ref={page} {onclick}>
            {props.children.clone()}
            { opened(&scene, *opening, Html::default) }
        </div>
    }
}
