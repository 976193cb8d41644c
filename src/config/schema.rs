//! The config for editors and people: a JSON Schema, and a page that documents every key.

use super::described::{Key, Kind, described};
use super::{
    CONTACT, DEFAULTS, MOST_ADDRESS, MOST_ENTRIES, MOST_NAME, MOST_TEXT, Mode, Theme, sections,
};
use model::Tables;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The ids there are.
struct Ids<'a> {
    tables: &'a Tables,
    languages: &'a [&'a str],
}

impl Ids<'_> {
    /// Those that a kind chooses from, where it does.
    fn of(&self, kind: Kind) -> Option<Vec<&str>> {
        let Tables {
            currencies,
            segments,
            tiers,
            ..
        } = self.tables;
        Some(match kind {
            Kind::Theme => Theme::ALL.iter().map(|theme| theme.id()).collect(),
            Kind::Mode => Mode::ALL.iter().map(|mode| mode.id()).collect(),
            Kind::Currency => currencies.iter().map(|row| row.code.as_ref()).collect(),
            Kind::Segment => segments.iter().map(|row| row.id.as_ref()).collect(),
            Kind::Tier => tiers.iter().map(|row| row.id.as_ref()).collect(),
            Kind::Sections => sections().collect(),
            Kind::Language | Kind::Texts => self.languages.to_vec(),
            Kind::Parameters => self
                .tables
                .parameters
                .iter()
                .map(|row| row.id.as_ref())
                .collect(),
            Kind::Defaults => DEFAULTS.iter().map(|field| field.id()).collect(),
            _ => return None,
        })
    }

    fn schema(&self, kind: Kind) -> Value {
        let text = |most: usize| json!({ "type": "string", "maxLength": most });
        match kind {
            Kind::Language => {
                let pattern = format!("^({})(-.+)?$", self.languages.join("|"));
                json!({ "type": "string", "pattern": pattern })
            }
            Kind::Theme | Kind::Currency | Kind::Tier | Kind::Mode => {
                json!({ "enum": self.of(kind) })
            }
            Kind::Segment => json!({ "anyOf": [{ "enum": self.of(kind) }, id()] }),
            Kind::Text(most) => text(most),
            Kind::Address => text(MOST_ADDRESS),
            Kind::Colour => json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" }),
            Kind::Origins => json!({
                "type": "array", "maxItems": MOST_ENTRIES,
                "items": { "type": "string", "pattern": "^https?://[-a-z0-9.:\\[\\]]+$" }
            }),
            Kind::Sections => json!({
                "type": "array", "maxItems": MOST_ENTRIES, "items": { "enum": self.of(kind) }
            }),
            Kind::Call => json!({
                "type": "object", "additionalProperties": false, "required": ["text", "href"],
                "properties": { "text": text(MOST_NAME), "href": text(MOST_ADDRESS) }
            }),
            Kind::Texts => {
                let own = json!({ "type": "object", "additionalProperties": text(MOST_TEXT) });
                let languages = self.languages.iter();
                let languages: Map<String, Value> = languages
                    .map(|language| ((*language).to_owned(), own.clone()))
                    .collect();
                json!({ "type": "object", "additionalProperties": false, "properties": languages })
            }
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Lead => {
                let fields = json!({
                    "type": "array", "uniqueItems": true, "items": { "enum": CONTACT }
                });
                let properties = json!({
                    "to": text(MOST_ADDRESS), "fields": fields, "privacy": text(MOST_ADDRESS)
                });
                json!({ "anyOf": [text(MOST_ADDRESS), object(&properties, &[])] })
            }
            Kind::Segments => {
                let name = json!({ "name": text(MOST_NAME), "customers": text(MOST_NAME) });
                let names = self.languages.iter();
                let names: Map<String, Value> = names
                    .map(|tag| ((*tag).to_owned(), object(&name, &["name", "customers"])))
                    .collect();
                let number = json!({ "type": "number" });
                let around = around();
                let properties = json!({
                    "id": id(), "like": { "enum": self.of(Kind::Segment) },
                    "names": object(&names.into(), &[]), "source": text(MOST_TEXT),
                    "expected": around, "retention": around, "gross_margin": around,
                    "reputation_per_star": around, "customers": number, "cheque_usd": number,
                    "purchases": number, "cost_to_serve": number,
                });
                json!({
                    "type": "array", "maxItems": MOST_ENTRIES, "items": object(&properties, &["id"])
                })
            }
            Kind::Parameters => {
                let rows = self.tables.parameters.iter();
                let rows: Map<String, Value> = rows
                    .map(|row| {
                        let range = row.range;
                        let number = json!({
                            "type": "number", "minimum": range.low, "maximum": range.high
                        });
                        let properties = json!({
                            "value": number, "low": number, "high": number,
                            "source": text(MOST_TEXT),
                            "class": { "enum": ["measured", "derived", "assumption"] },
                        });
                        let own = object(&properties, &["value", "low", "high", "source"]);
                        (row.id.to_string(), own)
                    })
                    .collect();
                object(&rows.into(), &[])
            }
            Kind::Defaults => {
                let ranges = DEFAULTS.iter().filter_map(|field| {
                    let row = field.range(self.tables)?;
                    let range = json!({
                        "type": "number", "minimum": row.min, "maximum": row.max
                    });
                    Some((field.id().to_owned(), range))
                });
                object(&ranges.collect::<Map<_, _>>().into(), &[])
            }
        }
    }
}

