//! Whether a margin is what is left after all costs: the question, and what is known of it.

use super::scene::Scene;
use crate::present::net_margin::NetQuestion;
use crate::session::Action;
use l10n::text::{Message, say};
use yew::prelude::*;

/// The properties of the question.
#[derive(Properties, PartialEq)]
pub struct NetQuestionProps {
    /// What it sees.
    pub scene: Scene,
    /// What it asks.
    pub question: NetQuestion,
    /// Called when the answer changes what stands in the field.
    pub on_answer: Callback<()>,
}

/// The question with its two answers; after a no it says what to correct.
#[component]
pub fn NetQuestionBox(props: &NetQuestionProps) -> Html {
    let NetQuestionProps {
        scene,
        question,
        on_answer,
    } = props;
    // The answer "no" counts for this margin alone: the question comes back for another one.
    let refused = use_state(|| None::<f64>);
    if *refused == Some(question.margin) {
        return html! { <p class="small" role="status">{scene.text(&question.correct)}</p> };
    }
    let yes = {
        let (scene, on_answer) = (scene.clone(), on_answer.clone());
        move |_: MouseEvent| {
            on_answer.emit(());
            scene.act(Action::TakeAsNet);
        }
    };
    let no = {
        let margin = question.margin;
        move |_: MouseEvent| refused.set(Some(margin))
    };
    html! {
        <div class="row" role="group" aria-label={scene.text(&question.question)}>
            <p>{scene.text(&question.question)}</p>
            <button type="button" class="button button-quiet" data-net="yes" onclick={yes}>{scene.text(&question.yes)}</button>
            <button type="button" class="button button-quiet" data-net="no" onclick={no}>{scene.text(&question.no)}</button>
        </div>
    }
}

/// What is left after all costs, and how to take it back.
pub fn net_margin(scene: &Scene, kept: &Message) -> Html {
    let forget = scene.on(|_: MouseEvent| Action::ForgetNet);
    html! {
        <div class="field-note">
            <span>{scene.text(kept)}</span>
            <button type="button" class="link" data-net="forget" onclick={forget}>{scene.text(&say::net_forget())}</button>
        </div>
    }
}
