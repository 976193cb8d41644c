//! The queue behind one customer.

use crate::ui::scene::use_scene;
use yew::prelude::*;

/// The queue behind one customer.
#[component]
pub fn QueuePanel() -> Html {
    let Some(_scene) = use_scene() else {
        return Html::default();
    };
    Html::default()
}
