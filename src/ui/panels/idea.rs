//! Test an idea.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// Test an idea.
#[component]
pub fn IdeaPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
