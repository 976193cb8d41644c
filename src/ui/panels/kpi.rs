//! KPI sheet.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// KPI sheet.
#[component]
pub fn KpiPanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
