//! How sure is it?

use crate::context::{Context, ContextProps};
use crate::features::certainty::tornado::tornado;
use crate::features::certainty::view::{Certainty, Found, RangeView};
use crate::platform::draws::Draws;
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon, verdict_shape, zone};
use crate::widgets::speak::speak;
use l10n::text::{Message, say};
use model::Verdict;
use yew::prelude::*;

/// How much of a drawing's width.
fn across(x: f64) -> String {
    format!("{:.2}", 100.0 * x)
}

fn progress(context: &Context, view: &Certainty) -> Html {
    let (done, all) = view.progress;
    let simulating = context.simulating.clone();
    let (name, label, onclick) = if view.under_way {
        let stop = Callback::from(move |_: MouseEvent| simulating.cancel());
        ("certainty-cancel", say::certainty_cancel(), stop)
    } else {
        let start = Callback::from(move |_: MouseEvent| simulating.again());
        ("certainty-redraw", say::certainty_redraw(), start)
    };
    html! { <>
        <div class="row">
            <label for="certainty-progress" class="small">{speak(context, &view.progress_words)}</label>
            <progress class="progress" id="certainty-progress" max={all.to_string()} value={done.to_string()} />
            <button type="button" class="button" {name} {onclick}>{context.text(&label)}</button>
        </div>
        <div role="status">
            if let Some(notice) = &view.notice {
                <p class="notice notice-caution">{icon(Icon::Caution)}<span>{context.text(notice)}</span></p>
            }
        </div>
    </> }
}

fn share(context: &Context, (verdict, words): &(Verdict, Message)) -> Html {
    html! {
        <span class={classes!("chip", zone(*verdict))}>{verdict_shape(*verdict)}<span>{speak(context, words)}</span></span>
    }
}

fn range(context: &Context, view: &RangeView) -> Html {
    let [low, middle, high] = view.places;
    html! {
        <li>
            <span>{context.text(&view.label)}</span><span>{speak(context, &view.words)}</span>
            <svg class={classes!("range", view.side.map(zone))} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" y="4" width="100" height="2" />
                <rect x={across(low)} y="2.5" width={across(high - low)} height="5" />
                <rect class="median" x={across(middle)} width=".8" height="10" />
            </svg>
        </li>
    }
}

fn found(context: &Context, found: &Found) -> Html {
    let earlier = found.earlier.then_some("stale");
    html! { <>
        if found.earlier {
            <p class="notice">{icon(Icon::Info)}<span>{context.text(&say::certainty_earlier())}</span></p>
        }
        {block(context, "certainty-shares", |context| html! { <p class={classes!("row", earlier)}>{ for found.shares.iter().map(|each| share(context, each)) }</p> })}
        <div class={classes!("stack", earlier)}>
            <h3>{context.text(&say::certainty_ranges())}</h3>
            {block(context, "certainty-ranges", |context| html! { <ul class="ranges">{ for found.ranges.iter().map(|each| range(context, each)) }</ul> })}
        </div>
    </> }
}

/// How sure is it?
#[component]
pub fn CertaintyPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let view = Certainty::new(
        &context.answer,
        context.tables(),
        context.draws.as_deref().unwrap_or(&Draws::default()),
    );
    html! { <>
        {block(context, "certainty", |context| html! { <p>{speak(context, &view.intro)}</p> })}
        {progress(context, &view)}
        if let Some(said) = &view.without_worker { <p class="small">{context.text(said)}</p> }
        if let Some(last) = &view.found { {found(context, last)} }
        {tornado(context, &view.tornado)}
        <p class="notice">{icon(Icon::Info)}<span>{context.text(&say::certainty_weak())}</span></p>
        <p class="small">{context.text(&say::certainty_independent())}</p>
    </> }
}
