//! What is said of the link, or of what the browser has kept, that the page opened with.

use super::recalculated;
use crate::context::Context;
use crate::context::load::Load;
use crate::features::notices::skipped::skipped;
use crate::widgets::icon::{Icon, icon};
use yew::prelude::*;

/// That the figures are new, and a sentence for each part that could not be used, once the texts
/// that say it have loaded.
pub fn notices(context: &Context) -> Html {
    if context.languages.more() != Load::Here {
        return Html::default();
    }
    let sentence = |message| html! { <p>{context.text(&message)}</p> };
    html! { <>
        if context.site.earlier {
            <div class="notice" role="status" data-earlier="">{icon(Icon::Info)}<div><p>{context.text(&recalculated::opened())}</p></div></div>
        }
        if !context.site.skipped.is_empty() {
            <div class="notice notice-caution" role="alert" data-skipped="">{icon(Icon::Caution)}<div>
                { for skipped(&context.site.skipped).into_iter().map(sentence) }
            </div></div>
        }
    </> }
}
