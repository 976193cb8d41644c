//! What the answers to the ten practices say.

use super::block::block;
use super::icon::{Icon, icon};
use super::scene::Scene;
use super::speak::speak;
use crate::present::assessment::{AssessmentView, Score};
use l10n::text::{Message, say};
use yew::prelude::*;

fn bars(scene: &Scene, title: &Message, scores: &[Score]) -> Html {
    let item = |score: &Score| {
        let width = (1000.0 * score.score.value).round() as u32;
        let zone = if score.weakest {
            "zone-under"
        } else {
            "zone-sufficient"
        };
        let label = scene.text(&score.label);
        html! {
            <li key={score.id.clone()}>
                if score.weakest { <strong>{label}</strong> } else { <span>{label}</span> }
                {speak(scene, &score.score.clone().into())}
                <svg class={classes!("bar", zone)} viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={width.to_string()} height="1" />
                </svg>
            </li>
        }
    };
    html! { <>
        <h4>{scene.text(title)}</h4>
        <ul class="bars">{ for scores.iter().map(item) }</ul>
    </> }
}

/// Scores, levers and warnings.
pub fn assessment(scene: &Scene) -> Html {
    let Some(view) = AssessmentView::new(&scene.answer, scene.tables()) else {
        return Html::default();
    };
    let stale = scene.answer.stale.then_some("stale");
    let paragraph = |message: &Message| html! { <p>{speak(scene, message)}</p> };
    html! {
        <div class={classes!("stack", stale)} data-assessment="">
            <p class="small">{scene.text(&say::assessment_intro())}</p>
            {block(scene, "dimensions", |scene| bars(scene, &say::assessment_dimensions(), &view.dimensions))}
            {block(scene, "stages", |scene| bars(scene, &say::assessment_stages(), &view.stages))}
            <h4>{scene.text(&say::assessment_weak_title())}</h4>
            {block(scene, "weakest", |scene| html! { <>{ for view.levers.iter().map(|message| html! { <p>{speak(scene, message)}</p> }) }</> })}
            if view.levers.is_empty() { {paragraph(&say::assessment_even())} }
            { for view.signs.iter().map(paragraph) }
            <h4>{scene.text(&say::assessment_over_title())}</h4>
            { for view.too_much.iter().map(|warning| html! {
                <p class="notice">{icon(Icon::Info)}<span>{speak(scene, warning)}</span></p>
            }) }
        </div>
    }
}
