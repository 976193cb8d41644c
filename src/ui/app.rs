//! The calculator: holds the session, answers it, and lays out the cards.

use super::host::Host;
use super::ladder::ladder_card;
use super::last_valid::use_last_valid;
use super::loading::{use_languages, use_parts};
use super::market_words::market;
use super::opened::{from_below, from_screen};
use super::parts::screen;
use super::scene::{Scene, Seen};
use super::simulating::{Simulating, use_simulating};
use super::store::Store;
use super::telling::use_telling;
use super::top_bar::{language_failed, question, top_bar};
use super::verdict::verdict_card;
use crate::config::Look;
use crate::present::Answer;
use crate::present::draws::Draws;
use crate::present::languages::Languages;
use crate::session::{Session, Skipped};
use l10n::text::say;
use model::{Tables, Uncertainty};
use std::rc::Rc;
use yew::prelude::*;

/// What the calculator starts with.
#[derive(Properties, Clone)]
pub struct AppProps {
    /// Where it runs.
    pub host: Rc<dyn Host>,
    /// The languages, the first of which is here.
    pub languages: Languages,
    /// The tables.
    pub tables: Rc<Tables>,
    /// The first state.
    pub session: Session,
    /// What of the owner's is seen.
    pub look: Rc<Look>,
    /// What of the state it began with could not be used.
    pub skipped: Rc<Vec<Skipped>>,
    /// Whether an earlier version of the model answered that state.
    pub earlier: bool,
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

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.host, &other.host) && self.theme == other.theme
    }
}

/// The answer to the session: the last there was, where the model refuses what is entered.
#[hook]
fn use_answer(store: &Store) -> Option<Rc<Answer>> {
    let now = use_memo(store.actions, |_| {
        Answer::new(&store.session, &store.tables).ok().map(Rc::new)
    });
    use_last_valid((*now).clone()).0
}

/// What simulations of a study say about the answer.
fn ranges(draws: &Draws, simulating: &Simulating, answer: &Answer) -> Option<Rc<Uncertainty>> {
    let study = simulating.study.as_deref()?;
    draws.following(study, &answer.outcome).cloned()
}

fn cards(scene: &Scene, theme: Option<AttrValue>) -> Html {
    let everything = screen().and(scene.below()).is_some().then_some("");
    if !scene.interactive {
        return html! { <>
            {top_bar(scene)}
            {question(scene)}
            {market(scene)}
            <div class="desk">{ladder_card(scene)}<div class="answer">{verdict_card(scene)}</div></div>
        </> };
    }
    html! {
        <div class="slc" lang={scene.catalog.language().to_owned()} data-theme={theme} data-ready="" data-complete={everything}>
            <div class="page">
            {top_bar(scene)}
            {language_failed(scene)}
            if let Some(below) = scene.below() { {(below.notices)(scene)} }
            {question(scene)}
            {market(scene)}
            <div class="desk">
                {ladder_card(scene)}
                <div class="answer">{verdict_card(scene)}{from_screen(scene, |screen| (screen.chart)(scene))}</div>
                {from_below(scene, |below| (below.todo)(scene))}
                {from_below(scene, |below| (below.numbers)(scene))}
            </div>
            {from_below(scene, |below| (below.rest)(scene))}
            <footer class="footer" part="footer">if scene.look.storage != Some(true) { <p>{scene.text(&say::page_kept())}</p> }<p>{scene.text(&say::footer_method())}</p></footer>
            if let Some(below) = scene.below() { {(below.dock)(scene)} }
            </div>
        </div>
    }
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer_eq(|| Store::new(props.session.clone(), props.tables.clone()));
    let languages = use_languages(&props.host, &props.languages);
    let view = use_parts(&props.host, &languages, &props.open);
    let answer = use_answer(&store);
    let simulating = use_simulating(&props.host, &view, answer.as_ref(), &store.tables);
    let catalog = languages.shown().clone();
    let key = (
        catalog.language().to_owned(),
        store.session.entries.currency.clone(),
    );
    let format = use_memo(key, |(language, currency)| {
        props.host.format(language, currency)
    });
    use_telling(
        &props.host,
        &store,
        &view,
        answer.as_ref(),
        catalog.language(),
    );
    // Every session has an answer; there is nothing to say about one that has none.
    let Some(answer) = answer else {
        return Html::default();
    };
    let seen = Seen {
        actions: store.actions,
        entered: store.entered,
        looks: view.looks,
        more: languages.more(),
    };
    let scene = Scene {
        seen,
        store,
        ranges: ranges(&view.draws, &simulating, &answer),
        answer,
        catalog,
        format: (*format).clone(),
        host: props.host.clone(),
        look: props.look.clone(),
        skipped: props.skipped.clone(),
        earlier: props.earlier,
        languages,
        view,
        simulating,
        interactive: !props.verdict_only,
        block: None,
    };
    cards(&scene, props.theme.clone())
}
