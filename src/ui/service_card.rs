//! Card 3: the level delivered, by one of four ways, and how even the service is.

use super::block::block;
use super::disclosure::disclosure;
use super::numbers_card::session_field;
use super::opened::from_panels;
use super::part::Part;
use super::rung_picture::rung_picture;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use super::speak::speak;
use crate::model::Verdict;
use crate::present::figure::Figure;
use crate::present::ladder::{RungView, ladder};
use crate::present::text::say;
use crate::session::{Action, DeliveredBy, Field};
use yew::prelude::*;

const WAYS: [(DeliveredBy, &str); 4] = [
    (DeliveredBy::Rung, "rung"),
    (DeliveredBy::Practices, "practices"),
    (DeliveredBy::Measured, "measured"),
    (DeliveredBy::Level, "level"),
];

fn rung(scene: &Scene, view: &RungView) -> Html {
    let id = view.id.clone();
    let onchange = scene.on(move |_: Event| Action::Rung(id.clone()));
    // The colour says on which side of the expected rung it lies.
    let side = match view.id.as_str() {
        "terrible" | "basic" => Verdict::Under,
        "expected" => Verdict::Sufficient,
        _ => Verdict::Over,
    };
    html! {
        <label class={classes!("rung", super::icon::zone(side))} key={view.id.clone()}>
            <input type="radio" name="rung" value={view.id.clone()} checked={view.here} {onchange} />
            {rung_picture(&view.id)}
            <span class="rung-name">{scene.text(&view.name)}</span>
            <span class="rung-level">{speak(scene, &say::ByRungLevel { level: view.level.clone() }.into())}</span>
            <span class="rung-example">{scene.text(&view.example)}</span>
        </label>
    }
}

/// Card 3.
pub fn service_card(scene: &Scene) -> Html {
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
        DeliveredBy::Rung => {
            let rungs = ladder(&scene.answer, scene.tables());
            html! {
                <fieldset>
                    <legend class="small">{scene.text(&say::card_service_hint())}</legend>
                    <div class="ladder">{ for rungs.iter().map(|view| rung(scene, view)) }</div>
                </fieldset>
            }
        }
        DeliveredBy::Practices => from_panels(scene, |panels| (panels.practices)(scene)),
        DeliveredBy::Measured => html! { <>
            {session_field(scene, Field::Measured)}
            {session_field(scene, Field::Surveyed)}
        </> },
        DeliveredBy::Level => session_field(scene, Field::Level),
    };
    let k = Figure::share(scene.answer.outcome.consistency).named("consistency");
    let consistency = if entries.signs.iter().all(Option::is_none) {
        say::CardConsistencyTypical { consistency: k }.into()
    } else {
        say::CardConsistencyNow { consistency: k }.into()
    };
    let ways = segmented(&SegmentedProps {
        chosen: chosen.map(|(_, id)| AttrValue::from(*id)),
        class: classes!("segmented-pair"),
        ..SegmentedProps::new(
            "by",
            scene.text(&say::by_legend()),
            options.to_vec(),
            on_choose,
        )
    });
    html! {
        <section class="card" aria-labelledby="service-title">
            <h2 class="card-title" id="service-title"><span class="step">{"3"}</span>{scene.text(&say::card_service())}</h2>
            {ways}
            {way}
            <p class="small">{scene.text(&say::by_twenty())}</p>
            {block(scene, "consistency", |scene| html! { <p class="small">{speak(scene, &consistency)}</p> })}
            {disclosure(scene, "signs", &say::card_consistency(), || from_panels(scene, |panels| (panels.signs)(scene)))}
        </section>
    }
}
