//! The calculator: holds the state, makes the snapshot of it, and lays out the cards.

use crate::answer::Answer;
use crate::app::loading::{first_view, use_languages, use_parts};
use crate::app::telling::use_telling;
use crate::app::top_bar::{language_failed, question, top_bar};
use crate::context::dispatcher::Dispatcher;
use crate::context::languages::Languages;
use crate::context::simulating::use_simulating;
use crate::context::state::State;
use crate::context::{Context, Site};
use crate::features::ladder::ladder_card;
use crate::features::market::market;
use crate::features::verdict::verdict_card;
use crate::panel::Panel;
use crate::platform::draws::{Draws, Stage};
use crate::platform::host::Host;
use crate::session::Session;
use crate::shared::Shared;
use crate::widgets::last_valid::use_last_valid;
use crate::widgets::opened::{from_below, from_rest};
use l10n::text::say;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// What the calculator starts with.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// Where it runs.
    pub host: Shared<dyn Host>,
    /// The languages, the first of which is here.
    pub languages: Shared<Languages>,
    /// The tables.
    pub tables: Shared<Tables>,
    /// The first state.
    pub session: Shared<Session>,
    /// What the site's owner has set, and what was given.
    pub site: Shared<Site>,
    /// "light" or "dark"; the system's choice where none is given.
    #[prop_or_default]
    pub theme: Option<AttrValue>,
    /// What is open at first, by id.
    #[prop_or_default]
    pub open: Vec<AttrValue>,
    /// Whether only the first answer is drawn, with nothing to press, as in the static page.
    #[prop_or_default]
    pub verdict_only: bool,
}

/// The answer to the session: the last there was, where the model refuses what is entered.
#[hook]
fn use_answer(state: &State) -> Option<Shared<Answer>> {
    let tables = state.tables.clone();
    let now = use_memo(state.session.clone(), |session| {
        Answer::new(session, &tables).ok().map(Rc::new)
    });
    use_last_valid((*now).clone()).0.map(Shared::from)
}

fn cards(context: &Context, theme: Option<AttrValue>) -> Html {
    let everything = context.below().is_some().then_some("");
    if !context.interactive {
        return html! { <>
            {top_bar(context)}
            {question(context)}
            {market(context)}
            <div class="desk">{ladder_card(context)}<div class="answer">{verdict_card(context)}</div></div>
        </> };
    }
    html! {
        <div class="slc" lang={context.catalog.language().to_owned()} data-theme={theme} data-ready="" data-complete={everything}>
            <div class="page">
            {top_bar(context)}
            {language_failed(context)}
            if let Some(below) = context.below() { {(below.notices)(context)} }
            {question(context)}
            {market(context)}
            <div class="desk">
                {ladder_card(context)}
                <div class="answer">{verdict_card(context)}{from_rest(context, |rest| (rest.chart)(context))}</div>
                {from_below(context, |below| (below.todo)(context))}
                {from_below(context, |below| (below.numbers)(context))}
            </div>
            {from_below(context, |rest| (rest.below)(context))}
            <footer class="footer" part="footer">if context.site.look.storage != Some(true) { <p>{context.text(&say::page_kept())}</p> }<p>{context.text(&say::footer_method())}</p></footer>
            if let Some(below) = context.below() { {(below.dock)(context)} }
            </div>
        </div>
    }
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let host = &props.host;
    let state = use_reducer_eq(|| State {
        tables: props.tables.clone(),
        session: props.session.clone(),
        view: Shared::new(first_view(&**host, &props.open)),
        languages: props.languages.clone(),
        draws: Shared::new(Draws::default()),
        moves: false,
    });
    let dispatcher = use_memo((), |()| Dispatcher::new(state.dispatcher()));
    use_languages(host, &state, &dispatcher);
    use_parts(host, &state, &dispatcher);
    let answer = use_answer(&state);
    let simulating = use_simulating(host, &state, &dispatcher, answer.as_ref());
    let catalog = Shared::from(state.languages.shown().clone());
    let written = (
        catalog.language().to_owned(),
        state.session.entries.currency.clone(),
    );
    let format = use_memo(written, |(language, currency)| {
        host.format(language, currency)
    });
    use_telling(
        host,
        &state,
        &dispatcher,
        answer.as_ref(),
        catalog.language(),
    );
    // Every session has an answer; there is nothing to say about one that has none.
    let Some(answer) = answer else {
        return Html::default();
    };
    let study = simulating.study.as_deref();
    let ranges = study.and_then(|study| state.draws.following(study, &answer.outcome).cloned());
    let context = Context {
        session: state.session.clone(),
        tables: state.tables.clone(),
        ranges: ranges.map(Shared::from),
        simulated: study.is_some_and(|study| state.draws.stage(study) == Stage::Done),
        draws: state
            .view
            .is_open(&Panel::Certainty.body())
            .then(|| state.draws.clone()),
        answer,
        simulating,
        catalog,
        format: (*format).clone(),
        languages: state.languages.clone(),
        view: state.view.clone(),
        site: props.site.clone(),
        moves: state.moves,
        interactive: !props.verdict_only,
        block: None,
        dispatcher: (*dispatcher).clone(),
        host: host.clone(),
    };
    cards(&context, props.theme.clone())
}
