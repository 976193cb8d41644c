//! The page drawn once, without a browser: for the static verdict in the HTML, and for tests.

use super::app::{App, AppProps};
use super::scene::Host;
use crate::model::Tables;
use crate::present::format::{Format, TableFormat};
use crate::present::text::Catalog;
use crate::session::Entries;
use std::rc::Rc;
use yew::prelude::*;

/// A host that formats by tables, fetches nothing and remembers nothing.
#[derive(Clone, Copy, Debug)]
pub struct Still;

impl Host for Still {
    fn format(&self, language: &str, currency: &str) -> Rc<dyn Format> {
        Rc::new(TableFormat::new(language, currency))
    }

    fn fetch_texts(&self, _: String, _: Callback<String>) {}

    fn remember(&self, _: &str, _: &str) {}
}

/// The page of a first state in a language, as HTML; only its verdict where `verdict_only`. `None`
/// where there is no such language.
#[must_use]
pub fn still(language: &str, start: Entries, verdict_only: bool) -> Option<String> {
    let props = AppProps {
        host: Rc::new(Still),
        catalog: Rc::new(Catalog::embedded(language)?),
        tables: Rc::new(Tables::built_in().clone()),
        start,
        theme: None,
        session: None,
        target: None,
        verdict_only,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
    let page = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    Some(tokio::task::LocalSet::new().block_on(&runtime, page.render()))
}
