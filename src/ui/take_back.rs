//! Taking the last change back, and starting over.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::session::Action;
use l10n::text::say;
use yew::prelude::*;

/// Both buttons.
pub fn take_back(scene: &Scene) -> Html {
    let session = &scene.store.session;
    let undo = scene.text(&say::page_undo());
    let reset = scene.text(&say::page_reset());
    html! { <>
        <button type="button" class="button button-quiet" name="undo" aria-label={undo.clone()} title={undo}
            disabled={!session.can_undo()} onclick={scene.on(|_: MouseEvent| Action::Undo)}>{icon(Icon::Undo)}</button>
        <button type="button" class="button button-quiet" name="reset" aria-label={reset.clone()} title={reset}
            disabled={!session.can_reset()} onclick={scene.on(|_: MouseEvent| Action::Reset)}>{icon(Icon::Reset)}</button>
    </> }
}
