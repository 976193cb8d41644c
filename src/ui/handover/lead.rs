//! The form by which a visitor hands his result over: after it, never before; with all that goes,
//! and with his consent.

use super::draft::{Draft, DraftEvent};
use super::hand;
use crate::config::{CONTACT, Lead};
use crate::event::{Found, Handed, Offer};
use crate::present::handover::{asked_for, handed_over, is_email};
use crate::ui::icon::{Icon, icon};
use crate::ui::scene::{Scene, SceneProps};
use l10n::text::{Message, say};
use std::fmt::Write as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// It is being written; something may be wrong with it.
    Writing(Option<Message>),
    /// It is on its way.
    Going,
    /// It is handed over; what is said of that.
    Done(Message),
}

/// What is wrong with what has been written, if anything.
fn wrong(draft: &Draft, agreed: bool) -> Option<Message> {
    let email = draft.get("email");
    if email.is_empty() && draft.get("phone").is_empty() {
        return Some(say::hand_need_answer());
    }
    if !email.is_empty() && !is_email(email) {
        let value = Message::from(email.to_owned());
        return Some(say::HandWrongEmail { value }.into());
    }
    (!agreed).then(say::hand_need_consent)
}

/// What the owner is called, where he has a name.
fn owner(scene: &Scene) -> Option<Message> {
    scene.look.name.clone().map(Message::from)
}

fn title(scene: &Scene) -> Message {
    owner(scene).map_or_else(say::hand_title, |owner| say::HandTitleWith { owner }.into())
}

fn consent(scene: &Scene) -> String {
    let said = owner(scene);
    scene.text(&said.map_or_else(say::hand_consent, |owner| {
        say::HandConsentWith { owner }.into()
    }))
}

/// What stands on the page before it goes, line by line.
fn lines(scene: &Scene) -> Vec<(String, String)> {
    let said = handed_over(&scene.answer).into_iter();
    let said = said.map(|(what, value)| (scene.text(&what), scene.text(&value.unnamed())));
    said.collect()
}

/// All of it, as the one reads it who gets it.
fn summary(scene: &Scene, draft: &Draft, lead: &Lead) -> String {
    let mut text = scene.text(&title(scene));
    let written = lead.fields.iter().map(|id| {
        let what = scene.text(&asked_for(id));
        (what, draft.get(id).to_owned())
    });
    for (what, value) in written.chain(lines(scene)) {
        if !value.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(text, "\n{what}: {value}");
        }
    }
    text
}

fn handed(scene: &Scene, draft: &Draft, lead: &Lead) -> Handed {
    let entries = &scene.answer.entries;
    Handed {
        id: draft.id.clone(),
        consent: consent(scene),
        contact: CONTACT.map(|id| {
            let asked = lead.fields.iter().any(|field| field == id);
            if asked {
                draft.get(id).to_owned()
            } else {
                String::new()
            }
        }),
        summary: summary(scene, draft, lead),
        state: scene.store.session.to_link(scene.tables()),
        language: scene.catalog.language().to_owned(),
        found: Found::new(
            &scene.answer.outcome,
            &entries.currency,
            &entries.segment,
            &entries.tier,
        ),
    }
}

/// The field for this id of [`CONTACT`].
fn field(scene: &Scene, draft: &UseReducerHandle<Draft>, id: &str) -> Html {
    let Some(place) = CONTACT.iter().position(|own| *own == id) else {
        return Html::default();
    };
    let name = format!("lead-{id}");
    let value = draft.contact.get(place).cloned().unwrap_or_default();
    let to = draft.dispatcher();
    let control = if id == "message" {
        let oninput = move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            to.dispatch(DraftEvent::Wrote(place, text));
        };
        html! { <textarea id={name.clone()} name={name.clone()} rows="4" maxlength="2000" {value} {oninput} /> }
    } else {
        let (kind, complete) = match id {
            "email" => ("email", "email"),
            "phone" => ("tel", "tel"),
            "company" => ("text", "organization"),
            _ => ("text", "name"),
        };
        let oninput = move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            to.dispatch(DraftEvent::Wrote(place, text));
        };
        html! { <input id={name.clone()} name={name.clone()} type={kind} autocomplete={complete} maxlength="200" {value} {oninput} /> }
    };
    html! {
        <div class="field field-stacked" key={id.to_owned()}>
            <label for={name}>{scene.text(&asked_for(id))}</label>
            <div class="field-control">{control}</div>
        </div>
    }
}