/// An id of the owner's own.
fn id() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9_]+$", "maxLength": MOST_NAME })
}

/// An object of these properties and no others.
fn object(properties: &Value, required: &[&str]) -> Value {
    json!({
        "type": "object", "additionalProperties": false, "required": required,
        "properties": properties
    })
}

/// A figure and its range.
fn around() -> Value {
    let number = json!({ "type": "number" });
    let properties = json!({ "value": number, "low": number, "high": number });
    object(&properties, &["value", "low", "high"])
}

/// The JSON Schema of a config, for these tables and languages.
#[must_use]
pub fn schema(tables: &Tables, languages: &[&str]) -> Value {
    let ids = Ids { tables, languages };
    let property = |key: Key| {
        let mut schema = ids.schema(key.kind);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), key.meaning.into());
        }
        (key.name.to_owned(), schema)
    };
    let properties: Map<String, Value> = described().into_iter().map(property).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Config of the service level calculator",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    // Written in the same order whatever features of serde_json another package has asked for.
    schema.sort_all_objects();
    schema
}

/// What a kind takes, in words.
fn takes(kind: Kind) -> String {
    match kind {
        Kind::Language => "a language".to_owned(),
        Kind::Theme | Kind::Currency | Kind::Segment | Kind::Tier | Kind::Mode => {
            "one of these".to_owned()
        }
        Kind::Text(most) => format!("a text, at most {most} characters"),
        Kind::Address => "an address: `https:`, `data:`, or one beside the page".to_owned(),
        Kind::Colour => "a colour like `#7a3e9d`".to_owned(),
        Kind::Origins => format!("a list of origins, at most {MOST_ENTRIES}"),
        Kind::Sections => "a list of these".to_owned(),
        Kind::Call => "an object with `text` and `href`".to_owned(),
        Kind::Texts => "an object by language, in it texts by key".to_owned(),
        Kind::Flag => "`true` or `false`; an attribute says yes by being there".to_owned(),
        Kind::Lead => format!(
            "a text, or an object with `to`, `fields` (some of {}; the first two where none are \
             given) and `privacy`, the address of what is promised about personal data",
            CONTACT.map(|field| format!("`{field}`")).join(", ")
        ),
        Kind::Segments => "a list of objects: `id`; `like`, the id of one of ours; `names`, by language \
            an object with `name` (\"Dental practice\") and `customers` (\"Patients of a dental \
            practice\"); `source`; each with `value`, `low`, `high`: `expected` (points 0–100), \
            `retention`, `gross_margin`, `reputation_per_star` (shares 0–1); examples: `customers` \
            and `purchases` a year, `cheque_usd` in US dollars, `cost_to_serve` as a share of revenue"
            .to_owned(),
        Kind::Parameters => "an object by id, each with `value`, `low`, `high`, `source` and, unless \
            it is an assumption, `class` (`measured`, `derived`); the ids are"
            .to_owned(),
        Kind::Defaults => "an object of some of these".to_owned(),
    }
}

/// `docs/config.md`: every key, for these tables and languages.
#[must_use]
pub fn reference(tables: &Tables, languages: &[&str]) -> String {
    let ids = Ids { tables, languages };
    let mut page = "\
<!-- Made from the Rust source by `cargo xtask update`; not to be edited by hand. -->
# The config, key by key

One JSON object. All keys may be left out; whatever is wrong is told with its place, value and reason,
and the rest is used. Editors complete and check it by the schema that is built beside the
calculator, `config.schema.json`. [embed.md](embed.md) says where to put it.
"
    .to_owned();
    for Key {
        name,
        kind,
        meaning,
    } in described()
    {
        // Writing into a string cannot fail.
        let _ = write!(page, "\n## `{name}`\n\n{meaning}\n\nTakes {}", takes(kind));
        match ids.of(kind) {
            Some(ids) => {
                let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
                let _ = writeln!(page, ": {}.", ids.join(", "));
            }
            None => page.push_str(".\n"),
        }
    }
    page
}
