//! What a site's owner has set: the config, read once at the edge, faults and all.
//!
//! [`read_attributes`] reads it from an element and `read_json` from a file, through the same
//! checks. Whatever is wrong becomes a [`ConfigError`] with its place and reason; the rest is used.
//! On the page all of it is a part that is fetched only where something is given.

mod accent;
mod attributes;
mod check;
mod described;
mod error;
mod json;
mod lead;
mod look;
mod objects;
mod own;
mod schema;
mod texts;
mod typescript;

pub use accent::accent;
pub use attributes::read_attributes;
pub use error::{ConfigError, Reason};
pub use json::read_json;
pub use lead::{CONTACT, Lead};
pub use look::{Call, Look, Mode};
pub use own::{DEFAULTS, OwnParameter, OwnSegment, SegmentName, Uncertain};
pub use schema::{reference, schema};
pub use typescript::typescript;

use crate::present::finding::PANELS;
use crate::present::languages::{self, Overrides};
use crate::session::Entries;
use l10n::text::Catalog;
use model::Tables;
use std::collections::BTreeMap;

/// Those that an attribute may set too: mere texts, a yes or a no.
const TEXTS: usize = 11;

/// The keys there are, those first that an attribute may set. A new one also needs its field, its
/// check in `check.rs` (or, where it is no mere text, its reader in `json.rs`), and its row in
/// `described.rs`.
pub const KEYS: [&str; 21] = [
    "lang",
    "theme",
    "currency",
    "segment",
    "tier",
    "mode",
    "state",
    "lead",
    "share",
    "storage",
    "print",
    "texts",
    "origins",
    "name",
    "logo",
    "accent",
    "hidden",
    "call",
    "segments",
    "parameters",
    "defaults",
];

/// Those that are no mere text: not possible as an attribute.
pub const ONLY_IN_JSON: &[&str] = KEYS.split_at(TEXTS).1;

/// Most entries of a list.
pub const MOST_ENTRIES: usize = 100;

/// The sections that a config may hide: all but where the numbers come from.
pub fn sections() -> impl Iterator<Item = &'static str> + Clone {
    let panels = PANELS.into_iter().filter(|id| *id != "method");
    ["todo", "breakdown"].into_iter().chain(panels)
}

/// Most bytes of a config in JSON.
pub const MOST_BYTES: usize = 256 * 1024;

/// Most characters of a text that replaces one of ours.
pub const MOST_TEXT: usize = 2_000;

/// Most characters of a name or of what a button says.
pub const MOST_NAME: usize = 80;

/// Most characters of an address; a small picture may be one.
pub const MOST_ADDRESS: usize = 32 * 1024;

/// Most characters of a session's state.
pub const MOST_STATE: usize = 128 * 1024;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its id, as in a config.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A text of the owner's in the place of one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextOverride {
    /// The language it is in.
    pub language: String,
    /// Which text it replaces.
    pub key: String,
    /// The text, a template like those of `locales/`.
    pub text: String,
}

/// What the owner of a site has set; whatever is missing stays as the calculator has it.
///
/// ```
/// use service_level_calculator::config::read_attributes;
/// use model::Tables;
///
/// let given = [("segment", "clinic"), ("tier", "cheap")];
/// let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
/// let (config, errors) = read_attributes(&given, Tables::built_in(), &["en", "ru"]);
/// assert_eq!(config.segment.as_deref(), Some("clinic"));
/// assert_eq!(
///     errors[0].to_string(),
///     "tier: \"cheap\": no such tier; there are: economy, standard, premium, luxury",
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Config {
    /// Language of the calculator, one that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Light or dark, whatever the visitor's system says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Currency code, one of the tables'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Segment id, one of the tables'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Tier id, one of the tables'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
    /// How much of it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// A session's state, as the calculator gave it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Texts in the place of ours, no two for the same one.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "texts::as_object"
    )]
    pub texts: Vec<TextOverride>,
    /// Origins of pages that may listen to the calculator in an iframe; any where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// The owner's colour, `#` and six hex digits; [`accent`] makes it readable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// Segments in the place of ours, or beside them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<OwnSegment>,
    /// Numbers of the model in the place of ours, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, OwnParameter>,
    /// The numbers of a business that a visitor begins with, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub defaults: BTreeMap<String, f64>,
    /// What else is seen.
    #[serde(flatten)]
    pub look: Look,
}

/// The first one, unless there is nothing in it.
fn filled<T>(own: T, under: T, is_empty: impl Fn(&T) -> bool) -> T {
    if is_empty(&own) { under } else { own }
}

impl Config {
    /// This config, with what it does not set taken from another: attributes over JSON.
    #[must_use]
    pub fn over(self, under: Self) -> Self {
        // Taken apart, so that a new key that is not merged does not compile.
        let Self {
            lang,
            theme,
            currency,
            segment,
            tier,
            mode,
            state,
            mut texts,
            origins,
            accent,
            segments,
            parameters,
            defaults,
            look,
        } = self;
        let own = texts.len();
        for text in under.texts {
            let same = |own: &TextOverride| own.language == text.language && own.key == text.key;
            if !texts.iter().take(own).any(same) {
                texts.push(text);
            }
        }
        Self {
            lang: lang.or(under.lang),
            theme: theme.or(under.theme),
            currency: currency.or(under.currency),
            segment: segment.or(under.segment),
            tier: tier.or(under.tier),
            mode: mode.or(under.mode),
            state: state.or(under.state),
            texts,
            origins: filled(origins, under.origins, Vec::is_empty),
            accent: accent.or(under.accent),
            segments: filled(segments, under.segments, Vec::is_empty),
            parameters: filled(parameters, under.parameters, BTreeMap::is_empty),
            defaults: filled(defaults, under.defaults, BTreeMap::is_empty),
            look: look.over(under.look),
        }
    }

    /// The first state in a language, with what this config presets.
    #[must_use]
    pub fn entries(&self, tables: &Tables, language: &str) -> Entries {
        let mut entries = Entries::start(tables, language);
        let presets = [
            (&self.segment, &mut entries.segment),
            (&self.tier, &mut entries.tier),
            (&self.currency, &mut entries.currency),
        ];
        for (preset, place) in presets {
            if let Some(id) = preset {
                place.clone_from(id);
            }
        }
        for (field, entry) in self.numbers() {
            entries.numbers.insert(field, entry);
        }
        entries
    }

    /// The texts given for a language.
    pub fn texts_for(&self, language: &str) -> impl Iterator<Item = &TextOverride> {
        self.texts
            .iter()
            .filter(move |text| text.language == language)
    }

    /// The texts given, as the catalogs take them, and what is wrong with the others. `keys` is the
    /// file that lists which keys and slots there are.
    #[must_use]
    pub fn packed_texts(&self, keys: &str) -> (Overrides, Vec<ConfigError>) {
        let (mut texts, mut errors) = (Overrides::default(), Vec::new());
        for TextOverride {
            language,
            key,
            text,
        } in &self.texts
        {
            match Catalog::packed_text(key, text, keys) {
                Ok(packed) => texts.0.push(languages::Override {
                    language: language.clone(),
                    packed,
                }),
                Err(error) => {
                    let path = ["texts", language, key];
                    errors.push(ConfigError::of_text(&path, text, Reason::Template(error)));
                }
            }
        }
        (texts, errors)
    }
}
