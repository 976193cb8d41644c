//! If nothing changes.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// If nothing changes.
#[component]
pub fn ForecastPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
