//! The cases by name, each with what can be done with it.

use super::board::control;
use crate::present::compare::{LETTERS, refusal};
use crate::present::recalculated;
use crate::session::cases::{Case, CaseAction, LONGEST, fault_of};
use crate::session::made_earlier;
use crate::ui::icon::{Icon, icon};
use crate::ui::scene::Scene;
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What gives the cases their colours and dashes, in their order.
const LOOKS: [&str; LETTERS.len()] = ["case-a", "case-b", "case-c", "case-d", "case-e", "case-f"];

/// Colour and dashes of a case.
pub fn look(place: usize) -> &'static str {
    LOOKS.get(place).copied().unwrap_or_default()
}

/// A letter in the colour of its case.
pub fn letter(place: usize) -> Html {
    let letter = LETTERS.get(place).copied().unwrap_or_default();
    html! { <span class={classes!("case-letter", look(place))} aria-hidden="true">{letter}</span> }
}

fn row(
    scene: &Scene,
    place: usize,
    case: &Case,
    last: bool,
    act: &Callback<CaseAction>,
    open: &Callback<Case>,
) -> Html {
    let of = |what: Message| {
        let name = case.name.clone().into();
        scene.text(&say::CompareOfCase { what, name }.into())
    };
    let does = |action: fn(usize) -> CaseAction| {
        let act = act.clone();
        move |_: MouseEvent| act.emit(action(place))
    };
    let rename = {
        let act = act.clone();
        move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            act.emit(CaseAction::Rename(place, name));
        }
    };
    let opens = {
        let (open, case) = (open.clone(), case.clone());
        move |_: MouseEvent| open.emit(case.clone())
    };
    let fault = fault_of(case, place + 1, scene.store.session.start(), scene.tables());
    let name = LETTERS.get(place).copied().unwrap_or_default();
    let label = say::CompareCaseName {
        letter: name.into(),
    };
    let (up, down, delete) = (
        say::compare_up(),
        say::compare_down(),
        say::compare_delete(),
    );
    html! {
        <li key={place} class="case-row">
            {letter(place)}
            <span class="field-control"><input type="text" name={control("name", place)} aria-label={scene.text(&label.into())}
                maxlength={LONGEST.to_string()} autocomplete="off" value={case.name.clone()} onchange={rename} /></span>
            <span class="case-buttons">
                <button type="button" class="button" name={control("open", place)} aria-label={of(say::compare_open())} onclick={opens}>{scene.text(&say::compare_open())}</button>
                <button type="button" class="button button-quiet upwards" name={control("up", place)} aria-label={of(up.clone())} title={scene.text(&up)}
                    disabled={place == 0} onclick={does(CaseAction::Up)}>{icon(Icon::Chevron)}</button>
                <button type="button" class="button button-quiet" name={control("down", place)} aria-label={of(down.clone())} title={scene.text(&down)}
                    disabled={last} onclick={does(CaseAction::Down)}>{icon(Icon::Chevron)}</button>
                <button type="button" class="button button-quiet" name={control("delete", place)} aria-label={of(delete.clone())} title={scene.text(&delete)}
                    onclick={does(CaseAction::Delete)}>{icon(Icon::Close)}</button>
            </span>
            if let Some(fault) = fault { <p class="small case-fault">{scene.text(&refusal(&fault))}</p> }
            if made_earlier(&case.state) { <p class="small case-note">{scene.text(&recalculated::case())}</p> }
        </li>
    }
}

/// All of them, in order.
pub fn list(
    scene: &Scene,
    cases: &[Case],
    act: &Callback<CaseAction>,
    open: &Callback<Case>,
) -> Html {
    if cases.is_empty() {
        return Html::default();
    }
    let rows = cases.iter().enumerate();
    let last = cases.len() - 1;
    html! {
        <ol class="case-list">
            { for rows.map(|(place, case)| row(scene, place, case, place == last, act, open)) }
        </ol>
    }
}
