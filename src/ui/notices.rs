//! What of a link, or of what the browser has kept, could not be used.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::present::load::Load;
use crate::present::skipped::skipped;
use yew::prelude::*;

/// A sentence for each, once the texts are here that say it.
pub fn notices(scene: &Scene) -> Html {
    if scene.skipped.is_empty() || scene.languages.more() != Load::Here {
        return Html::default();
    }
    let sentence = |message| html! { <p>{scene.text(&message)}</p> };
    html! {
        <div class="notice notice-caution" role="alert" data-skipped="">{icon(Icon::Caution)}<div>
            { for skipped(&scene.skipped).into_iter().map(sentence) }
        </div></div>
    }
}
