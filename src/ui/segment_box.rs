//! The segment: a combobox that can be searched.

use super::icon::{Icon, icon};
use super::scene::{Scene, SceneProps};
use super::segment_list::{SegmentChoice, segment_list, segments};
use crate::present::names;
use crate::session::Action;
use l10n::text::say;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the keys and the pointer have made of the combobox.
#[derive(Clone, PartialEq)]
struct Combobox {
    open: bool,
    typed: String,
    active: usize,
}

const CLOSED: Combobox = Combobox {
    open: false,
    typed: String::new(),
    active: 0,
};

/// The combobox after a key; nothing where the key is none of its own.
fn after_key(scene: &Scene, now: &Combobox, key: &str) -> Option<Combobox> {
    if !now.open {
        let opens = matches!(key, "ArrowDown" | "ArrowUp");
        return opens.then(|| opened(scene));
    }
    let ids = segments(scene, &now.typed);
    let last = ids.len().saturating_sub(1);
    let moved = |active| Combobox {
        active,
        ..now.clone()
    };
    match key {
        "ArrowDown" if now.active >= last => Some(moved(0)),
        "ArrowDown" => Some(moved(now.active + 1)),
        "ArrowUp" if now.active == 0 => Some(moved(last)),
        "ArrowUp" => Some(moved(now.active - 1)),
        "Enter" => {
            let Some(id) = ids.into_iter().nth(now.active) else {
                return Some(now.clone());
            };
            scene.act(Action::Segment(id));
            Some(CLOSED)
        }
        "Escape" => Some(CLOSED),
        _ => None,
    }
}

/// Opened on the segment that is chosen.
fn opened(scene: &Scene) -> Combobox {
    let chosen = &scene.store.session.entries.segment;
    let ids = segments(scene, "");
    Combobox {
        open: true,
        active: ids.iter().position(|id| id == chosen).unwrap_or(0),
        ..CLOSED
    }
}

/// The choice of the segment.
pub fn segment_box(scene: &Scene) -> Html {
    html! { <SegmentBox scene={scene.clone()} /> }
}

/// The segment's combobox.
#[component]
fn SegmentBox(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let state = use_state(|| CLOSED);
    let set = |make: fn(&Scene, &Combobox, String) -> Option<Combobox>| {
        let (scene, state) = (scene.clone(), state.clone());
        move |what: String| {
            let next = make(&scene, &state, what);
            let known = next.is_some();
            if let Some(next) = next {
                state.set(next);
            }
            known
        }
    };
    let on_key = set(|scene, now, key| after_key(scene, now, &key));
    let onkeydown = move |event: KeyboardEvent| {
        if on_key(event.key()) {
            event.prevent_default();
        }
    };
    let on_typed = set(|_, _, typed| {
        Some(Combobox {
            open: true,
            typed,
            active: 0,
        })
    });
    let oninput = move |event: InputEvent| {
        on_typed(event.target_unchecked_into::<HtmlInputElement>().value());
    };
    let on_show = set(|scene, now, _| (!now.open).then(|| opened(scene)));
    let onclick = move |_: MouseEvent| {
        on_show(String::new());
    };
    let onblur = {
        let state = state.clone();
        move |_: FocusEvent| state.set(CLOSED)
    };
    let on_choose = {
        let (scene, state) = (scene.clone(), state.clone());
        Callback::from(move |id: String| {
            scene.act(Action::Segment(id));
            state.set(CLOSED);
        })
    };
    let Combobox {
        open,
        typed,
        active,
    } = (*state).clone();
    let name = scene.text(&names::segment(&scene.store.session.entries.segment));
    let described = open.then(|| segments(scene, &typed).into_iter().nth(active));
    let list = open.then(|| {
        let choice = SegmentChoice {
            typed: typed.clone(),
            active,
            on_choose,
        };
        segment_list(scene, &choice)
    });
    html! {
        <div class="field field-stacked">
            <label class="visually-hidden" for="segment">{scene.text(&say::card_segment())}</label>
            <div class="combobox">
                <div class="field-control">
                    <input id="segment" name="segment" role="combobox" aria-autocomplete="list" autocomplete="off"
                        aria-expanded={open.to_string()} aria-controls="segment-list"
                        value={if open { typed } else { name.clone() }} placeholder={if open { name } else { String::new() }}
                        aria-activedescendant={described.flatten().map(|id| format!("segment-{id}"))}
                        {onclick} {oninput} {onkeydown} {onblur} />
                    <span class="field-unit">{icon(Icon::Chevron)}</span>
                </div>
                <div class="combobox-list" id="segment-list" role="listbox" hidden={!open} aria-label={scene.text(&say::card_segment())}>{list}</div>
            </div>
        </div>
    }
}
