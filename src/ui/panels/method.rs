//! Method and sources.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// Method and sources.
#[component]
pub fn MethodPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
