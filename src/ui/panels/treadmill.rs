//! The treadmill.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// The treadmill.
#[component]
pub fn TreadmillPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
