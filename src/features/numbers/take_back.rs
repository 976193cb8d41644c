//! Taking the last change back, and starting over.

use crate::context::Context;
use crate::session::Action;
use crate::widgets::icon::{Icon, icon};
use l10n::text::say;
use yew::prelude::*;

/// Both buttons.
pub fn take_back(context: &Context) -> Html {
    let session = &context.session;
    let undo = context.text(&say::page_undo());
    let reset = context.text(&say::page_reset());
    html! { <>
        <button type="button" class="button button-quiet" name="undo" aria-label={undo.clone()} title={undo}
            disabled={!session.can_undo()} onclick={context.on(|_: MouseEvent| Action::Undo)}>{icon(Icon::Undo)}</button>
        <button type="button" class="button button-quiet" name="reset" aria-label={reset.clone()} title={reset}
            disabled={!session.can_reset()} onclick={context.on(|_: MouseEvent| Action::Reset)}>{icon(Icon::Reset)}</button>
    </> }
}
