//! Other ways than a chair to tell how well one serves, and how consistently.

use crate::context::Context;
use crate::features::assessment::questions::{practices, signs};
use crate::features::numbers::CUSTOMERS;
use crate::features::numbers::session_field;
use crate::platform::part::Part;
use crate::session::{Action, DeliveredBy, Field};
use crate::widgets::block::block;
use crate::widgets::disclosure::disclosure;
use crate::widgets::opened::once_said;
use crate::widgets::segmented::{SegmentedProps, segmented};
use crate::widgets::speak::speak;
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
fn put_in(context: &Context) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |event: MouseEvent| {
        if !context.view.is_open(CUSTOMERS) {
            context.flip(CUSTOMERS.into());
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
pub fn ways(context: &Context) -> Html {
    let entries = &context.session.entries;
    let by = entries.delivered_by;
    let options = WAYS.map(|(way, id)| {
        let label = match way {
            DeliveredBy::Rung => say::by_rung(),
            DeliveredBy::Practices => say::by_practices(),
            DeliveredBy::Measured => say::by_measured(),
            DeliveredBy::Level => say::by_level(),
        };
        (AttrValue::from(id), AttrValue::from(context.text(&label)))
    });
    let chosen = WAYS.iter().find(|(way, _)| *way == by);
    let chosen_in = context.clone();
    let on_choose = context.on(move |id: String| {
        chosen_in.want(Part::Panels);
        let way = WAYS.iter().find(|(_, each)| *each == id);
        Action::By(way.map_or(DeliveredBy::Rung, |(way, _)| *way))
    });
    let way = match by {
        DeliveredBy::Rung => Html::default(),
        DeliveredBy::Practices => once_said(context, || practices(context)),
        DeliveredBy::Measured => once_said(context, || {
            html! { <>
                {session_field(context, Field::Measured)}
                {session_field(context, Field::Surveyed)}
            </> }
        }),
        DeliveredBy::Level => once_said(context, || session_field(context, Field::Level)),
    };
    let k = Figure::share(context.answer.outcome.consistency).named("consistency");
    let consistency = if entries.signs.iter().all(Option::is_none) {
        say::ConsistencyTypical { consistency: k }.into()
    } else {
        say::ConsistencyNow { consistency: k }.into()
    };
    let legend = context.text(&say::by_legend());
    let ways = segmented(&SegmentedProps {
        chosen: chosen.map(|(_, id)| AttrValue::from(*id)),
        class: classes!("segmented-pair"),
        ..SegmentedProps::new("by", legend, options.to_vec(), on_choose)
    });
    html! { <>
        <button type="button" class="link" name="put-in" onclick={put_in(context)}>{context.text(&say::ladder_put_in())}</button>
        {ways}
        {way}
        {disclosure(context, "signs", &say::card_consistency(), || once_said(context, || html! { <>
            {block(context, "consistency", |context| html! { <p class="small">{speak(context, &consistency)}</p> })}
            {signs(context)}
        </> }))}
    </> }
}
