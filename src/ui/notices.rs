//! What is said of the link, or of what the browser has kept, that the page opened with.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::present::load::Load;
use crate::present::recalculated;
use crate::present::skipped::skipped;
use yew::prelude::*;

/// That the figures are new, and a sentence for each part that could not be used, once the texts
/// that say it have loaded.
pub fn notices(scene: &Scene) -> Html {
    if scene.languages.more() != Load::Here {
        return Html::default();
    }
    let sentence = |message| html! { <p>{scene.text(&message)}</p> };
    html! { <>
        if scene.earlier {
            <div class="notice" role="status" data-earlier="">{icon(Icon::Info)}<div><p>{scene.text(&recalculated::opened())}</p></div></div>
        }
        if !scene.skipped.is_empty() {
            <div class="notice notice-caution" role="alert" data-skipped="">{icon(Icon::Caution)}<div>
                { for skipped(&scene.skipped).into_iter().map(sentence) }
            </div></div>
        }
    </> }
}
