//! Individual approach at scale.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// Individual approach at scale.
#[component]
pub fn ScalePanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
