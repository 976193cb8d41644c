//! A number of the model that the user may change within its range.

use crate::context::Context;
use crate::features::explanation::view::{ParameterView, class_name};
use crate::session::Action;
use crate::widgets::icon::{Icon, icon};
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A parameter.
#[derive(Properties, PartialEq)]
pub struct ParameterFieldProps {
    /// What it sees.
    pub context: Context,
    /// What it shows.
    pub view: ParameterView,
    /// Set before the ids: the same parameter may stand on the page twice.
    pub prefix: AttrValue,
}

/// A parameter: class, range, field, and the way back once it is changed.
#[component]
pub fn ParameterField(props: &ParameterFieldProps) -> Html {
    // What is being typed, and what is wrong with it; taken over when the field is left.
    let draft = use_state(|| None::<String>);
    let error = use_state(|| None::<Message>);
    let ParameterFieldProps { context, view, .. } = props;
    let id = format!("{}{}", props.prefix, view.id);
    let note = format!("{id}-note");
    let (class, class_text) = class_name(view.class);
    let shown = context.figure(&view.value);
    let value = draft.as_ref().unwrap_or(&shown).clone();
    let oninput = {
        let draft = draft.clone();
        move |event: InputEvent| {
            draft.set(Some(
                event.target_unchecked_into::<HtmlInputElement>().value(),
            ));
        }
    };
    let onchange = {
        let (draft, error, context, view) =
            (draft.clone(), error.clone(), context.clone(), view.clone());
        move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let number = context.format.parse_number(&text).unwrap_or(f64::NAN);
            match view.entry(number) {
                Ok(value) => {
                    draft.set(None);
                    error.set(None);
                    context.send(Action::Parameter(view.id.to_string(), value));
                }
                Err(what) => error.set(Some(what)),
            }
        }
    };
    let back = {
        let (draft, error, context, id) = (
            draft.clone(),
            error.clone(),
            context.clone(),
            view.id.to_string(),
        );
        move |_: MouseEvent| {
            draft.set(None);
            error.set(None);
            context.send(Action::Parameter(id.clone(), None));
        }
    };
    let symbol = Message::from(view.symbol.to_string());
    let range = say::ExplainRange {
        symbol,
        low: view.low.clone(),
        high: view.high.clone(),
    }
    .into();
    html! {
        <li class={classes!("parameter", view.changed.then_some("changed"))}>
            <label for={id.clone()}>{context.text(&view.label)}</label>
            if view.of_segment {
                <p class="small">{context.text(&say::explain_own_measurement())}</p>
            } else {
                <div class="field-control">
                    <input id={id.clone()} name={id} type="text" inputmode="decimal" autocomplete="off" {value} {oninput} {onchange}
                        aria-invalid={error.is_some().to_string()} aria-describedby={note.clone()} />
                    <span class="field-unit">{context.text(&view.unit)}</span>
                </div>
            }
            <div class="small" id={note}>
                <p><span class={format!("badge badge-{class}")}>{context.text(&class_text)}</span>{" "}{context.text(&range)}</p>
                if let Some(error) = &*error {
                    <p class="field-error" role="alert">{icon(Icon::Caution)}{context.text(error)}</p>
                }
                if view.changed {
                    <p>{context.text(&say::explain_changed())}{" "}
                        <button type="button" class="link" data-parameter-back={view.id.to_string()} onclick={back}>
                            {context.text(&say::ExplainBack { value: view.given.clone() }.into())}
                        </button>
                    </p>
                }
            </div>
        </li>
    }
}