/// The form.
#[component]
pub fn LeadForm(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let draft = use_reducer(Draft::default);
    let agreed = use_state(|| false);
    let stage = use_state(|| Stage::Writing(None));
    {
        let (scene, to) = (scene.clone(), draft.dispatcher());
        use_effect_with((), move |()| {
            let then = move |kept: Option<String>| {
                to.dispatch(DraftEvent::Came(kept.unwrap_or_default()));
            };
            hand(&scene, "draft", None, "", Callback::from(then));
        });
    }
    {
        let scene = scene.clone();
        use_effect_with((*draft).clone(), move |draft| {
            if !draft.id.is_empty() {
                hand(&scene, "draft", None, &draft.written(), Callback::noop());
            }
        });
    }
    let Some(lead) = scene.look.lead.clone() else {
        return Html::default();
    };
    let heading = html! { <h2 class="card-title" id="lead-title">{scene.text(&title(scene))}</h2> };
    if let Stage::Done(said) = &*stage {
        return html! {
            <section class="card lead" part="lead" aria-labelledby="lead-title">{heading}<p role="status" data-lead="done">{scene.text(said)}</p></section>
        };
    }
    let onsubmit = {
        let (scene, draft, stage) = (scene.clone(), draft.clone(), stage.clone());
        let (lead, agreed) = (lead.clone(), *agreed);
        move |event: SubmitEvent| {
            event.prevent_default();
            if *stage == Stage::Going {
                return;
            }
            if let Some(wrong) = wrong(&draft, agreed) {
                stage.set(Stage::Writing(Some(wrong)));
                return;
            }
            stage.set(Stage::Going);
            let to = stage.setter();
            let then = move |word: Option<String>| {
                to.set(match word.as_deref() {
                    Some("taken" | "sent") => Stage::Done(say::hand_sent()),
                    Some("written") => Stage::Done(say::hand_written()),
                    _ => Stage::Writing(Some(say::hand_failed())),
                });
            };
            let detail = Offer::Lead(Box::new(handed(&scene, &draft, &lead))).fields();
            hand(&scene, "lead", Some(detail), &lead.to, Callback::from(then));
        }
    };
    let onchange = {
        let agreed = agreed.clone();
        move |event: Event| {
            agreed.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        }
    };
    let line = |(what, value): (String, String)| {
        html! { <><dt>{what}</dt><dd>{value}</dd></> }
    };
    let state = scene.store.session.to_link(scene.tables());
    let going = *stage == Stage::Going;
    html! {
        <section class="card lead" part="lead" aria-labelledby="lead-title">
            {heading}
            <p>{scene.text(&say::hand_lead())}</p>
            <form class="stack" novalidate=true {onsubmit}>
                { for lead.fields.iter().map(|id| field(scene, &draft, id)) }
                <div class="handed">
                    <h3>{scene.text(&say::hand_shown())}</h3>
                    <dl>
                        { for lines(scene).into_iter().map(line) }
                        <dt>{scene.text(&say::hand_entered())}</dt><dd><code>{state}</code></dd>
                    </dl>
                </div>
                <label class="consent">
                    <input type="checkbox" name="lead-consent" checked={*agreed} {onchange} />
                    <span>{consent(scene)}</span>
                </label>
                if let Some(privacy) = &lead.privacy {
                    <p><a href={privacy.clone()} target="_blank" rel="noopener">{scene.text(&say::hand_privacy())}</a></p>
                }
                if let Stage::Writing(Some(wrong)) = &*stage {
                    <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>{scene.text(wrong)}</span></p>
                }
                <p><button class="button button-primary" name="lead-send" disabled={going}>
                    {scene.text(&if going { say::hand_sending() } else { say::hand_send() })}
                </button></p>
            </form>
        </section>
    }
}
