//! The top line: name, language, undo, start over.

use super::icon::{Icon, icon};
use super::opened::failed;
use super::parts::screen;
use super::scene::Scene;
use crate::present::languages::LanguagesEvent;
use crate::present::load::Load;
use l10n::text::say;
use yew::prelude::*;

/// The buttons of the languages.
fn languages(scene: &Scene) -> Html {
    let (wanted, load) = scene.languages.wanted();
    let language = |(tag, name): &(&'static str, &'static str)| {
        let (tag, dispatcher) = (*tag, scene.languages.dispatcher());
        let onclick =
            move |_: MouseEvent| dispatcher.dispatch(LanguagesEvent::Want(tag.to_owned()));
        let busy = (tag == wanted && load == Load::Coming).then_some("true");
        html! {
            <button type="button" class="button button-quiet" lang={tag} data-language={tag} title={*name}
                aria-pressed={(tag == wanted).to_string()} aria-busy={busy} {onclick}>{tag.to_ascii_uppercase()}</button>
        }
    };
    html! {
        <div role="group" aria-label={scene.text(&say::page_language())}>
            { for say::LANGUAGES.iter().map(language) }
        </div>
    }
}

/// Says that the language wanted did not come.
pub fn language_failed(scene: &Scene) -> Html {
    let (wanted, load) = scene.languages.wanted();
    if load != Load::Failed {
        return Html::default();
    }
    let wanted = LanguagesEvent::Want(wanted.to_owned());
    let dispatcher = scene.languages.dispatcher();
    failed(scene, move |_| dispatcher.dispatch(wanted.clone()))
}

/// The question that the page answers, and what this is.
pub fn question(scene: &Scene) -> Html {
    html! {
        <div class="question-head" part="question">
            <h1>{scene.text(&say::page_question())}</h1>
            <p>{scene.text(&say::page_lead())}</p>
        </div>
    }
}

/// The top line.
pub fn top_bar(scene: &Scene) -> Html {
    html! {
        <header class="topbar" part="header">
            <p class="brand">
                if let Some(logo) = &scene.look.logo { <img src={logo.clone()} alt="" /> } else { {icon(Icon::Brand)} }
                if let Some(name) = &scene.look.name { {name} } else { {scene.text(&say::page_brand())} }
            </p>
            if scene.interactive {
                <div class="row">
                    {languages(scene)}
                    <div class="take-back">if let Some(screen) = screen() { {(screen.take_back)(scene)} }</div>
                </div>
            }
        </header>
    }
}
