//! A small heading that opens what most leave closed.

use super::icon::{Icon, icon};
use super::part::Part;
use super::scene::Scene;
use l10n::text::Message;
use yew::prelude::*;

/// A disclosure, closed at first; `id`, unique on the page, is that of what it opens, and the panels
/// draw.
pub fn disclosure(
    scene: &Scene,
    id: &'static str,
    title: &Message,
    draw: impl FnOnce() -> Html,
) -> Html {
    disclosure_of(scene, Part::Panels, id, title, draw)
}

/// The same, drawn by a part.
pub fn disclosure_of(
    scene: &Scene,
    part: Part,
    id: &'static str,
    title: &Message,
    draw: impl FnOnce() -> Html,
) -> Html {
    let open = scene.view.is_open(id);
    html! {
        <div class="stack">
            <button type="button" class="disclosure" name={id} aria-expanded={open.to_string()} aria-controls={id}
                onclick={scene.toggle_of(part, id.into())}>
                {icon(Icon::Chevron)}{scene.text(title)}
            </button>
            <div class="stack" {id} hidden={!open}>if open { {draw()} }</div>
        </div>
    }
}
