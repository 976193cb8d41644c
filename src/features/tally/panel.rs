//! Ask forty customers: slips to print, and a tally for the phone at the counter.

use crate::context::{Context, ContextProps};
use crate::features::report::{choice, print_button, sizes, usual_size};
use crate::features::tally::record;
use crate::features::tally::view::{LEAST, LITTLE, Press, Tally};
use crate::features::verdict::Costs;
use crate::platform::style::{Sheet, bring};
use crate::session::{Action, DeliveredBy};
use crate::widgets::speak::speak;
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

fn slips(context: &Context, question: &Question) -> Html {
    let slip = |_| {
        html! {
            <div class="slip">
                <p>{context.text(&question.question)}</p>
                <p class="slip-answers">
                    <span class="tick" />{context.text(&question.yes)}
                    <span class="tick" />{context.text(&question.no)}
                </p>
                <p class="fine">{context.text(&question.thanks)}</p>
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
fn counted(context: &Context, tally: &Tally) -> Html {
    let (yes, no) = tally.counts();
    let count = |n: u32| Figure::integer(f64::from(n));
    let asked_of = yes.saturating_add(no);
    let (asked, least) = (count(asked_of), count(LEAST));
    let yes = count(yes);
    let said: Message = match asked_of {
        0 => say::AskNone { least }.into(),
        n if n < LEAST => say::AskFew { yes, asked, least }.into(),
        n if n < LITTLE => {
            let enough = Figure::integer(context.tables().constants.survey_size);
            say::AskLittle { yes, asked, enough }.into()
        }
        _ => say::AskCounted { yes, asked }.into(),
    };
    html! {
        <div role="status" data-tally="said">
            <p>{speak(context, &said)}</p>
            if tally.found().is_some() && tally.is_unanimous() { <p class="small">{context.text(&say::ask_unanimous())}</p> }
        </div>
    }
}

/// The slips and the tally.
#[component]
pub fn AskPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let page = context.catalog.language();
    let language = use_state(|| if page == "ru" { "ru" } else { "en" });
    let size = use_state(|| usual_size(context));
    let failed = use_state(|| false);
    // Nothing where there is no browser.
    let known = use_state_eq(|| {
        let services = context.host.services();
        services.map(|services| record::read(context, services))
    });
    let tally = (*known).clone().unwrap_or_default();
    // What decides the level where there are too few answers.
    let otherwise = use_mut_ref(|| Tally::otherwise(&context.session.entries));
    {
        let host = context.host.clone();
        use_effect_with((), move |()| {
            if let Some(services) = host.services() {
                bring(services, Sheet::Paper);
            }
        });
    }
    let to = {
        let (context, tally, known) = (context.clone(), tally.clone(), known.clone());
        move |next: Tally| {
            let now = context.session.entries.delivered_by;
            if now != DeliveredBy::Measured {
                *otherwise.borrow_mut() = now;
            }
            // Answers that changed nothing have nothing to take back either.
            if next.found().is_some() || tally.found().is_some() {
                let (fields, by) = next.fields(*otherwise.borrow());
                for (field, entry) in fields {
                    context.send(Action::Number(field, entry));
                }
                context.send(Action::By(by));
            }
            if let Some(services) = context.host.services() {
                record::write(&context, services, &next);
            }
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
    let ranges = context.ranges.as_deref();
    let costs = Costs::new(&context.answer, context.tables(), ranges);
    let languages = say::LANGUAGES
        .iter()
        .map(|(tag, name)| (*tag, Message::from(*name)));
    let languages: Vec<_> = languages.collect();
    let (yes, no) = tally.counts();
    let words = |message: &Message| speak(context, &message.clone().unnamed());
    html! { <>
        <p class="small">{context.text(&say::ask_intro())}</p>
        {choice(context, "ask-language", &say::ask_language(), &languages, &language)}
        <div class="stack tally" role="group" aria-label={context.text(&say::ask_tally())}>
            <h3>{context.text(&say::ask_tally())}</h3>
            <p data-tally="range">
                    {context.text(&costs.lost.title)}{": "}{words(&costs.lost.amount)}<br />
                    {context.text(&costs.net.title)}{": "}{words(&costs.net.amount)}
                </p>
            <p lang={question.language}>{context.text(&question.question)}</p>
            <div class="tally-buttons" lang={question.language}>
                <button type="button" class="button" name="tally-yes" disabled={known.is_none()} onclick={press(Press::Yes)}>{context.text(&question.yes)}</button>
                <button type="button" class="button" name="tally-no" disabled={known.is_none()} onclick={press(Press::No)}>{context.text(&question.no)}</button>
            </div>
            {counted(context, &tally)}
            <div class="take-buttons">
                <button type="button" class="button button-quiet" name="tally-undo" disabled={!tally.has_past()} onclick={undo}>{context.text(&say::ask_undo())}</button>
                <button type="button" class="button button-quiet" name="tally-anew" disabled={yes == 0 && no == 0} onclick={press(Press::Anew)}>{context.text(&say::ask_anew())}</button>
            </div>
            <p class="small">{context.text(&if context.site.look.storage == Some(true) { say::ask_kept() } else { say::ask_not_kept() })}</p>
        </div>
        {sizes(context, "ask-size", &size)}
        {print_button(context, "slips", *size, &say::ask_slips(), &failed)}
        <div class="preview" role="region" tabindex="0" aria-label={context.text(&say::report_preview())}>
            {slips(context, &question)}
        </div>
    </> }
}
