//! Ask forty customers: slips to print, and a tally for the phone at the counter.

use super::report::{choice, print_button, sizes, usual_size};
use crate::event::Field as Told;
use crate::present::tally::{LEAST, LITTLE, Press, Tally};
use crate::session::{Action, DeliveredBy};
use crate::ui::handover::hand;
use crate::ui::parts::screen;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use yew::prelude::*;

/// How many slips stand on a page.
const SLIPS: usize = 10;

/// The question and its answers in a language.
struct Question {
    language: &'static str,
    question: Message,
    yes: Message,
    no: Message,
    thanks: Message,
}

impl Question {
    fn of(language: &'static str) -> Self {
        if language == "ru" {
            Self {
                language,
                question: say::ask_question_ru(),
                yes: say::ask_yes_ru(),
                no: say::ask_no_ru(),
                thanks: say::ask_thanks_ru(),
            }
        } else {
            Self {
                language,
                question: say::ask_question_en(),
                yes: say::ask_yes_en(),
                no: say::ask_no_en(),
                thanks: say::ask_thanks_en(),
            }
        }
    }
}

fn slips(scene: &Scene, question: &Question) -> Html {
    let slip = |_| {
        html! {
            <div class="slip">
                <p>{scene.text(&question.question)}</p>
                <p class="slip-answers">
                    <span class="tick" />{scene.text(&question.yes)}
                    <span class="tick" />{scene.text(&question.no)}
                </p>
                <p class="fine">{scene.text(&question.thanks)}</p>
            </div>
        }
    };
    html! {
        <article class="paper slips" data-paper="slips" lang={question.language}>
            { for (0..SLIPS).map(slip) }
        </article>
    }
}

/// What the answers amount to so far.
fn counted(scene: &Scene, tally: &Tally) -> Html {
    let (yes, no) = tally.counts();
    let count = |n: u32| Figure::integer(f64::from(n));
    let asked_of = yes.saturating_add(no);
    let (asked, least) = (count(asked_of), count(LEAST));
    let yes = count(yes);
    let said: Message = match asked_of {
        0 => say::AskNone { least }.into(),
        n if n < LEAST => say::AskFew { yes, asked, least }.into(),
        n if n < LITTLE => {
            let enough = Figure::integer(scene.tables().constants.survey_size);
            say::AskLittle { yes, asked, enough }.into()
        }
        _ => say::AskCounted { yes, asked }.into(),
    };
    html! {
        <div role="status" data-tally="said">
            <p>{speak(scene, &said)}</p>
            if tally.found().is_some() && tally.is_unanimous() { <p class="small">{scene.text(&say::ask_unanimous())}</p> }
        </div>
    }
}

/// Has the browser keep a text of the tally, where it may; calls back with what is kept.
fn kept(scene: &Scene, text: &str, then: Callback<Option<String>>) {
    let keeps = vec![("keep", Told::Flag(scene.look.storage == Some(true)))];
    hand(scene, "tally", Some(keeps), text, then);
}

/// The slips and the tally.
#[component]
pub fn AskPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let page = scene.catalog.language();
    let language = use_state(|| if page == "ru" { "ru" } else { "en" });
    let size = use_state(|| usual_size(scene));
    let failed = use_state(|| false);
    // Nothing until it is known what was counted earlier: a press must not take its place.
    let known = use_state_eq(|| None::<Tally>);
    let tally = (*known).clone().unwrap_or_default();
    // What decides the level where there are too few answers.
    let otherwise = use_mut_ref(|| Tally::otherwise(&scene.store.session.entries));
    {
        let (scene, known) = (scene.clone(), known.setter());
        use_effect_with((), move |()| {
            let then = move |text: Option<String>| {
                known.set(Some(Tally::read(text.as_deref().unwrap_or_default())));
            };
            kept(&scene, "", Callback::from(then));
            hand(&scene, "dress", None, "paper.css", Callback::noop());
        });
    }
    let to = {
        let (scene, tally, known) = (scene.clone(), tally.clone(), known.clone());
        move |next: Tally| {
            let now = scene.store.session.entries.delivered_by;
            if now != DeliveredBy::Measured {
                *otherwise.borrow_mut() = now;
            }
            // Answers that changed nothing have nothing to take back either.
            if next.found().is_some() || tally.found().is_some() {
                let (fields, by) = next.fields(*otherwise.borrow());
                for (field, entry) in fields {
                    scene.act(Action::Number(field, entry));
                }
                scene.act(Action::By(by));
            }
            kept(&scene, &next.text(), Callback::noop());
            known.set(Some(next));
        }
    };
    let press = |press: Press| {
        let (to, tally) = (to.clone(), tally.clone());
        move |_: MouseEvent| to(tally.pressed(press))
    };
    let undo = {
        let (to, tally) = (to.clone(), tally.clone());
        move |_: MouseEvent| to(tally.undone())
    };
    let question = Question::of(*language);
    let ranges = scene.ranges.as_deref();
    let costs = screen().map(|screen| (screen.costed)(&scene.answer, scene.tables(), ranges));
    let languages = say::LANGUAGES
        .iter()
        .map(|(tag, name)| (*tag, Message::from(*name)));
    let languages: Vec<_> = languages.collect();
    let (yes, no) = tally.counts();
    let words = |message: &Message| speak(scene, &message.clone().unnamed());
    html! { <>
        <p class="small">{scene.text(&say::ask_intro())}</p>
        {choice(scene, "ask-language", &say::ask_language(), &languages, &language)}
        <div class="stack tally" role="group" aria-label={scene.text(&say::ask_tally())}>
            <h3>{scene.text(&say::ask_tally())}</h3>
            if let Some(costs) = costs {
                <p data-tally="range">
                    {scene.text(&costs.lost.title)}{": "}{words(&costs.lost.amount)}<br />
                    {scene.text(&costs.net.title)}{": "}{words(&costs.net.amount)}
                </p>
            }
            <p lang={question.language}>{scene.text(&question.question)}</p>
            <div class="tally-buttons" lang={question.language}>
                <button type="button" class="button" name="tally-yes" disabled={known.is_none()} onclick={press(Press::Yes)}>{scene.text(&question.yes)}</button>
                <button type="button" class="button" name="tally-no" disabled={known.is_none()} onclick={press(Press::No)}>{scene.text(&question.no)}</button>
            </div>
            {counted(scene, &tally)}
            <div class="take-buttons">
                <button type="button" class="button button-quiet" name="tally-undo" disabled={!tally.has_past()} onclick={undo}>{scene.text(&say::ask_undo())}</button>
                <button type="button" class="button button-quiet" name="tally-anew" disabled={yes == 0 && no == 0} onclick={press(Press::Anew)}>{scene.text(&say::ask_anew())}</button>
            </div>
            <p class="small">{scene.text(&if scene.look.storage == Some(true) { say::ask_kept() } else { say::ask_not_kept() })}</p>
        </div>
        {sizes(scene, "ask-size", &size)}
        {print_button(scene, "slips", *size, &say::ask_slips(), &failed)}
        <div class="preview" role="region" tabindex="0" aria-label={scene.text(&say::report_preview())}>
            {slips(scene, &question)}
        </div>
    </> }
}
