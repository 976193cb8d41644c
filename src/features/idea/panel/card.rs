//! One idea: its numbers, the five questions, and whether it is worth it.

use crate::context::Context;
use crate::features::idea::view::{IdeaView, ResultView};
use crate::session::Action;
use crate::widgets::block::block;
use crate::widgets::field::FieldView;
use crate::widgets::icon::{verdict_shape, zone};
use crate::widgets::number_field::NumberField;
use crate::widgets::speak::speak;
use l10n::text::{Message, say};
use model::{Verdict, Worth};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A verdict about an idea as a chip. What pays only while new has gone too far, what does not pay
/// at all falls short.
pub fn chip(context: &Context, result: &ResultView) -> Html {
    let side = match result.worth {
        Worth::Pays => Verdict::Sufficient,
        Worth::WhileNew => Verdict::Over,
        Worth::DoesNotPay => Verdict::Under,
    };
    html! { <span class={classes!("chip", zone(side))}>{verdict_shape(side)}{context.text(&result.chip)}</span> }
}

fn name(context: &Context, idea: &IdeaView) -> Html {
    let index = idea.index;
    let entered = context.session.entries.ideas.get(index);
    let value = entered.map(|idea| idea.name.clone());
    let id = format!("idea-{index}-name");
    let oninput = context.on(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::NameIdea(index, text)
    });
    html! {
        <div class="field field-stacked">
            <label for={id.clone()}>{context.text(&say::idea_name())}</label>
            <div class="field-control">
                <input id={id.clone()} name={id} type="text" autocomplete="off" maxlength="120" {value} {oninput} />
            </div>
        </div>
    }
}

fn number(context: &Context, index: usize, view: &FieldView) -> Html {
    let field = view.field;
    let on_entry = context.on(move |entry| Action::IdeaNumber(index, field, entry));
    html! { <NumberField key={field.id()} context={context.clone()} view={view.clone()} {on_entry} prefix={format!("idea-{index}-")} /> }
}

fn questions(context: &Context, idea: &IdeaView) -> Html {
    let index = idea.index;
    let question = |(number, (words, checked)): (usize, &(Message, bool))| {
        let onchange = context.on(move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            Action::IdeaAnswer(index, number, checked)
        });
        html! {
            <label class="check">
                <input type="checkbox" name={format!("idea-{index}-question-{number}")} checked={*checked} {onchange} />
                <span>{context.text(words)}</span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{context.text(&say::idea_questions())}</legend>
            { for idea.questions.iter().enumerate().map(question) }
        </fieldset>
    }
}

fn risks(context: &Context, idea: &IdeaView) -> Html {
    if idea.risks.is_empty() {
        return html! { <p class="small">{context.text(&say::idea_all_answered())}</p> };
    }
    let risk = |risk: &Message| html! { <li>{context.text(risk)}</li> };
    html! {
        <div>
            <p class="small">{context.text(&say::idea_open())}</p>
            <ul class="risks">{ for idea.risks.iter().map(risk) }</ul>
        </div>
    }
}

fn result(context: &Context, index: usize, result: &ResultView) -> Html {
    let facts = [
        (say::idea_net(), result.net.clone().into()),
        (say::idea_gain(), result.gain.clone().into()),
        (say::idea_cost(), result.cost.clone()),
        (say::idea_paid_back(), result.payback.clone()),
        (say::idea_breaks_even(), result.break_even.clone()),
    ];
    let fact = |context: &Context, (label, value): &(Message, Message)| {
        html! { <div class="fact"><dt>{context.text(label)}</dt><dd>{speak(context, value)}</dd></div> }
    };
    html! {
        <div class={classes!("stack", result.stale.then_some("stale"))}>
            {block(context, format!("idea-{index}"), |context| html! { <p role="status">{chip(context, result)}{" "}{speak(context, &result.sentence)}</p> })}
            {block(context, format!("idea-{index}-facts"), |context| html! { <dl class="facts">{ for facts.iter().map(|each| fact(context, each)) }</dl> })}
        </div>
    }
}

/// An idea.
pub fn card(context: &Context, idea: &IdeaView) -> Html {
    let index = idea.index;
    let remove = context.on(move |_: MouseEvent| Action::RemoveIdea(index));
    html! {
        <section class="idea" key={index} aria-labelledby={format!("idea-{index}-title")}>
            <h3 id={format!("idea-{index}-title")}>{context.text(&idea.name)}</h3>
            {name(context, idea)}
            <div class="tiles">{ for idea.fields.iter().map(|field| number(context, index, field)) }</div>
            {questions(context, idea)}
            { for idea.result.iter().map(|of| result(context, index, of)) }
            {risks(context, idea)}
            <button type="button" class="button" data-remove={index.to_string()} onclick={remove}>
                {context.text(&say::IdeaRemove { name: idea.name.clone() }.into())}
            </button>
        </section>
    }
}
