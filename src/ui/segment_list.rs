//! The list of the segments' combobox: what fits what is typed, grouped by whose customers.

use super::scene::Scene;
use crate::present::names;
use crate::present::rank::rank;
use l10n::text::say;
use model::{Market, Segment};
use yew::prelude::*;

const MARKETS: [(Market, &str); 3] = [
    (Market::B2c, "b2c"),
    (Market::B2b, "b2b"),
    (Market::B2g, "b2g"),
];

/// Where the combobox stands.
#[derive(Debug)]
pub struct SegmentChoice {
    /// What is typed into it.
    pub typed: String,
    /// Which row of the list the keys are on.
    pub active: usize,
    /// Called with the id of the segment that is picked.
    pub on_choose: Callback<String>,
}

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

/// The ids of the segments that fit what is typed, in the order of the list.
pub fn segments(scene: &Scene, typed: &str) -> Vec<String> {
    let groups = fitting(scene, typed);
    let rows = groups.into_iter().flat_map(|(_, rows)| rows);
    rows.map(|(id, _)| id).collect()
}

/// The list.
pub fn segment_list(scene: &Scene, choice: &SegmentChoice) -> Html {
    let groups = fitting(scene, &choice.typed);
    if groups.is_empty() {
        return html! { <p class="combobox-group">{scene.text(&say::card_segment_none())}</p> };
    }
    let chosen = &scene.store.session.entries.segment;
    let mut index = 0;
    let list = groups.into_iter().map(|(market, rows)| {
        let title = format!("segment-{market}");
        let options = rows.into_iter().map(|(id, name)| {
            let active = index == choice.active;
            index += 1;
            let (on_choose, own) = (choice.on_choose.clone(), id.clone());
            // Before the input loses focus, which would close the list under the finger.
            let onmousedown = move |event: MouseEvent| {
                event.prevent_default();
                on_choose.emit(own.clone());
            };
            html! {
                <div role="option" class={classes!("option", active.then_some("active"))} id={format!("segment-{id}")}
                    data-segment={id.clone()} aria-selected={(id == *chosen).to_string()} {onmousedown}>{name}</div>
            }
        });
        html! {
            <div role="group" aria-labelledby={title.clone()}>
                <p class="combobox-group" id={title}>{scene.text(&names::market(market))}</p>
                { for options }
            </div>
        }
    });
    list.collect()
}
