//! The page drawn once, without a browser: for the static verdict in the HTML, and for tests.

use super::app::{App, AppProps};
use super::host::Host;
use super::numbers_card::LINES;
use super::part::Part;
use super::parts::load;
use crate::present::languages::Languages;
use crate::session::{Entries, Session};
use l10n::format::{Format, TableFormat};
use l10n::text::Catalog;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// A host that formats by tables and fetches nothing.
#[derive(Clone, Copy, Debug)]
pub struct Still;

impl Host for Still {
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format> {
        Rc::new(TableFormat::new(language, currency))
    }

    fn fetch(&self, _: String, _: Callback<Option<String>>) {}

    fn load(&self, _: Part, _: Callback<bool>) {}
}

/// The page of a first state in a language, as HTML; only its verdict where `verdict_only`. `None`
/// where there is no such language.
#[must_use]
pub fn still(language: &str, start: Entries, verdict_only: bool) -> Option<String> {
    let catalog = Catalog::embedded(language)?;
    let props = AppProps {
        skipped: Rc::default(),
        earlier: false,
        host: Rc::new(Still),
        languages: Languages::new([language], catalog, Rc::default()),
        tables: Rc::new(Tables::built_in().clone()),
        session: Session::new(start),
        look: Rc::default(),
        theme: None,
        // Their fields are part of the page.
        open: LINES.map(|line| line.id.into()).into(),
        verdict_only,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
    let here = runtime.block_on(async {
        load(Part::Screen).await && load(Part::Below).await && load(Part::Panels).await
    });
    let page = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    here.then(|| tokio::task::LocalSet::new().block_on(&runtime, page.render()))
}
