//! What the answers to the ten practices say.

use crate::context::Context;
use crate::features::assessment::view::{AssessmentView, Score};
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

fn bars(context: &Context, title: &Message, scores: &[Score]) -> Html {
    let item = |score: &Score| {
        let width = (1000.0 * score.score.value).round() as u32;
        let zone = if score.weakest {
            "zone-under"
        } else {
            "zone-sufficient"
        };
        let label = context.text(&score.label);
        html! {
            <li key={score.id.clone()}>
                if score.weakest { <strong>{label}</strong> } else { <span>{label}</span> }
                {speak(context, &score.score.clone().into())}
                <svg class={classes!("bar", zone)} viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={width.to_string()} height="1" />
                </svg>
            </li>
        }
    };
    html! { <>
        <h4>{context.text(title)}</h4>
        <ul class="bars">{ for scores.iter().map(item) }</ul>
    </> }
}

/// Scores, levers and warnings.
pub fn assessment(context: &Context) -> Html {
    let Some(view) = AssessmentView::new(&context.answer, context.tables()) else {
        return Html::default();
    };
    let stale = context.answer.stale.then_some("stale");
    let paragraph = |message: &Message| html! { <p>{speak(context, message)}</p> };
    html! {
        <div class={classes!("stack", stale)} data-assessment="">
            <p class="small">{context.text(&say::assessment_intro())}</p>
            {block(context, "dimensions", |context| bars(context, &say::assessment_dimensions(), &view.dimensions))}
            {block(context, "stages", |context| bars(context, &say::assessment_stages(), &view.stages))}
            <h4>{context.text(&say::assessment_weak_title())}</h4>
            {block(context, "weakest", |context| html! { <>{ for view.levers.iter().map(|message| html! { <p>{speak(context, message)}</p> }) }</> })}
            if view.levers.is_empty() { {paragraph(&say::assessment_even())} }
            { for view.signs.iter().map(paragraph) }
            <h4>{context.text(&say::assessment_over_title())}</h4>
            { for view.too_much.iter().map(|warning| html! {
                <p class="notice">{icon(Icon::Info)}<span>{speak(context, warning)}</span></p>
            }) }
        </div>
    }
}
