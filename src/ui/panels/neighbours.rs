//! Whom to learn from.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// Whom to learn from.
#[component]
pub fn NeighboursPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
