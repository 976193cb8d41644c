//! The top line: name, language, undo, start over.

use crate::context::Context;
use crate::context::languages::LanguagesEvent;
use crate::context::load::Load;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::opened::failed;
use l10n::text::say;
use yew::prelude::*;

/// The buttons of the languages.
fn languages(context: &Context) -> Html {
    let (wanted, load) = context.languages.wanted();
    let language = |(tag, name): &(&'static str, &'static str)| {
        let (tag, to) = (*tag, context.clone());
        let onclick = move |_: MouseEvent| to.send(LanguagesEvent::Want(tag.to_owned()));
        let busy = (tag == wanted && load == Load::Coming).then_some("true");
        html! {
            <button type="button" class="button button-quiet" lang={tag} data-language={tag} title={*name}
                aria-pressed={(tag == wanted).to_string()} aria-busy={busy} {onclick}>{tag.to_ascii_uppercase()}</button>
        }
    };
    html! {
        <div role="group" aria-label={context.text(&say::page_language())}>
            { for say::LANGUAGES.iter().map(language) }
        </div>
    }
}

/// Says that the language wanted did not come.
pub fn language_failed(context: &Context) -> Html {
    let (wanted, load) = context.languages.wanted();
    if load != Load::Failed {
        return Html::default();
    }
    let wanted = LanguagesEvent::Want(wanted.to_owned());
    let to = context.clone();
    failed(context, move |_| to.send(wanted.clone()))
}

/// The question that the page answers, and what this is.
pub fn question(context: &Context) -> Html {
    html! {
        <div class="question-head" part="question">
            <h1>{context.text(&say::page_question())}</h1>
            <p>{context.text(&say::page_lead())}</p>
        </div>
    }
}

/// The top line.
pub fn top_bar(context: &Context) -> Html {
    html! {
        <header class="topbar" part="header">
            <p class="brand">
                if let Some(logo) = &context.site.look.logo { <img src={logo.clone()} alt="" /> } else { {icon(Icon::Brand)} }
                if let Some(name) = &context.site.look.name { {name} } else { {context.text(&say::page_brand())} }
            </p>
            if context.interactive {
                <div class="row">
                    {languages(context)}
                    <div class="take-back">if let Some(rest) = context.rest() { {(rest.take_back)(context)} }</div>
                </div>
            }
        </header>
    }
}
