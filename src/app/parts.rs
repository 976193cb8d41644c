//! Loads the parts of the program. The only file that names `#[wasm_split]`: what a part draws is
//! reached through the tables of [`crate::context::parts`] and no other way. Natively every part is
//! there from the start.

use super::deferred::{rest, todo};
use super::setup::{Given, Setup, setup, setup_with_json};
use crate::context::parts::{Draw, OWNER, PANELS, Panels, REST, Rest, TAKEAWAY};
use crate::features::assessment::ways;
use crate::features::breakdown::made_of;
use crate::features::chart::chart;
use crate::features::explanation::explanation;
use crate::features::lead::handover;
use crate::features::market::market_card;
use crate::features::notices::notices;
use crate::features::numbers::{numbers_card, take_back};
use crate::features::take_away::take_away;
use crate::features::verdict::{costs, dock};
use crate::panels;
use crate::platform::part::Part;
use crate::session::Session;
use l10n::text::Catalog;
use model::Tables;
use std::sync::OnceLock;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Reads what is given to a calculator.
pub type ReadSetup = fn(&Given, &Catalog, &Tables) -> Setup;

static READ_JSON: OnceLock<ReadSetup> = OnceLock::new();

// Which part is loaded before which is said in xtask.
#[wasm_split(rest, fallible)]
fn load_rest() -> Result<(Rest, ReadSetup), SplitLoaderError> {
    let rest = Rest {
        chart,
        costs,
        take_back,
        market: market_card,
        ways,
        numbers: numbers_card,
        notices,
        dock,
        todo,
        below: rest,
        study: |answer, tables| Some(answer.study(tables)?.to_numbers().into()),
        write: Session::to_text,
    };
    Ok((rest, setup))
}

#[wasm_split(panels, fallible)]
fn load_panels() -> Result<Panels, SplitLoaderError> {
    Ok(Panels {
        content: panels::content,
        finding: panels::finding,
        made_of,
        explanation,
    })
}

#[wasm_split(owner, fallible)]
fn load_owner() -> Result<(Draw, ReadSetup), SplitLoaderError> {
    Ok((handover, setup_with_json))
}

#[wasm_split(takeaway, fallible)]
fn load_takeaway() -> Result<Draw, SplitLoaderError> {
    Ok(take_away)
}

/// What reads the attributes and the config of a calculator; `None` where it could not be loaded.
pub async fn load_setup(given: &Given) -> Option<ReadSetup> {
    if given.json.is_some() {
        load(Part::Owner).await;
        return READ_JSON.get().copied();
    }
    // Not kept: a calculator draws the rest of the page at once only where its style is there, too.
    load_rest().await.ok().map(|(_, read)| read)
}

/// Loads a part once, however often it is asked for; true if it is here.
pub async fn load(part: Part) -> bool {
    match part {
        Part::Rest => keep(&REST, load_rest().await.map(|(rest, _)| rest)),
        Part::Panels => keep(&PANELS, load_panels().await),
        Part::Takeaway => keep(&TAKEAWAY, load_takeaway().await),
        Part::Owner => load_owner()
            .await
            .is_ok_and(|(draw, read)| keep(&READ_JSON, Ok(read)) && keep(&OWNER, Ok(draw))),
    }
}

fn keep<T>(place: &OnceLock<T>, loaded: Result<T, SplitLoaderError>) -> bool {
    // A load that ends second finds what the first one has kept.
    loaded.is_ok_and(|part| place.set(part).is_ok() || place.get().is_some())
}
