//! The config for editors and people: a JSON Schema, and a page that documents every key.

use super::described::{Key, Kind, described};
use super::{MOST_ADDRESS, MOST_ENTRIES, MOST_NAME, MOST_TEXT, Theme, sections};
use crate::model::Tables;
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
            Kind::Currency => currencies.iter().map(|row| row.code.as_ref()).collect(),
            Kind::Segment => segments.iter().map(|row| row.id.as_ref()).collect(),
            Kind::Tier => tiers.iter().map(|row| row.id.as_ref()).collect(),
            Kind::Sections => sections().collect(),
            Kind::Language | Kind::Texts => self.languages.to_vec(),
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
            Kind::Theme | Kind::Currency | Kind::Segment | Kind::Tier => {
                json!({ "enum": self.of(kind) })
            }
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
        }
    }
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
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Config of the service level calculator",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

/// What a kind takes, in words.
fn takes(kind: Kind) -> String {
    match kind {
        Kind::Language => "a language".to_owned(),
        Kind::Theme | Kind::Currency | Kind::Segment | Kind::Tier => "one of these".to_owned(),
        Kind::Text(most) => format!("a text, at most {most} characters"),
        Kind::Address => "an address: `https:`, `data:`, or one beside the page".to_owned(),
        Kind::Colour => "a colour like `#7a3e9d`".to_owned(),
        Kind::Origins => format!("a list of origins, at most {MOST_ENTRIES}"),
        Kind::Sections => "a list of these".to_owned(),
        Kind::Call => "an object with `text` and `href`".to_owned(),
        Kind::Texts => "an object by language, in it texts by key".to_owned(),
    }
}

/// `docs/config.md`: every key, for these tables and languages.
#[must_use]
pub fn reference(tables: &Tables, languages: &[&str]) -> String {
    let ids = Ids { tables, languages };
    let mut page = "\
<!-- Made from the Rust source by `UPDATE=1 cargo test --test config`; not to be edited by hand. -->
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
