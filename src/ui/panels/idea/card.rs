//! One idea: its numbers, the five questions, and whether it is worth it.

use crate::present::field::FieldView;
use crate::present::idea::{IdeaView, ResultView};
use crate::session::Action;
use crate::ui::block::block;
use crate::ui::icon::{verdict_shape, zone};
use crate::ui::number_field::NumberField;
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::{Message, say};
use model::{Verdict, Worth};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A verdict about an idea as a chip. What pays only while new has gone too far, what does not pay
/// at all falls short.
pub fn chip(scene: &Scene, result: &ResultView) -> Html {
    let side = match result.worth {
        Worth::Pays => Verdict::Sufficient,
        Worth::WhileNew => Verdict::Over,
        Worth::DoesNotPay => Verdict::Under,
    };
    html! { <span class={classes!("chip", zone(side))}>{verdict_shape(side)}{scene.text(&result.chip)}</span> }
}

fn name(scene: &Scene, idea: &IdeaView) -> Html {
    let index = idea.index;
    let entered = scene.store.session.entries.ideas.get(index);
    let value = entered.map(|idea| idea.name.clone());
    let id = format!("idea-{index}-name");
    let oninput = scene.on(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::NameIdea(index, text)
    });
    html! {
        <div class="field field-stacked">
            <label for={id.clone()}>{scene.text(&say::idea_name())}</label>
            <div class="field-control">
                <input id={id.clone()} name={id} type="text" autocomplete="off" maxlength="120" {value} {oninput} />
            </div>
        </div>
    }
}

fn number(scene: &Scene, index: usize, view: &FieldView) -> Html {
    let field = view.field;
    let on_entry = scene.on(move |entry| Action::IdeaNumber(index, field, entry));
    html! { <NumberField key={field.id()} scene={scene.clone()} view={view.clone()} {on_entry} prefix={format!("idea-{index}-")} /> }
}

fn questions(scene: &Scene, idea: &IdeaView) -> Html {
    let index = idea.index;
    let question = |(number, (words, checked)): (usize, &(Message, bool))| {
        let onchange = scene.on(move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            Action::IdeaAnswer(index, number, checked)
        });
        html! {
            <label class="check">
                <input type="checkbox" name={format!("idea-{index}-question-{number}")} checked={*checked} {onchange} />
                <span>{scene.text(words)}</span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{scene.text(&say::idea_questions())}</legend>
            { for idea.questions.iter().enumerate().map(question) }
        </fieldset>
    }
}

fn risks(scene: &Scene, idea: &IdeaView) -> Html {
    if idea.risks.is_empty() {
        return html! { <p class="small">{scene.text(&say::idea_all_answered())}</p> };
    }
    let risk = |risk: &Message| html! { <li>{scene.text(risk)}</li> };
    html! {
        <div>
            <p class="small">{scene.text(&say::idea_open())}</p>
            <ul class="risks">{ for idea.risks.iter().map(risk) }</ul>
        </div>
    }
}

fn result(scene: &Scene, index: usize, result: &ResultView) -> Html {
    let facts = [
        (say::idea_net(), result.net.clone().into()),
        (say::idea_gain(), result.gain.clone().into()),
        (say::idea_cost(), result.cost.clone()),
        (say::idea_paid_back(), result.payback.clone()),
        (say::idea_breaks_even(), result.break_even.clone()),
    ];
    let fact = |scene: &Scene, (label, value): &(Message, Message)| {
        html! { <div class="fact"><dt>{scene.text(label)}</dt><dd>{speak(scene, value)}</dd></div> }
    };
    html! {
        <div class={classes!("stack", result.stale.then_some("stale"))}>
            {block(scene, format!("idea-{index}"), |scene| html! { <p role="status">{chip(scene, result)}{" "}{speak(scene, &result.sentence)}</p> })}
            {block(scene, format!("idea-{index}-facts"), |scene| html! { <dl class="facts">{ for facts.iter().map(|each| fact(scene, each)) }</dl> })}
        </div>
    }
}

/// An idea.
pub fn card(scene: &Scene, idea: &IdeaView) -> Html {
    let index = idea.index;
    let remove = scene.on(move |_: MouseEvent| Action::RemoveIdea(index));
    html! {
        <section class="idea" key={index} aria-labelledby={format!("idea-{index}-title")}>
            <h3 id={format!("idea-{index}-title")}>{scene.text(&idea.name)}</h3>
            {name(scene, idea)}
            <div class="tiles">{ for idea.fields.iter().map(|field| number(scene, index, field)) }</div>
            {questions(scene, idea)}
            { for idea.result.iter().map(|of| result(scene, index, of)) }
            {risks(scene, idea)}
            <button type="button" class="button" data-remove={index.to_string()} onclick={remove}>
                {scene.text(&say::IdeaRemove { name: idea.name.clone() }.into())}
            </button>
        </section>
    }
}
