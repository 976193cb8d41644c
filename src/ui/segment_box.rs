//! The segment: a combobox that can be searched, grouped by whose customers.

use super::icon::{Icon, icon};
use super::scene::{Scene, use_scene};
use crate::model::{Market, Segment};
use crate::present::names;
use crate::present::rank::rank;
use crate::present::text::say;
use crate::session::Action;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const MARKETS: [(Market, &str); 3] = [
    (Market::B2c, "b2c"),
    (Market::B2b, "b2b"),
    (Market::B2g, "b2g"),
];

/// Whether a text holds another; the library's search weighs kilobytes.
fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    part.is_empty() || text.windows(part.len()).any(|window| window == part)
}

/// The segments that fit what is typed, as (id, name), in their groups.
fn fitting(scene: &Scene, typed: &str) -> Vec<(&'static str, Vec<(String, String)>)> {
    let typed = scene.format.fold(typed.trim());
    let named = |row: &Segment| (row.id.to_string(), scene.text(&names::segment(&row.id)));
    let fits = |(_, name): &(String, String)| holds(&scene.format.fold(name), &typed);
    let groups = MARKETS.into_iter().map(|(market, id)| {
        let rows = scene.tables().segments.iter();
        let rows = rows.filter(|row| row.market == market).map(named);
        let mut rows: Vec<_> = rows.filter(fits).collect();
        rank(&mut rows, |a, b| a.1 < b.1);
        (id, rows)
    });
    groups.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// The segment's combobox.
#[component]
pub fn SegmentBox() -> Html {
    let scene = use_scene();
    let open = use_state(|| false);
    let typed = use_state(String::new);
    let active = use_state(|| 0_usize);
    let Some(scene) = scene else {
        return Html::default();
    };
    let groups = fitting(&scene, &typed);
    let flat: Vec<String> = groups
        .iter()
        .flat_map(|(_, rows)| rows.iter().map(|(id, _)| id.clone()))
        .collect();
    let chosen = scene.store.session.entries.segment.clone();

    let show = {
        let (open, typed, active) = (open.clone(), typed.clone(), active.clone());
        let at = flat.iter().position(|id| *id == chosen).unwrap_or(0);
        move || {
            if !*open {
                typed.set(String::new());
                active.set(at);
                open.set(true);
            }
        }
    };
    let choose = {
        let (scene, open, typed) = (scene.clone(), open.clone(), typed.clone());
        Callback::from(move |id: String| {
            scene.act(Action::Segment(id));
            typed.set(String::new());
            open.set(false);
        })
    };
    let oninput = {
        let (open, typed, active) = (open.clone(), typed.clone(), active.clone());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
            open.set(true);
        }
    };
    let onkeydown = {
        let (open, active, choose, show) =
            (open.clone(), active.clone(), choose.clone(), show.clone());
        let flat = flat.clone();
        move |event: KeyboardEvent| {
            let last = flat.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" | "ArrowUp" if !*open => show(),
                "ArrowDown" => active.set(if *active >= last { 0 } else { *active + 1 }),
                "ArrowUp" => active.set(if *active == 0 { last } else { *active - 1 }),
                "Enter" if *open => {
                    if let Some(id) = flat.get(*active) {
                        choose.emit(id.clone());
                    }
                }
                "Escape" if *open => open.set(false),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let onblur = {
        let open = open.clone();
        move |_| open.set(false)
    };

    let name = scene.text(&names::segment(&chosen));
    let value = if *open {
        (*typed).clone()
    } else {
        name.clone()
    };
    let mut place = 0;
    let list = groups.iter().map(|(market, rows)| {
        let title = format!("segment-{market}");
        let options = rows.iter().map(|(id, name)| {
            let (at, choose, own) = (place, choose.clone(), id.clone());
            place += 1;
            // Before the input loses focus, which would close the list under the finger.
            let onmousedown = move |event: MouseEvent| {
                event.prevent_default();
                choose.emit(own.clone());
            };
            let class = classes!("option", (at == *active).then_some("active"));
            html! {
                <div role="option" {class} id={format!("segment-{id}")} data-segment={id.clone()}
                    aria-selected={(*id == chosen).to_string()} {onmousedown}>{name}</div>
            }
        });
        html! {
            <div role="group" aria-labelledby={title.clone()}>
                <p class="combobox-group" id={title.clone()}>{scene.text(&names::market(market))}</p>
                { for options }
            </div>
        }
    });
    let list: Html = list.collect();
    let described = flat.get(*active).filter(|_| *open);
    html! {
        <div class="field field-stacked">
            <label for="segment">{scene.text(&say::card_segment())}</label>
            <div class="combobox">
                <div class="field-control">
                    <input id="segment" name="segment" role="combobox" aria-autocomplete="list" autocomplete="off"
                        aria-expanded={open.to_string()} aria-controls="segment-list" {value}
                        placeholder={if *open { name } else { String::new() }}
                        aria-activedescendant={described.map(|id| format!("segment-{id}"))}
                        onclick={move |_| show()} {oninput} {onkeydown} {onblur} />
                    <span class="field-unit">{icon(Icon::Chevron)}</span>
                </div>
                <div class="combobox-list" id="segment-list" role="listbox" hidden={!*open}
                    aria-label={scene.text(&say::card_segment())}>
                    {list}
                    if flat.is_empty() {
                        <p class="combobox-group">{scene.text(&say::card_segment_none())}</p>
                    }
                </div>
            </div>
        </div>
    }
}
