//! A small heading that opens what most leave closed.

use crate::context::Context;
use crate::platform::part::Part;
use crate::widgets::icon::{Icon, icon};
use l10n::text::Message;
use yew::prelude::*;

/// A disclosure, closed at first; `id`, unique on the page, is that of what it opens, and the panels
/// draw.
pub fn disclosure(
    context: &Context,
    id: &'static str,
    title: &Message,
    draw: impl FnOnce() -> Html,
) -> Html {
    disclosure_of(context, Part::Panels, id, title, draw)
}

/// The same, drawn by a part.
pub fn disclosure_of(
    context: &Context,
    part: Part,
    id: &'static str,
    title: &Message,
    draw: impl FnOnce() -> Html,
) -> Html {
    let open = context.view.is_open(id);
    html! {
        <div class="stack">
            <button type="button" class="disclosure" name={id} aria-expanded={open.to_string()} aria-controls={id}
                onclick={context.toggle_of(part, id.into())}>
                {icon(Icon::Chevron)}{context.text(title)}
            </button>
            <div class="stack" {id} hidden={!open}>if open { {draw()} }</div>
        </div>
    }
}
