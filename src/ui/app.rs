//! The page: holds the session, answers it, and lays out the cards.

#[cfg(not(feature = "panels"))]
use super::asking::Explainer;
use super::breakdown::breakdown_card;
use super::chart::ChartCard;
use super::draws::use_draws;
#[cfg(feature = "panels")]
use super::explain::Explainer;
use super::levers::levers_card;
use super::market_card::market_card;
use super::numbers_card::numbers_card;
use super::panel_list::panel_list;
use super::scene::{Host, Scene, Store};
use super::service_card::service_card;
use super::top_bar::top_bar;
use super::verdict::{dock, verdict_card};
use crate::model::Tables;
use crate::present::Answer;
use crate::present::text::{Catalog, say};
use crate::session::{Entries, Session};
use std::rc::Rc;
use yew::prelude::*;

/// What the page starts with.
#[derive(Properties, Clone)]
pub struct AppProps {
    /// Where it runs.
    pub host: Rc<dyn Host>,
    /// The texts of the first language.
    pub catalog: Rc<Catalog>,
    /// The tables.
    pub tables: Rc<Tables>,
    /// The first state.
    pub start: Entries,
    /// "light" or "dark"; the system's choice where none is given.
    #[prop_or_default]
    pub theme: Option<AttrValue>,
    /// The session of the first program, where the full one takes over.
    #[prop_or_default]
    pub session: Option<Session>,
    /// What the first program was asked to open.
    #[prop_or_default]
    pub target: Option<AttrValue>,
    /// Whether only the verdict is drawn, as in the static page.
    #[prop_or_default]
    pub verdict_only: bool,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.host, &other.host)
            && self.start == other.start
            && self.theme == other.theme
    }
}

/// The last answer there was: entries that the model refuses, as a damaged link may bring, must not
/// take it away.
#[hook]
fn use_answer(store: &Store) -> Option<Rc<Answer>> {
    let last = use_mut_ref(|| None::<Rc<Answer>>);
    let answer = use_memo(store.place(), |_| {
        Answer::new(&store.session, &store.tables).ok().map(Rc::new)
    });
    if answer.is_some() {
        (*last.borrow_mut()).clone_from(&answer);
    }
    last.borrow().clone()
}

/// The panels, which alone say how far the draws are.
#[cfg(feature = "panels")]
fn panels(drawing: super::draws::Drawing) -> Html {
    use super::draws::Drawing;
    html! { <ContextProvider<Drawing> context={drawing}>{panel_list()}</ContextProvider<Drawing>> }
}

#[cfg(not(feature = "panels"))]
fn panels(_: super::draws::Drawing) -> Html {
    panel_list()
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer(|| Store {
        session: (props.session.clone()).unwrap_or_else(|| Session::new(props.start.clone())),
        tables: props.tables.clone(),
    });
    let catalog = use_state(|| props.catalog.clone());
    let answer = use_answer(&store);
    let drawing = use_draws(&props.host, answer.as_deref(), &store.tables);
    let language = catalog.language().to_owned();
    let currency = store.session.entries.currency.clone();
    let format = {
        let host = props.host.clone();
        let key = (language.clone(), currency);
        use_memo(key, move |(language, currency)| {
            host.format(language, currency)
        })
    };
    let on_language = {
        let (host, catalog) = (props.host.clone(), catalog.clone());
        Callback::from(move |language: String| {
            let (catalog, remember) = (catalog.clone(), host.clone());
            let file = format!("locales/{language}.core.txt");
            host.fetch_texts(
                file,
                Callback::from(move |packed: String| {
                    // A damaged file changes nothing: the page stays in the language it has.
                    if let Ok(other) = Catalog::new(&packed) {
                        remember.remember("lang", other.language());
                        catalog.set(Rc::new(other));
                    }
                }),
            );
        })
    };
    let wanted = use_state(|| props.catalog.is_complete());
    let need_more = {
        let wanted = wanted.clone();
        Callback::from(move |()| wanted.set(true))
    };
    {
        let (host, catalog) = (props.host.clone(), catalog.clone());
        let complete = catalog.is_complete();
        use_effect_with(
            (*wanted && !complete, language.clone()),
            move |(fetch, language)| {
                if *fetch {
                    let file = format!("locales/{language}.more.txt");
                    host.fetch_texts(
                        file,
                        Callback::from(move |packed: String| {
                            let mut fuller = (**catalog).clone();
                            if fuller.add_more(&packed).is_ok() {
                                catalog.set(Rc::new(fuller));
                            }
                        }),
                    );
                }
            },
        );
    }
    let grow = {
        let (host, store, language) = (props.host.clone(), store.clone(), language.clone());
        Callback::from(move |wish| {
            let session = store.session.to_text(&store.tables);
            host.grow(language.clone(), session, wish);
        })
    };
    let Some(answer) = answer else {
        return Html::default();
    };
    let scene = Scene {
        store,
        answer,
        draws: drawing.in_force(),
        catalog: (*catalog).clone(),
        format: (*format).clone(),
        need_more,
        grow,
        target: props.target.clone(),
        host: props.host.clone(),
        explains: !props.verdict_only,
    };
    if props.verdict_only {
        return html! {
            <ContextProvider<Scene> context={scene.clone()}>
                <div class="result">{verdict_card(&scene)}</div>
            </ContextProvider<Scene>>
        };
    }
    let hint = scene.text(&say::page_your_numbers_stay());
    let method = scene.text(&say::footer_method());
    html! {
        <div class="slc" lang={language} data-theme={props.theme.clone()} data-ready="">
            <ContextProvider<Scene> context={scene.clone()}>
                <Explainer>
                    {top_bar(&scene, &on_language)}
                    <div class="result">{verdict_card(&scene)}<ChartCard /></div>
                    <div class="inputs">{market_card(&scene)}{numbers_card(&scene)}{service_card(&scene)}{dock(&scene)}</div>
                    <div class="after">{breakdown_card(&scene)}{levers_card(&scene)}</div>
                    {panels(drawing)}
                    <footer class="footer"><p>{hint}</p><p>{method}</p></footer>
                </Explainer>
            </ContextProvider<Scene>>
        </div>
    }
}
