//! The segment: a combobox that can be searched.

use crate::context::{Context, ContextProps};
use crate::features::market::segment_list::{SegmentChoice, segment_list, segments};
use crate::names;
use crate::session::Action;
use crate::widgets::icon::{Icon, icon};
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
fn after_key(context: &Context, now: &Combobox, key: &str) -> Option<Combobox> {
    if !now.open {
        let opens = matches!(key, "ArrowDown" | "ArrowUp");
        return opens.then(|| opened(context));
    }
    let ids = segments(context, &now.typed);
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
            context.send(Action::Segment(id));
            Some(CLOSED)
        }
        "Escape" => Some(CLOSED),
        _ => None,
    }
}

/// Opened on the segment that is chosen.
fn opened(context: &Context) -> Combobox {
    let chosen = &context.session.entries.segment;
    let ids = segments(context, "");
    Combobox {
        open: true,
        active: ids.iter().position(|id| id == chosen).unwrap_or(0),
        ..CLOSED
    }
}

/// The choice of the segment.
pub fn segment_box(context: &Context) -> Html {
    html! { <SegmentBox context={context.clone()} /> }
}

/// The segment's combobox.
#[component]
fn SegmentBox(props: &ContextProps) -> Html {
    let context = &props.context;
    let state = use_state(|| CLOSED);
    let set = |make: fn(&Context, &Combobox, String) -> Option<Combobox>| {
        let (context, state) = (context.clone(), state.clone());
        move |what: String| {
            let next = make(&context, &state, what);
            let known = next.is_some();
            if let Some(next) = next {
                state.set(next);
            }
            known
        }
    };
    let on_key = set(|context, now, key| after_key(context, now, &key));
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
    let on_show = set(|context, now, _| (!now.open).then(|| opened(context)));
    let onclick = move |_: MouseEvent| {
        on_show(String::new());
    };
    let onblur = {
        let state = state.clone();
        move |_: FocusEvent| state.set(CLOSED)
    };
    let on_choose = {
        let (context, state) = (context.clone(), state.clone());
        Callback::from(move |id: String| {
            context.send(Action::Segment(id));
            state.set(CLOSED);
        })
    };
    let Combobox {
        open,
        typed,
        active,
    } = (*state).clone();
    let name = context.text(&names::segment(&context.session.entries.segment));
    let described = open.then(|| segments(context, &typed).into_iter().nth(active));
    let list = open.then(|| {
        let choice = SegmentChoice {
            typed: typed.clone(),
            active,
            on_choose,
        };
        segment_list(context, &choice)
    });
    html! {
        <div class="field field-stacked">
            <label class="visually-hidden" for="segment">{context.text(&say::card_segment())}</label>
            <div class="combobox">
                <div class="field-control">
                    <input id="segment" name="segment" role="combobox" aria-autocomplete="list" autocomplete="off"
                        aria-expanded={open.to_string()} aria-controls="segment-list"
                        value={if open { typed } else { name.clone() }} placeholder={if open { name } else { String::new() }}
                        aria-activedescendant={described.flatten().map(|id| format!("segment-{id}"))}
                        {onclick} {oninput} {onkeydown} {onblur} />
                    <span class="field-unit">{icon(Icon::Chevron)}</span>
                </div>
                <div class="combobox-list" id="segment-list" role="listbox" hidden={!open} aria-label={context.text(&say::card_segment())}>{list}</div>
            </div>
        </div>
    }
}
