//! Opening what the first program does not have: there it asks for the full program, which takes
//! over in the same state with the same thing open.

use super::scene::{Grow, use_scene};
use yew::prelude::*;

/// How far what was asked for is.
#[derive(Clone, Copy, PartialEq)]
pub enum Opening {
    /// Nobody has asked.
    Closed,
    /// It is here.
    Open,
    /// The full program is on its way.
    Coming,
    /// It did not come.
    Failed,
}

/// The state of what a button opens, the button itself, and what a click does.
#[hook]
pub fn use_opening(id: &AttrValue) -> (Opening, NodeRef, Callback<MouseEvent>) {
    let scene = use_scene();
    let asked_for = scene.as_ref().and_then(|scene| scene.target.clone());
    let asked_for = asked_for.as_ref() == Some(id);
    let state = use_state(|| {
        if asked_for {
            Opening::Open
        } else {
            Opening::Closed
        }
    });
    let button = use_node_ref();
    {
        // The button that was pressed in the first program keeps the focus in the full one.
        let button = button.clone();
        use_effect_with((), move |()| {
            if asked_for && let Some(button) = button.cast::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
        });
    }
    let onclick = {
        let (state, id) = (state.clone(), id.clone());
        Callback::from(move |_| match (*state, &scene) {
            (Opening::Open, _) => state.set(Opening::Closed),
            (Opening::Coming, _) | (_, None) => {}
            (_, Some(scene)) if cfg!(feature = "panels") => {
                scene.need_more.emit(());
                state.set(Opening::Open);
            }
            (_, Some(scene)) => {
                state.set(Opening::Coming);
                let state = state.clone();
                let failed = Callback::from(move |()| state.set(Opening::Failed));
                scene.grow.emit(Grow {
                    target: id.clone(),
                    failed,
                });
            }
        })
    };
    (*state, button, onclick)
}
