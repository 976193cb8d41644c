//! What a calculator starts with: its config, session and own texts, and what was wrong with them.
//! A part of its own, since most calculators are given nothing.

use crate::config::{Config, ConfigError, Look, Theme, accent, read_attributes, read_json};
use crate::event::{ErrorCode, HostEvent};
use crate::present::languages::Overrides;
use crate::session::{Entries, Session, Skipped, made_earlier};
use l10n::text::{Catalog, say};
use model::Tables;
use std::borrow::Cow;
use std::rc::Rc;

/// What the element hands over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Names and values of its attributes.
    pub attributes: Vec<(String, String)>,
    /// The config in JSON, where there is one.
    pub json: Option<String>,
    /// The list of keys, where the config has texts of its own.
    pub keys: String,
}

impl Given {
    /// The look, where nothing is given but what is to be offered: that needs no part of its own.
    #[must_use]
    pub fn plain(&self) -> Option<Look> {
        let mut look = Look::default();
        for (name, value) in &self.attributes {
            let offered = match name.as_str() {
                "share" => &mut look.share,
                "storage" => &mut look.storage,
                "print" => &mut look.print,
                _ => return None,
            };
            *offered = Some(match value.as_str() {
                "" | "true" => true,
                "false" => false,
                // The part that reads more tells of the fault.
                _ => return None,
            });
        }
        self.json.is_none().then_some(look)
    }
}

/// What the calculator starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The first state.
    pub session: Session,
    /// Light or dark, if one is wished.
    pub theme: Option<Theme>,
    /// What `--slc-accent` is to be, if the owner has a colour.
    pub accent: Option<String>,
    /// The tables, where figures of the owner's stand in the place of ours.
    pub tables: Option<Rc<Tables>>,
    /// What else of the config is seen.
    pub look: Look,
    /// Texts in the place of ours.
    pub texts: Overrides,
    /// What was wrong, for the host.
    pub errors: Vec<HostEvent>,
    /// What of the state given could not be used, for the visitor.
    pub skipped: Vec<Skipped>,
    /// Whether an earlier version of the model answered the state given.
    pub earlier: bool,
}

impl Setup {
    /// Where nothing is given but what is to be offered.
    #[must_use]
    pub fn plain(tables: &Tables, language: &str, look: Look) -> Self {
        Self {
            session: Session::new(Entries::start(tables, language)),
            theme: None,
            accent: None,
            tables: None,
            look,
            texts: Overrides::default(),
            errors: Vec::new(),
            skipped: Vec::new(),
            earlier: false,
        }
    }
}

fn languages() -> Vec<&'static str> {
    say::LANGUAGES.iter().map(|(tag, _)| *tag).collect()
}

/// Reads the attributes that are given.
#[must_use]
pub fn setup(given: &Given, catalog: &Catalog, tables: &Tables) -> Setup {
    let (config, errors) = read_attributes(&given.attributes, tables, &languages());
    begin(config, errors, given, catalog, tables)
}

/// Reads the attributes and the config in JSON that are given.
#[must_use]
pub fn setup_with_json(given: &Given, catalog: &Catalog, tables: &Tables) -> Setup {
    let json = given.json.as_deref().unwrap_or("{}");
    let (under, told) = read_json(json, tables, &languages());
    // What the owner has added can be named by an attribute.
    let own = under.tables(tables);
    let (over, mut errors) = read_attributes(&given.attributes, &own, &languages());
    errors.extend(told);
    let config = over.over(under.clone());
    let mut setup = begin(config, errors, given, catalog, &own);
    setup.texts.0.extend(under.names(&languages()));
    Setup {
        tables: match own {
            Cow::Owned(own) => Some(Rc::new(own)),
            Cow::Borrowed(_) => None,
        },
        ..setup
    }
}

/// What a config amounts to; whatever is wrong is told, and the rest is used.
fn begin(
    config: Config,
    mut errors: Vec<ConfigError>,
    given: &Given,
    catalog: &Catalog,
    tables: &Tables,
) -> Setup {
    let (texts, refused) = config.packed_texts(&given.keys);
    errors.extend(refused);
    let mut events: Vec<HostEvent> = errors.iter().map(HostEvent::from).collect();
    let (session, skipped) = session(&config, tables, catalog.language());
    events.extend(skipped.iter().map(|skipped| HostEvent::Error {
        code: ErrorCode::State,
        message: skipped.to_string(),
        fatal: false,
    }));
    Setup {
        session,
        theme: config.theme,
        accent: config.accent.as_deref().and_then(accent),
        tables: None,
        look: config.look.in_mode(config.mode),
        texts,
        errors: events,
        skipped,
        earlier: config.state.as_deref().is_some_and(made_earlier),
    }
}

/// The session of the state given, or the first one, and what of it could not be used.
fn session(config: &Config, tables: &Tables, language: &str) -> (Session, Vec<Skipped>) {
    let start = config.entries(tables, language);
    match &config.state {
        Some(state) => Session::read(state, start, tables),
        None => (Session::new(start), Vec::new()),
    }
}
