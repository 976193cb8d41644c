//! The top line: name, language, undo, start over.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::present::text::say;
use crate::session::Action;
use yew::prelude::*;

/// The top line; `on_language` is called with the language chosen.
pub fn top_bar(scene: &Scene, on_language: &Callback<String>) -> Html {
    let session = &scene.store.session;
    let language = |(tag, name): &(&'static str, &'static str)| {
        let (tag, name) = (*tag, *name);
        let on_language = on_language.clone();
        let pressed = scene.catalog.language() == tag;
        html! {
            <button type="button" class="button button-quiet" lang={tag} data-language={tag} title={name}
                aria-pressed={pressed.to_string()}
                onclick={move |_| on_language.emit(tag.to_owned())}>{tag.to_ascii_uppercase()}</button>
        }
    };
    let undo = scene.text(&say::page_undo());
    let reset = scene.text(&say::page_reset());
    html! {
        <header class="topbar">
            <h1 class="brand">{icon(Icon::Brand)}{scene.text(&say::page_brand())}</h1>
            <div class="row">
                <div role="group" aria-label={scene.text(&say::page_language())}>
                    { for say::LANGUAGES.iter().map(language) }
                </div>
                <button type="button" class="button button-quiet" name="undo" aria-label={undo.clone()} title={undo}
                    disabled={!session.can_undo()} onclick={scene.on(|_: MouseEvent| Action::Undo)}>{icon(Icon::Undo)}</button>
                <button type="button" class="button button-quiet" name="reset" aria-label={reset.clone()} title={reset}
                    disabled={!session.can_reset()} onclick={scene.on(|_: MouseEvent| Action::Reset)}>{icon(Icon::Reset)}</button>
            </div>
        </header>
    }
}
