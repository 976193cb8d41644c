//! Loads the parts of the program. The only file that names `#[wasm_split]`: what a part draws is
//! reached through the tables of [`crate::context::parts`] and no other way. Natively every part is
//! there from the start.

use super::deferred::{rest, todo};
use super::setup::{Given, Setup, setup, setup_with_json};
use crate::context::part::Part;
use crate::context::parts::{BELOW, Below, Draw, OWNER, PANELS, Panels, SCREEN, Screen, TAKE_AWAY};
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
use l10n::text::Catalog;
use model::Tables;
use std::sync::OnceLock;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Reads what is given to a calculator.
pub type ReadSetup = fn(&Given, &Catalog, &Tables) -> Setup;

static READ_JSON: OnceLock<ReadSetup> = OnceLock::new();

#[wasm_split(screen, fallible)]
fn load_screen() -> Result<Screen, SplitLoaderError> {
    Ok(Screen {
        chart,
        costs,
        take_back,
        market: market_card,
    })
}

#[wasm_split(below, fallible)]
fn load_below() -> Result<Below, SplitLoaderError> {
    Ok(Below {
        ways,
        numbers: numbers_card,
        notices,
        dock,
        todo,
        rest,
    })
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

#[wasm_split(away, fallible)]
fn load_away() -> Result<Draw, SplitLoaderError> {
    Ok(take_away)
}

#[wasm_split(config, fallible)]
fn load_read_setup() -> Result<ReadSetup, SplitLoaderError> {
    Ok(setup)
}

/// What reads that which is given to a calculator; nothing where it could not be loaded.
pub async fn load_setup(given: &Given) -> Option<ReadSetup> {
    if given.json.is_none() {
        return load_read_setup().await.ok();
    }
    load(Part::Owner).await;
    READ_JSON.get().copied()
}

/// Loads a part once, however often it is asked for; true if it is here.
pub async fn load(part: Part) -> bool {
    match part {
        Part::Screen => keep(&SCREEN, load_screen().await),
        Part::Below => keep(&BELOW, load_below().await),
        Part::Panels => keep(&PANELS, load_panels().await),
        Part::Owner => load_owner()
            .await
            .is_ok_and(|(draw, read)| keep(&READ_JSON, Ok(read)) && keep(&OWNER, Ok(draw))),
        Part::Away => keep(&TAKE_AWAY, load_away().await),
    }
}

fn keep<T>(place: &OnceLock<T>, loaded: Result<T, SplitLoaderError>) -> bool {
    // A load that ends second finds what the first one has kept.
    loaded.is_ok_and(|part| place.set(part).is_ok() || place.get().is_some())
}
