//! A number of the model that the user may change within its range.

use super::icon::{Icon, icon};
use super::scene::Scene;
use crate::present::explain::{ParameterView, class_name};
use crate::session::Action;
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A parameter.
#[derive(Properties, PartialEq)]
pub struct ParameterFieldProps {
    /// What it sees.
    pub scene: Scene,
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
    let ParameterFieldProps { scene, view, .. } = props;
    let id = format!("{}{}", props.prefix, view.id);
    let note = format!("{id}-note");
    let (class, class_text) = class_name(view.class);
    let shown = scene.figure(&view.value);
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
        let (draft, error, scene, view) =
            (draft.clone(), error.clone(), scene.clone(), view.clone());
        move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let number = scene.format.parse_number(&text).unwrap_or(f64::NAN);
            match view.entry(number) {
                Ok(value) => {
                    draft.set(None);
                    error.set(None);
                    scene.act(Action::Parameter(view.id.to_string(), value));
                }
                Err(what) => error.set(Some(what)),
            }
        }
    };
    let back = {
        let (draft, error, scene, id) = (
            draft.clone(),
            error.clone(),
            scene.clone(),
            view.id.to_string(),
        );
        move |_: MouseEvent| {
            draft.set(None);
            error.set(None);
            scene.act(Action::Parameter(id.clone(), None));
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
            <label for={id.clone()}>{scene.text(&view.label)}</label>
            if view.of_segment {
                <p class="small">{scene.text(&say::explain_own_measurement())}</p>
            } else {
                <div class="field-control">
                    <input id={id.clone()} name={id} type="text" inputmode="decimal" autocomplete="off" {value} {oninput} {onchange}
                        aria-invalid={error.is_some().to_string()} aria-describedby={note.clone()} />
                    <span class="field-unit">{scene.text(&view.unit)}</span>
                </div>
            }
            <div class="small" id={note}>
                <p><span class={format!("badge badge-{class}")}>{scene.text(&class_text)}</span>{" "}{scene.text(&range)}</p>
                if let Some(error) = &*error {
                    <p class="field-error" role="alert">{icon(Icon::Caution)}{scene.text(error)}</p>
                }
                if view.changed {
                    <p>{scene.text(&say::explain_changed())}{" "}
                        <button type="button" class="link" data-parameter-back={view.id.to_string()} onclick={back}>
                            {scene.text(&say::ExplainBack { value: view.given.clone() }.into())}
                        </button>
                    </p>
                }
            </div>
        </li>
    }
}
