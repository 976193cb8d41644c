//! Blocks whose figures explain themselves, the explanation right below.

use super::opened::from_panels;
use super::part::Part;
use super::scene::Scene;
use super::view::{Asked, ViewEvent};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The figure of the block being drawn that is explained.
fn asked_here(scene: &Scene) -> Option<&Asked> {
    let asked = scene.view.asked.as_ref()?;
    (Some(&asked.block) == scene.block.as_ref()).then_some(asked)
}

/// A block whose figures explain themselves, and below it the explanation that was asked for.
pub fn block(scene: &Scene, id: impl Into<AttrValue>, draw: impl FnOnce(&Scene) -> Html) -> Html {
    let mut inside = scene.clone();
    inside.block = Some(id.into());
    let drawn = draw(&inside);
    let explanation = asked_here(&inside).map(|asked| {
        let card = from_panels(&inside, |panels| (panels.explanation)(&inside, &asked.name));
        // Within a live region it would be read out twice: the focus goes there anyway.
        html! { <div aria-live="off">{card}</div> }
    });
    // A child that is always there: one that comes and goes would have what is before it drawn anew,
    // and the focus lost with it.
    html! { <>{drawn}{explanation.unwrap_or_default()}</> }
}

/// Closes the explanation and gives the focus back; a figure that has gone cannot take it.
pub fn close(scene: &Scene) {
    let asked = scene.view.asked.as_ref();
    if let Some(button) = asked.and_then(|asked| asked.button.as_ref()) {
        let _ = button.focus();
    }
    scene.view.dispatch(ViewEvent::Ask(None));
}

/// A figure that explains itself when it is pressed; the mere figure outside of a block.
pub fn asking(scene: &Scene, name: Option<&str>, figure: Html) -> Html {
    let (Some(name), Some(block), true) = (name, &scene.block, scene.explains()) else {
        return figure;
    };
    let open = asked_here(scene).is_some_and(|asked| asked.name == name);
    let onclick = {
        let (scene, block, name) = (scene.clone(), block.clone(), name.to_owned());
        move |event: MouseEvent| {
            scene.want(Part::Panels);
            let target = event.target_dyn_into::<Element>();
            let button = target.and_then(|target| target.closest("button").ok()?);
            let asked = Asked {
                block: block.clone(),
                name: name.clone(),
                button: button.and_then(|button| button.dyn_into().ok()),
            };
            scene
                .view
                .dispatch(ViewEvent::Ask((!open).then_some(asked)));
        }
    };
    html! { <button type="button" class="figure" aria-expanded={open.to_string()} {onclick}>{figure}</button> }
}
