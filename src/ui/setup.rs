//! What a calculator starts with: its config, session and own texts, and what was wrong with them.
//! A part of its own, since most calculators are given nothing.

use crate::config::{Config, Look, Theme, accent, read_attributes, read_json};
use crate::event::{ErrorCode, HostEvent};
use crate::model::Tables;
use crate::present::languages::Overrides;
use crate::present::text::{Catalog, say};
use crate::session::{Entries, Session};
use std::borrow::Cow;

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
    pub tables: Option<Tables>,
    /// What else of the config is seen.
    pub look: Look,
    /// Texts in the place of ours.
    pub texts: Overrides,
    /// What was wrong, for the host.
    pub errors: Vec<HostEvent>,
}

impl Setup {
    /// Where nothing is given.
    #[must_use]
    pub fn plain(tables: &Tables, language: &str) -> Self {
        Self {
            session: Session::new(Entries::start(tables, language)),
            theme: None,
            accent: None,
            tables: None,
            look: Look::default(),
            texts: Overrides::default(),
            errors: Vec::new(),
        }
    }
}

/// Reads what is given; whatever is wrong is told, and the rest is used.
#[must_use]
pub fn setup(given: &Given, catalog: &Catalog, tables: &Tables) -> Setup {
    let languages: Vec<&str> = say::LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let (under, mut errors) = match &given.json {
        Some(json) => read_json(json, tables, &languages),
        None => Default::default(),
    };
    // What the owner has added can be named by an attribute.
    let own_tables = under.tables(tables);
    let (own, more) = read_attributes(&given.attributes, &own_tables, &languages);
    errors.splice(0..0, more);
    let config = own.over(under.clone());
    let (texts, refused) = config.packed_texts(&given.keys);
    errors.extend(refused);
    let mut events: Vec<HostEvent> = errors.iter().map(HostEvent::from).collect();
    Setup {
        session: session(&config, &own_tables, catalog.language(), &mut events),
        theme: config.theme,
        accent: config.accent.as_deref().and_then(accent),
        tables: match own_tables {
            Cow::Owned(tables) => Some(tables),
            Cow::Borrowed(_) => None,
        },
        look: config.look,
        texts,
        errors: events,
    }
}

/// The session of the state given, or the first one; what of it could not be used is told.
fn session(
    config: &Config,
    tables: &Tables,
    language: &str,
    events: &mut Vec<HostEvent>,
) -> Session {
    let start = config.entries(tables, language);
    let Some(state) = &config.state else {
        return Session::new(start);
    };
    let (session, skipped) = Session::read(state, start, tables);
    events.extend(skipped.iter().map(|skipped| HostEvent::Error {
        code: ErrorCode::State,
        message: skipped.to_string(),
        fatal: false,
    }));
    session
}
