//! A small heading that opens what most leave closed.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::present::text::Message;
use yew::prelude::*;

/// A disclosure, closed at first; `id`, unique on the page, is that of what it opens.
pub fn disclosure(
    scene: &Scene,
    id: &'static str,
    title: &Message,
    draw: impl FnOnce() -> Html,
) -> Html {
    let open = scene.view.is_open(id);
    html! {
        <div class="stack">
            <button type="button" class="disclosure" name={id} aria-expanded={open.to_string()} aria-controls={id}
                onclick={scene.toggle(id.into())}>
                {icon(Icon::Chevron)}{scene.text(title)}
            </button>
            <div class="stack" {id} hidden={!open}>if open { {draw()} }</div>
        </div>
    }
}
