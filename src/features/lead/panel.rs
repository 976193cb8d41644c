//! The form by which a visitor hands his result over: after it, never before; with all that goes,
//! and with his consent.

use crate::config::{CONTACT, Lead};
use crate::context::{Context, ContextProps};
use crate::event::{ErrorCode, Found, Handed, HostEvent, Offer};
use crate::features::lead::draft::{Draft, DraftEvent};
use crate::features::lead::view::{asked_for, handed_over, is_email};
use crate::platform::lead::{Delivery, deliver, new_id};
use crate::platform::services::Services;
use crate::widgets::icon::{Icon, icon};
use l10n::text::{Message, say};
use std::fmt::Write as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

/// The name under which the draft is remembered while the page is open.
const MEMORY: &str = "draft";

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
fn owner(context: &Context) -> Option<Message> {
    context.site.look.name.clone().map(Message::from)
}

fn title(context: &Context) -> Message {
    owner(context).map_or_else(say::hand_title, |owner| say::HandTitleWith { owner }.into())
}

fn consent(context: &Context) -> String {
    let said = owner(context);
    context.text(&said.map_or_else(say::hand_consent, |owner| {
        say::HandConsentWith { owner }.into()
    }))
}

/// What stands on the page before it goes, line by line.
fn lines(context: &Context) -> Vec<(String, String)> {
    let said = handed_over(&context.answer).into_iter();
    let said = said.map(|(what, value)| (context.text(&what), context.text(&value.unnamed())));
    said.collect()
}

/// All of it, as the one reads it who gets it.
fn summary(context: &Context, draft: &Draft, lead: &Lead) -> String {
    let mut text = context.text(&title(context));
    let written = lead.fields.iter().map(|id| {
        let what = context.text(&asked_for(id));
        (what, draft.get(id).to_owned())
    });
    for (what, value) in written.chain(lines(context)) {
        if !value.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(text, "\n{what}: {value}");
        }
    }
    text
}

fn handed(context: &Context, draft: &Draft, lead: &Lead) -> Handed {
    let entries = &context.answer.entries;
    Handed {
        id: draft.id.clone(),
        consent: consent(context),
        contact: CONTACT.map(|id| {
            let asked = lead.fields.iter().any(|field| field == id);
            if asked {
                draft.get(id).to_owned()
            } else {
                String::new()
            }
        }),
        summary: summary(context, draft, lead),
        state: context.session.to_link(context.tables()),
        language: context.catalog.language().to_owned(),
        found: Found::new(
            &context.answer.outcome,
            &entries.currency,
            &entries.segment,
            &entries.tier,
        ),
    }
}

/// The field for this id of [`CONTACT`].
fn field(context: &Context, draft: &UseReducerHandle<Draft>, id: &str) -> Html {
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
            <label for={name}>{context.text(&asked_for(id))}</label>
            <div class="field-control">{control}</div>
        </div>
    }
}

/// What was being written when the calculator was last drawn; at first a number for a new lead.
fn recall(services: &Services) -> Draft {
    let written = services.recall(MEMORY);
    Draft::read(&written.unwrap_or_else(new_id))
}

/// Sends a lead. Once it is delivered its draft is forgotten: the next lead has another number.
async fn send(context: &Context, offer: &Offer, to: &str) -> Stage {
    let failed = Stage::Writing(Some(say::hand_failed()));
    let Some(services) = context.host.services() else {
        return failed;
    };
    match deliver(&services.element(), offer, to).await {
        Ok(delivery) => {
            services.remember(MEMORY, None);
            Stage::Done(match delivery {
                Delivery::Taken | Delivery::Posted => say::hand_sent(),
                Delivery::Mail => say::hand_written(),
            })
        }
        Err(error) => {
            context.host.tell(HostEvent::Error {
                code: ErrorCode::Lead,
                message: error.to_string(),
                fatal: false,
            });
            failed
        }
    }
}

/// The form.
#[component]
pub fn LeadForm(props: &ContextProps) -> Html {
    let context = &props.context;
    let draft = use_reducer(|| context.host.services().map_or_else(Draft::default, recall));
    let agreed = use_state(|| false);
    let stage = use_state(|| Stage::Writing(None));
    {
        let context = context.clone();
        use_effect_with((*draft).clone(), move |draft| {
            if let Some(services) = context.host.services() {
                services.remember(MEMORY, Some(&draft.written()));
            }
        });
    }
    let Some(lead) = context.site.look.lead.clone() else {
        return Html::default();
    };
    let heading =
        html! { <h2 class="card-title" id="lead-title">{context.text(&title(context))}</h2> };
    if let Stage::Done(said) = &*stage {
        return html! {
            <section class="card lead" part="lead" aria-labelledby="lead-title">{heading}<p role="status" data-lead="done">{context.text(said)}</p></section>
        };
    }
    let onsubmit = {
        let (context, draft, stage) = (context.clone(), draft.clone(), stage.clone());
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
            let offer = Offer::Lead(Box::new(handed(&context, &draft, &lead)));
            let (context, to, stage) = (context.clone(), lead.to.clone(), stage.setter());
            spawn_local(async move {
                stage.set(send(&context, &offer, &to).await);
            });
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
    let state = context.session.to_link(context.tables());
    let going = *stage == Stage::Going;
    html! {
        <section class="card lead" part="lead" aria-labelledby="lead-title">
            {heading}
            <p>{context.text(&say::hand_lead())}</p>
            <form class="stack" novalidate=true {onsubmit}>
                { for lead.fields.iter().map(|id| field(context, &draft, id)) }
                <div class="handed">
                    <h3>{context.text(&say::hand_shown())}</h3>
                    <dl>
                        { for lines(context).into_iter().map(line) }
                        <dt>{context.text(&say::hand_entered())}</dt><dd><code>{state}</code></dd>
                    </dl>
                </div>
                <label class="consent">
                    <input type="checkbox" name="lead-consent" checked={*agreed} {onchange} />
                    <span>{consent(context)}</span>
                </label>
                if let Some(privacy) = &lead.privacy {
                    <p><a href={privacy.clone()} target="_blank" rel="noopener">{context.text(&say::hand_privacy())}</a></p>
                }
                if let Stage::Writing(Some(wrong)) = &*stage {
                    <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>{context.text(wrong)}</span></p>
                }
                <p><button class="button button-primary" name="lead-send" disabled={going}>
                    {context.text(&if going { say::hand_sending() } else { say::hand_send() })}
                </button></p>
            </form>
        </section>
    }
}
