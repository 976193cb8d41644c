//! The treadmill: raise the service for a while, then go back.

use crate::context::{Context, ContextProps};
use crate::features::treadmill::view::{FIELDS, Fact, TreadmillView, own_start};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon, zone};
use crate::widgets::last_valid::use_last_valid;
use crate::widgets::panel_field::{fields, stale_notice};
use crate::widgets::plot_figure::{key, plot};
use crate::widgets::segmented::Segmented;
use crate::widgets::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use std::rc::Rc;
use yew::prelude::*;

const OWN: &str = "own";
const EXPECTED: &str = "expected";

fn fact(context: &Context, fact: &Fact) -> Html {
    html! {
        <div class={classes!("fact", fact.side.map(zone))}>
            <dt>{context.text(&fact.label)}</dt>
            <dd>{speak(context, &fact.amount)}</dd>
            if let Some(detail) = &fact.detail {
                <dd class="small">{speak(context, detail)}</dd>
            }
        </div>
    }
}

fn shown(context: &Context, view: &TreadmillView, stale: bool) -> Html {
    html! {
        <div class={classes!("stack", stale.then_some("stale"))}>
            {block(context, "treadmill-sentence", |context| html! { <p role="status">{speak(context, &view.sentence)}{" "}{speak(context, &view.verdict)}</p> })}
            <div class="pair">{ for view.plots.iter().map(|each| plot(context, each, None)) }</div>
            <ul class="legend">
                {key(context, "", &say::treadmill_key_expectation())}
                {key(context, "curve-dashed", &say::treadmill_key_level())}
                {key(context, "key-box", &say::treadmill_key_raised())}
            </ul>
            {block(context, "treadmill-facts", |context| html! { <dl class="facts">{ for view.facts.iter().map(|each| fact(context, each)) }</dl> })}
            {block(context, "treadmill-assumption", |context| html! { <p class="notice">{icon(Icon::Info)}<span>{speak(context, &view.assumption)}</span></p> })}
        </div>
    }
}

/// The treadmill.
#[component]
pub fn TreadmillPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let from = use_state(|| EXPECTED);
    let expected = context.answer.firm.expectation.expected;
    let fresh = TreadmillView::new(&context.answer, context.tables(), *from == OWN);
    let (view, at_error) = use_last_valid(fresh.map(Rc::new));
    let stale = context.answer.stale || at_error;
    let on_choose = {
        let from = from.clone();
        move |chosen: String| from.set(if chosen == OWN { OWN } else { EXPECTED })
    };
    let option = |value: &'static str, label| (value.into(), context.text(&label).into());
    html! { <>
        <p>{context.text(&say::treadmill_intro())}</p>
        if let Some(own) = own_start(&context.answer) {
            <Segmented name="treadmill-from" legend={context.text(&say::treadmill_from())} chosen={*from} {on_choose} options={vec![
                option(EXPECTED, say::TreadmillFromExpected { level: Figure::points(expected) }.into()),
                option(OWN, say::TreadmillFromOwn { level: Figure::points(own) }.into()),
            ]} />
        }
        {fields(context, "treadmill", &FIELDS)}
        {stale_notice(context, stale)}
        if let Some(view) = &view { {shown(context, view, stale)} }
    </> }
}
