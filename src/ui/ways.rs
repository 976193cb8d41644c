//! Other ways than a chair to tell how well one serves, and how consistently.

use super::block::block;
use super::disclosure::disclosure;
use super::fields::session_field;
use super::numbers_card::CUSTOMERS;
use super::opened::once_said;
use super::part::Part;
use super::questions::{practices, signs};
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use super::speak::speak;
use crate::session::{Action, DeliveredBy, Field};
use l10n::figure::Figure;
use l10n::text::say;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

const WAYS: [(DeliveredBy, &str); 4] = [
    (DeliveredBy::Rung, "rung"),
    (DeliveredBy::Practices, "practices"),
    (DeliveredBy::Measured, "measured"),
    (DeliveredBy::Level, "level"),
];

/// Opens the line of the customers and goes there.
fn put_in(scene: &Scene) -> Callback<MouseEvent> {
    let scene = scene.clone();
    Callback::from(move |event: MouseEvent| {
        if !scene.view.is_open(CUSTOMERS) {
            scene.flip(CUSTOMERS.into());
        }
        let page = event.target_dyn_into::<Element>();
        let page = page.and_then(|button| button.closest(".page").ok()?);
        let line = page.and_then(|page| page.query_selector("[data-line]").ok()?);
        if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
            let _ = line.focus();
        }
    })
}

/// The ways, what the chosen one asks, and the five signs.
pub fn ways(scene: &Scene) -> Html {
    let entries = &scene.store.session.entries;
    let by = entries.delivered_by;
    let options = WAYS.map(|(way, id)| {
        let label = match way {
            DeliveredBy::Rung => say::by_rung(),
            DeliveredBy::Practices => say::by_practices(),
            DeliveredBy::Measured => say::by_measured(),
            DeliveredBy::Level => say::by_level(),
        };
        (AttrValue::from(id), AttrValue::from(scene.text(&label)))
    });
    let chosen = WAYS.iter().find(|(way, _)| *way == by);
    let chosen_in = scene.clone();
    let on_choose = scene.on(move |id: String| {
        chosen_in.want(Part::Panels);
        let way = WAYS.iter().find(|(_, each)| *each == id);
        Action::By(way.map_or(DeliveredBy::Rung, |(way, _)| *way))
    });
    let way = match by {
        DeliveredBy::Rung => Html::default(),
        DeliveredBy::Practices => once_said(scene, || practices(scene)),
        DeliveredBy::Measured => once_said(scene, || {
            html! { <>
                {session_field(scene, Field::Measured)}
                {session_field(scene, Field::Surveyed)}
            </> }
        }),
        DeliveredBy::Level => once_said(scene, || session_field(scene, Field::Level)),
    };
    let k = Figure::share(scene.answer.outcome.consistency).named("consistency");
    let consistency = if entries.signs.iter().all(Option::is_none) {
        say::ConsistencyTypical { consistency: k }.into()
    } else {
        say::ConsistencyNow { consistency: k }.into()
    };
    let legend = scene.text(&say::by_legend());
    let ways = segmented(&SegmentedProps {
        chosen: chosen.map(|(_, id)| AttrValue::from(*id)),
        class: classes!("segmented-pair"),
        ..SegmentedProps::new("by", legend, options.to_vec(), on_choose)
    });
    html! { <>
        <button type="button" class="link" name="put-in" onclick={put_in(scene)}>{scene.text(&say::ladder_put_in())}</button>
        {ways}
        {way}
        {disclosure(scene, "signs", &say::card_consistency(), || once_said(scene, || html! { <>
            {block(scene, "consistency", |scene| html! { <p class="small">{speak(scene, &consistency)}</p> })}
            {signs(scene)}
        </> }))}
    </> }
}
