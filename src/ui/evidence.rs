//! Where the numbers come from: fetched when it is first shown.

use super::host::Host;
use super::scene::Scene;
use crate::present::evidence::{Evidence, chosen};
use l10n::text::say;
use model::{OWN_SOURCE, Text};
use std::rc::Rc;
use yew::prelude::*;

/// How far the fetching is.
#[derive(Clone, PartialEq)]
pub enum Fetched {
    /// It is on its way.
    Waiting,
    /// It did not come.
    Failed,
    /// It is here.
    Here(Rc<Vec<Evidence>>),
}

/// The evidence, and how to ask for it again.
#[hook]
pub fn use_evidence(host: &Rc<dyn Host>) -> (Fetched, Callback<()>) {
    let fetched = use_state_eq(|| Fetched::Waiting);
    let fetch = {
        let (fetched, host) = (fetched.clone(), host.clone());
        use_callback((), move |(), ()| {
            fetched.set(Fetched::Waiting);
            let fetched = fetched.clone();
            let then = Callback::from(move |text: Option<String>| {
                let rows = text.and_then(|text| rows(&text)).map(Rc::new);
                fetched.set(rows.map_or(Fetched::Failed, Fetched::Here));
            });
            host.fetch("evidence.json".to_owned(), then);
        })
    };
    {
        let fetch = fetch.clone();
        use_effect_with((), move |()| fetch.emit(()));
    }
    ((*fetched).clone(), fetch)
}

#[cfg(target_arch = "wasm32")]
use super::browser::evidence as rows;

#[cfg(not(target_arch = "wasm32"))]
fn rows(text: &str) -> Option<Vec<Evidence>> {
    serde_json::from_str(text).ok()
}

/// Which rows.
#[derive(Properties, PartialEq)]
pub struct EvidenceListProps {
    /// What it sees.
    pub scene: Scene,
    /// Their ids; all rows where there are none.
    #[prop_or_default]
    pub ids: Vec<Text>,
    /// Whether only the essays' own statements are shown.
    #[prop_or_default]
    pub essays: bool,
}

fn row(evidence: &Evidence, seen: String) -> Html {
    let Evidence {
        claim,
        population,
        source,
        note,
        ..
    } = evidence;
    let plain = |text: &str| !matches!(text, "" | "-" | "derived");
    html! {
        <li key={evidence.id.clone()}>
            <p lang="en">{claim}</p>
            <p class="small" lang="en">
                if let Some(link) = evidence.link() {
                    <a href={link} target="_blank" rel="noopener noreferrer">{source}</a>
                } else {
                    {source}
                }
                if plain(population) { {" · "}{population} }
            </p>
            if plain(note) { <p class="small" lang="en">{note}</p> }
            <p class="small" data-seen={evidence.seen.clone()}>{seen}</p>
        </li>
    }
}

/// Sources that the owner of the site has told.
fn owners(scene: &Scene, ids: &[Text]) -> Html {
    let sources = ids.iter().filter_map(|id| id.strip_prefix(OWN_SOURCE));
    let item = |source: &str| {
        html! {
            <li key={source.to_owned()}>
                <p>{source}</p>
                <p class="small" data-seen="OWNER">{scene.text(&say::explain_owner())}</p>
            </li>
        }
    };
    html! { <ul class="evidence">{ for sources.map(item) }</ul> }
}

/// Rows of the evidence.
#[component]
pub fn EvidenceList(props: &EvidenceListProps) -> Html {
    let scene = &props.scene;
    let (fetched, fetch) = use_evidence(&scene.host);
    match fetched {
        Fetched::Waiting => html! { <p role="status">{scene.text(&say::explain_waiting())}</p> },
        Fetched::Failed => html! {
            <p role="alert">{scene.text(&say::explain_failed())}{" "}
                <button type="button" class="link" name="fetch-evidence" onclick={move |_| fetch.emit(())}>{scene.text(&say::explain_retry())}</button>
            </p>
        },
        Fetched::Here(all) => {
            let rows = if props.ids.is_empty() {
                all.iter()
                    .filter(|row| !props.essays || row.is_essay())
                    .collect()
            } else {
                chosen(&all, &props.ids)
            };
            html! { <>
                {owners(scene, &props.ids)}
                if !rows.is_empty() && scene.catalog.language() != "en" {
                    <p class="small">{scene.text(&say::explain_english())}</p>
                }
                <ul class="evidence">{ for rows.into_iter().map(|evidence| row(evidence, scene.text(&evidence.seen()))) }</ul>
            </> }
        }
    }
}
