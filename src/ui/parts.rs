//! The parts of the program that are fetched when first needed, and the border between them and
//! the first one: what a part draws is reached through the functions listed here and no other way.
//! Natively a part is simply there.

use super::away::away;
use super::chart::chart;
use super::dock::dock;
use super::fields::fields;
use super::findings::Find;
use super::handover::handover;
use super::market_card::market_card;
use super::notices::notices;
use super::numbers_card::numbers_card;
use super::part::Part;
use super::scene::Scene;
use super::setup::{Given, Setup, setup, setup_with_json};
use super::take_back::take_back;
use super::unhurried::{rest, todo};
use super::verdict::costs;
use super::ways::ways;
use crate::present::Answer;
use crate::present::certainty::study_numbers;
use crate::present::chart::Chart;
use crate::present::draws::Numbers;
use crate::present::field::{FieldOf, FieldView};
use crate::present::finding::finding;
use crate::present::headline::Costs;
use crate::session::{Field, Session};
use l10n::text::Catalog;
use model::{Tables, Uncertainty};
use std::sync::OnceLock;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// What the part [`Part::Screen`] draws.
#[derive(Debug)]
pub struct Screen {
    /// The chart.
    pub chart: fn(&Scene) -> Html,
    /// What the level costs.
    pub costs: fn(&Scene) -> Html,
    /// Taking back and starting over.
    pub take_back: fn(&Scene) -> Html,
    /// The choice of the market.
    pub market: fn(&Scene) -> Html,
    /// What the simulations of an answer are about, in numbers.
    pub study: fn(&Answer, &Tables) -> Option<Numbers>,
    /// What each level forgoes, as shapes.
    pub shapes: fn(&Answer, &Tables, Option<&Uncertainty>) -> Chart,
    /// What the level costs, in words.
    pub costed: fn(&Answer, &Tables, Option<&Uncertainty>) -> Costs,
}

/// What the part [`Part::Below`] draws.
#[derive(Debug)]
pub struct Below {
    /// Other ways than a chair to tell how well one serves.
    pub ways: fn(&Scene) -> Html,
    /// The numbers of the business.
    pub numbers: fn(&Scene) -> Html,
    /// One of them, in words.
    pub field: FieldOf,
    /// Fields to edit the numbers of the business in.
    pub fields: fn(&Scene, &[Field]) -> Html,
    /// What of a link could not be used.
    pub notices: fn(&Scene) -> Html,
    /// The answer in one line.
    pub dock: fn(&Scene) -> Html,
    /// What to do first.
    pub todo: fn(&Scene) -> Html,
    /// Where the loss comes from, and what opens on demand, closed.
    pub rest: fn(&Scene) -> Html,
    /// Writes a session down as a text: before anything is entered, since what is not written down
    /// would not survive a panic.
    pub write: fn(&Session, &Tables) -> String,
}

/// What the part [`Part::Panels`] draws.
#[derive(Debug)]
pub struct Panels {
    /// What the panel of this id opens.
    pub panel: fn(&Scene, &str) -> Html,
    /// What it has found, told while it is closed.
    pub finding: Find,
    /// What is forgone, taken apart.
    pub made_of: fn(&Scene) -> Html,
    /// What is behind the figure of this name.
    pub explanation: fn(&Scene, &str) -> Html,
}

/// What the part [`Part::Owner`] does, which only an owner's config or attributes ask for.
#[derive(Debug)]
pub struct Owner {
    /// Reads what is given to a calculator, a config in JSON among it.
    pub setup: ReadSetup,
    /// What a visitor can hand over.
    pub handover: fn(&Scene) -> Html,
}

/// What the part [`Part::Away`] draws.
#[derive(Debug)]
pub struct Away {
    /// What keeps, compares, passes on and takes away.
    pub away: fn(&Scene) -> Html,
}

/// Reads what is given to a calculator.
pub type ReadSetup = fn(&Given, &Catalog, &Tables) -> Setup;

static SCREEN: OnceLock<Screen> = OnceLock::new();
static BELOW: OnceLock<Below> = OnceLock::new();
static PANELS: OnceLock<Panels> = OnceLock::new();
static OWNER: OnceLock<Owner> = OnceLock::new();
static AWAY: OnceLock<Away> = OnceLock::new();

#[wasm_split(screen, fallible)]
fn load_screen() -> Result<Screen, SplitLoaderError> {
    Ok(Screen {
        chart,
        costs,
        take_back,
        market: market_card,
        study: study_numbers,
        shapes: Chart::new,
        costed: Costs::new,
    })
}

#[wasm_split(below, fallible)]
fn load_below() -> Result<Below, SplitLoaderError> {
    Ok(Below {
        ways,
        numbers: numbers_card,
        field: FieldView::new,
        fields,
        notices,
        dock,
        todo,
        rest,
        write: Session::to_text,
    })
}

#[wasm_split(panels, fallible)]
fn load_panels() -> Result<Panels, SplitLoaderError> {
    Ok(Panels {
        panel: super::panels::content,
        finding,
        made_of: super::panels::made_of,
        explanation: super::explain::explanation,
    })
}

#[wasm_split(owner, fallible)]
fn load_owner() -> Result<Owner, SplitLoaderError> {
    Ok(Owner {
        setup: setup_with_json,
        handover,
    })
}

#[wasm_split(away, fallible)]
fn load_away() -> Result<Away, SplitLoaderError> {
    Ok(Away { away })
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
    keep(&OWNER, load_owner().await);
    owner().map(|owner| owner.setup)
}

/// Loads a part once, however often it is asked for; true if it is here.
pub async fn load(part: Part) -> bool {
    match part {
        Part::Screen => keep(&SCREEN, load_screen().await),
        Part::Below => keep(&BELOW, load_below().await),
        Part::Panels => keep(&PANELS, load_panels().await),
        Part::Owner => keep(&OWNER, load_owner().await),
        Part::Away => keep(&AWAY, load_away().await),
    }
}

fn keep<T>(place: &OnceLock<T>, loaded: Result<T, SplitLoaderError>) -> bool {
    // Whoever came second finds what the first one has kept.
    loaded.is_ok_and(|part| place.set(part).is_ok() || place.get().is_some())
}

/// What only owners ask for, once it is here.
pub fn owner() -> Option<&'static Owner> {
    OWNER.get()
}

/// What keeps and takes away, once it is here.
pub fn taking_away() -> Option<&'static Away> {
    AWAY.get()
}

/// What the first screen needs beyond the first answer, once it is here.
pub fn screen() -> Option<&'static Screen> {
    SCREEN.get()
}

/// What stands below the first screen, once it is here.
pub fn below_screen() -> Option<&'static Below> {
    BELOW.get()
}

/// What opens on demand, once it is here.
pub fn panels() -> Option<&'static Panels> {
    PANELS.get()
}
