//! The treadmill: raise the service for a while, then go back.

use super::fields::{fields, stale_notice};
use super::plot::{key, plot};
use crate::present::treadmill::{FIELDS, Fact, TreadmillView, own_start};
use crate::ui::block::block;
use crate::ui::icon::{Icon, icon, zone};
use crate::ui::last_valid::use_last_valid;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::segmented::Segmented;
use crate::ui::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use std::rc::Rc;
use yew::prelude::*;

const OWN: &str = "own";
const EXPECTED: &str = "expected";

fn fact(scene: &Scene, fact: &Fact) -> Html {
    html! {
        <div class={classes!("fact", fact.side.map(zone))}>
            <dt>{scene.text(&fact.label)}</dt>
            <dd>{speak(scene, &fact.amount)}</dd>
            if let Some(detail) = &fact.detail {
                <dd class="small">{speak(scene, detail)}</dd>
            }
        </div>
    }
}

fn shown(scene: &Scene, view: &TreadmillView, stale: bool) -> Html {
    html! {
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(scene, "treadmill-sentence", |scene| html! { <p role="status">{speak(scene, &view.sentence)}{" "}{speak(scene, &view.verdict)}</p> })}
            <div class="pair">{ for view.plots.iter().map(|each| plot(scene, each, None)) }</div>
            <ul class="legend">
                {key(scene, "", &say::treadmill_key_expectation())}
                {key(scene, "curve-dashed", &say::treadmill_key_level())}
                {key(scene, "key-box", &say::treadmill_key_raised())}
            </ul>
            {block(scene, "treadmill-facts", |scene| html! { <dl class="facts">{ for view.facts.iter().map(|each| fact(scene, each)) }</dl> })}
            {block(scene, "treadmill-assumption", |scene| html! { <p class="notice">{icon(Icon::Info)}<span>{speak(scene, &view.assumption)}</span></p> })}
        </div>
    }
}

/// The treadmill.
#[component]
pub fn TreadmillPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let from = use_state(|| EXPECTED);
    let expected = scene.answer.firm.expectation.expected;
    let fresh = TreadmillView::new(&scene.answer, scene.tables(), *from == OWN);
    let (view, at_error) = use_last_valid(fresh.map(Rc::new));
    let stale = scene.answer.stale || at_error;
    let on_choose = {
        let from = from.clone();
        move |chosen: String| from.set(if chosen == OWN { OWN } else { EXPECTED })
    };
    let option = |value: &'static str, label| (value.into(), scene.text(&label).into());
    html! { <>
        <p>{scene.text(&say::treadmill_intro())}</p>
        if let Some(own) = own_start(&scene.answer) {
            <Segmented name="treadmill-from" legend={scene.text(&say::treadmill_from())} chosen={*from} {on_choose} options={vec![
                option(EXPECTED, say::TreadmillFromExpected { level: Figure::points(expected) }.into()),
                option(OWN, say::TreadmillFromOwn { level: Figure::points(own) }.into()),
            ]} />
        }
        {fields(scene, "treadmill", &FIELDS)}
        {stale_notice(scene, stale)}
        if let Some(view) = &view { {shown(scene, view, stale)} }
    </> }
}
