//! Keeping what is entered as a case.

use super::board::{Board, Turn};
use crate::present::names;
use crate::session::cases::{Case, CaseAction, LONGEST, MOST};
use crate::ui::scene::Scene;
use l10n::text::say;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is answered to at this moment, to be kept.
fn state(scene: &Scene) -> String {
    let mut session = scene.store.session.clone();
    session.entries = scene.answer.entries.clone();
    session.to_link(scene.tables())
}

/// The name under which the present state is kept, and the button; a component of its own would weigh
/// two kilobytes.
pub fn keeping(
    scene: &Scene,
    board: &UseReducerHandle<Board>,
    name: &UseStateHandle<String>,
) -> Html {
    let oninput = {
        let name = name.clone();
        move |event: InputEvent| name.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onsubmit = {
        let (scene, board, name) = (scene.clone(), board.clone(), name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let market = || scene.text(&names::segment(&scene.answer.entries.segment));
            let called = if name.trim().is_empty() {
                market()
            } else {
                (*name).clone()
            };
            let state = state(&scene);
            // Pressed twice, it is kept once.
            let mut cases = board.kept.list().iter();
            let before = cases.find(|case| name.trim().is_empty() && case.state == state);
            if let Some(before) = before {
                let name = before.name.clone().into();
                return board.dispatch(Turn::Say(say::CompareDoneKept { name }.into()));
            }
            let fits = board.kept.list().len() < MOST;
            board.dispatch(Turn::Do(CaseAction::Keep(Case {
                name: called,
                state,
            })));
            // What found no room is not lost.
            if fits {
                name.set(String::new());
            }
        }
    };
    html! {
        <form class="case-keep" {onsubmit}>
            <label class="field field-stacked">{scene.text(&say::compare_name())}
                <span class="field-control"><input type="text" name="case-name" maxlength={LONGEST.to_string()} autocomplete="off" value={(**name).clone()} {oninput} /></span>
            </label>
            <button class="button button-primary" name="case-keep">{scene.text(&say::compare_keep())}</button>
        </form>
    }
}
