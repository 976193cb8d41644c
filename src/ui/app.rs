//! The calculator: holds the session, answers it, and lays out the cards.

use super::host::Host;
use super::last_valid::use_last_valid;
use super::loading::{use_languages, use_parts};
use super::market_card::market_card;
use super::opened::from_screen;
use super::parts::{below_screen, screen};
use super::scene::Scene;
use super::simulating::{Simulating, use_simulating};
use super::store::Store;
use super::telling::use_telling;
use super::top_bar::{language_failed, top_bar};
use super::unhurried::{Below, Inputs};
use super::verdict::{dock, verdict_card};
use super::view::View;
use crate::model::{Tables, Uncertainty};
use crate::present::Answer;
use crate::present::languages::Languages;
use crate::present::text::say;
use crate::session::Session;
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
    /// "light" or "dark"; the system's choice where none is given.
    #[prop_or_default]
    pub theme: Option<AttrValue>,
    /// Whether only the verdict is drawn, as in the static page.
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
    let now = use_memo(store.address(), |_| {
        Answer::new(&store.session, &store.tables).ok().map(Rc::new)
    });
    use_last_valid((*now).clone()).0
}

/// What the simulations say about the answer.
fn ranges(view: &View, simulating: &Simulating, answer: &Answer) -> Option<Rc<Uncertainty>> {
    let study = simulating.study.as_deref()?;
    view.draws.following(study, &answer.outcome).cloned()
}

fn cards(scene: &Scene, theme: Option<AttrValue>) -> Html {
    let everything = screen().and(below_screen()).is_some().then_some("");
    let hint = scene.text(&say::page_your_numbers_stay());
    let method = scene.text(&say::footer_method());
    html! {
        <div class="slc" lang={scene.catalog.language().to_owned()} data-theme={theme} data-ready="" data-complete={everything}>
            <div class="page">
                {top_bar(scene)}
                {language_failed(scene)}
                <div class="result">{verdict_card(scene)}{from_screen(scene, |screen| (screen.chart)(scene))}</div>
                <div class="inputs">{market_card(scene)}<Inputs scene={scene.clone()} />{dock(scene)}</div>
                <Below scene={scene.clone()} />
                <footer class="footer"><p>{hint}</p><p>{method}</p></footer>
            </div>
        </div>
    }
}

/// The calculator.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer(|| Store {
        session: props.session.clone(),
        tables: props.tables.clone(),
    });
    let languages = use_languages(&props.host, &props.languages);
    let view = use_parts(&props.host, &languages);
    let answer = use_answer(&store);
    let simulating = use_simulating(&props.host, &view, answer.as_deref(), &store.tables);
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
    let scene = Scene {
        store,
        ranges: ranges(&view, &simulating, &answer),
        answer,
        catalog,
        format: (*format).clone(),
        host: props.host.clone(),
        languages,
        view,
        simulating,
        interactive: !props.verdict_only,
        block: None,
    };
    if props.verdict_only {
        return html! { <div class="result">{verdict_card(&scene)}</div> };
    }
    cards(&scene, props.theme.clone())
}
