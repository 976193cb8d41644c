//! Whether a margin is what is left after all costs: the question, and what is known of it.

use crate::context::Context;
use crate::session::Action;
use crate::widgets::net_margin::NetQuestion;
use l10n::text::{Message, say};
use yew::prelude::*;

/// The properties of the question.
#[derive(Properties, PartialEq)]
pub struct NetQuestionProps {
    /// What it sees.
    pub context: Context,
    /// What it asks.
    pub question: NetQuestion,
    /// Called when the answer changes what stands in the field.
    pub on_answer: Callback<()>,
}

/// The question with its two answers; after a no it says what to correct.
#[component]
pub fn NetQuestionBox(props: &NetQuestionProps) -> Html {
    let NetQuestionProps {
        context,
        question,
        on_answer,
    } = props;
    // The answer "no" counts for this margin alone: the question comes back for another one.
    let refused = use_state(|| None::<f64>);
    if *refused == Some(question.margin) {
        return html! { <p class="small" role="status">{context.text(&question.correct)}</p> };
    }
    let yes = {
        let (context, on_answer) = (context.clone(), on_answer.clone());
        move |_: MouseEvent| {
            on_answer.emit(());
            context.send(Action::TakeAsNet);
        }
    };
    let no = {
        let margin = question.margin;
        move |_: MouseEvent| refused.set(Some(margin))
    };
    html! {
        <div class="row" role="group" aria-label={context.text(&question.question)}>
            <p>{context.text(&question.question)}</p>
            <button type="button" class="button button-quiet" data-net="yes" onclick={yes}>{context.text(&question.yes)}</button>
            <button type="button" class="button button-quiet" data-net="no" onclick={no}>{context.text(&question.no)}</button>
        </div>
    }
}

/// What is left after all costs, and how to take it back.
pub fn net_margin(context: &Context, kept: &Message) -> Html {
    let forget = context.on(|_: MouseEvent| Action::ForgetNet);
    html! {
        <div class="field-note">
            <span>{context.text(kept)}</span>
            <button type="button" class="link" data-net="forget" onclick={forget}>{context.text(&say::net_forget())}</button>
        </div>
    }
}
