//! The page drawn once, without a browser: for the static verdict in the HTML, and for tests.

use crate::app::calculator::{App, AppProps};
use crate::app::parts::load;
use crate::context::Site;
use crate::context::languages::Languages;
use crate::features::numbers::LINES;
use crate::platform::host::Host;
use crate::platform::part::Part;
use crate::session::{Entries, Session};
use crate::shared::Shared;
use l10n::format::{Format, TableFormat};
use l10n::text::Catalog;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// A host that formats by tables and fetches nothing.
#[derive(Clone, Copy, Debug)]
pub struct Still;

impl Host for Still {
    fn format(&self, language: &str, currency: &str) -> Shared<dyn Format> {
        let format: Rc<dyn Format> = Rc::new(TableFormat::new(language, currency));
        format.into()
    }

    fn fetch(&self, _: String, _: Callback<Option<String>>) {}

    fn load(&self, _: Part, _: Callback<bool>) {}
}

/// The page of a first state in a language, as HTML; only its verdict where `verdict_only`. `None`
/// where there is no such language.
#[must_use]
pub fn still(language: &str, start: Entries, verdict_only: bool) -> Option<String> {
    let catalog = Catalog::embedded(language)?;
    let host: Rc<dyn Host> = Rc::new(Still);
    let props = AppProps {
        host: host.into(),
        languages: Shared::new(Languages::new([language], catalog, Rc::default())),
        tables: Shared::new(Tables::built_in().clone()),
        session: Shared::new(Session::new(start)),
        site: Shared::new(Site::default()),
        theme: None,
        // Their fields are part of the page.
        open: LINES.map(|line| line.id.into()).into(),
        verdict_only,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
    let here = runtime.block_on(async { load(Part::Rest).await && load(Part::Panels).await });
    let page = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    here.then(|| tokio::task::LocalSet::new().block_on(&runtime, page.render()))
}
