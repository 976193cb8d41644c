//! A number: field and slider in step, "don't know", and what is wrong beside it.

use super::icon::{Icon, icon};
use super::net_margin::{NetQuestionBox, net_margin};
use super::scene::Scene;
use super::store::Turn;
use crate::present::field::{FieldView, Shown, in_field};
use crate::present::slider::STEPS;
use crate::session::Entry;
use l10n::text::say;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A number field.
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// What it sees.
    pub scene: Scene,
    /// What it shows.
    pub view: FieldView,
    /// Called with what is entered.
    pub on_entry: Callback<Entry>,
    /// Set before the ids, where a field stands several times on the page.
    #[prop_or_default]
    pub prefix: AttrValue,
}

/// What is being typed.
struct Draft {
    text: String,
    /// Whether it has separators of thousands that we have put there: with a digit more or less they
    /// stand in the wrong place, and are not to be read as a decimal point.
    ours: bool,
}

/// A number field.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    // What is being typed, so that the number is not rewritten under the fingers.
    let draft = use_state(|| None::<Draft>);
    let NumberFieldProps {
        scene,
        view,
        on_entry,
        prefix,
    } = props;
    let field = view.field;
    let id = format!("{prefix}{}", field.id());
    let note = format!("{id}-note");
    let error_id = format!("{id}-error");
    let shown = match &view.shown {
        Shown::Text(text) => text.clone(),
        Shown::Number(figure) => scene.figure(figure),
    };
    let value = draft.as_ref().map_or(&shown, |draft| &draft.text).clone();
    let label = scene.text(&view.label);
    let unit = scene.text(&view.unit);

    let oninput = {
        let (draft, on_entry, format) = (draft.clone(), on_entry.clone(), scene.format.clone());
        let (shown, view) = (shown.clone(), view.clone());
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            // What fills forms in sends events that do not say how.
            let tells = event.has_type::<InputEvent>();
            let pasted = tells && event.input_type() == "insertFromPaste";
            let ours = format.group_separator().filter(|by| {
                let were = draft
                    .as_ref()
                    .map_or(shown.contains(*by), |draft| draft.ours);
                were && !pasted && text.contains(*by)
            });
            let read = ours.map_or_else(|| text.clone(), |by| text.replace(by, ""));
            on_entry.emit(match format.parse_number(&read) {
                Ok(number) => view.entry(number),
                Err(_) => Entry::Text(text.clone()),
            });
            let ours = ours.is_some();
            draft.set(Some(Draft { text, ours }));
        }
    };
    let onblur = {
        let (draft, to) = (draft.clone(), scene.store.dispatcher());
        move |_| {
            draft.set(None);
            to.dispatch(Turn::Rest);
        }
    };
    let unknown = {
        let (draft, on_entry) = (draft.clone(), on_entry.clone());
        move |_| {
            draft.set(None);
            on_entry.emit(Entry::Unknown);
        }
    };
    let on_answer = {
        let draft = draft.clone();
        Callback::from(move |()| draft.set(None))
    };
    let slider = view.slider.map(|slider| {
        let on_entry = on_entry.clone();
        let oninput = move |event: InputEvent| {
            let position = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            on_entry.emit(Entry::Number(slider.value(position)));
        };
        let value_text = format!("{} {unit}", scene.figure(&in_field(field, view.value)));
        html! {
            <input type="range" min="0" max={(STEPS as u32).to_string()} step="1" {oninput}
                value={(slider.position(view.value) as u32).to_string()} data-slider={field.id()}
                aria-label={scene.text(&say::FieldTextSlider { label: view.label.clone() }.into())} aria-valuetext={value_text} />
        }
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{label}</label>
            <div class="field-control">
                <input id={id.clone()} name={id} type="text" inputmode="decimal" autocomplete="off" {value} {oninput} {onblur}
                    title={scene.text(&view.range)} aria-invalid={view.error.is_some().to_string()}
                    aria-describedby={if view.error.is_some() { format!("{error_id} {note}") } else { note.clone() }} />
                <span class="field-unit">{unit}</span>
            </div>
            {slider}
            if let Some(error) = &view.error {
                <p class="field-error" id={error_id} role="alert">{icon(Icon::Caution)}{scene.text(error)}</p>
            }
            if let Some(question) = &view.question {
                <NetQuestionBox scene={scene.clone()} question={question.clone()} {on_answer} />
            }
            if let Some(net) = &view.net { {net_margin(scene, net)} }
            <div class="field-note" id={note}>
                <span>{scene.text(&view.typical)}</span>
                if view.unknown {
                    <span>{scene.text(&say::field_text_unknown_on())}</span>
                } else {
                    <button type="button" class="link" data-unknown={field.id()} onclick={unknown}>
                        {scene.text(&say::field_text_unknown())}
                    </button>
                }
            </div>
        </div>
    }
}
