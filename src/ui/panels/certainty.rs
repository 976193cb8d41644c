//! How sure is it?

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// How sure is it?
#[component]
pub fn CertaintyPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
