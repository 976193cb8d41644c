//! The config of a JSON text.

use super::check::{self, Known};
use super::{Call, Config, ConfigError, KEYS, MOST_BYTES, MOST_ENTRIES, Reason, objects, texts};
use model::Tables;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;

/// An object's values as they stand, by key: each is then read into its own type, so that a wrong
/// one spoils no other; and a key that stands twice is seen, which a map would hide.
pub struct Object<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Object(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// Reads one value into its type.
pub fn read<'a, T: Deserialize<'a>>(json: &'a str, wanted: &'static str) -> Result<T, Reason> {
    serde_json::from_str(json).map_err(|error| {
        if error.is_data() {
            Reason::Type { wanted }
        } else {
            Reason::Syntax {
                error: error.to_string(),
            }
        }
    })
}

/// Reads a list of texts, each of which `check` accepts; one at fault is left out.
fn list(
    value: &str,
    key: &str,
    check: impl Fn(String) -> Result<String, Reason>,
    errors: &mut Vec<ConfigError>,
) -> Result<Vec<String>, Reason> {
    let entries: Vec<&RawValue> = read(value, "a list of texts")?;
    if entries.len() > MOST_ENTRIES {
        return Err(Reason::TooLong {
            most: MOST_ENTRIES,
            unit: "entries",
        });
    }
    let mut list = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        match read::<String>(entry.get(), "a text").and_then(&check) {
            Ok(text) => list.push(text),
            Err(reason) => {
                let path = [key, &at.to_string()];
                errors.push(ConfigError::of_json(&path, entry.get(), reason));
            }
        }
    }
    Ok(list)
}

/// Keys that are a yes or a no.
const FLAGS: [&str; 3] = ["share", "storage", "print"];

/// Reads what the owner wants a visitor to do next: both of its texts.
fn call(value: &str) -> Result<Call, Reason> {
    const WANTED: &str = "an object of two texts, \"text\" and \"href\"";
    let Object(pairs) = read(value, WANTED)?;
    let [mut text, mut href] = [None, None];
    for (key, value) in &pairs {
        let value = read::<String>(value.get(), WANTED)?;
        match &**key {
            "text" => text = Some(check::name(&value)?),
            "href" => href = Some(check::link(&value)?),
            _ => return Err(Reason::Type { wanted: WANTED }),
        }
    }
    let both = text.zip(href).map(|(text, href)| Call { text, href });
    both.ok_or(Reason::Type { wanted: WANTED })
}

/// Reads the config of a JSON text.
#[must_use]
pub fn read_json(text: &str, tables: &Tables, languages: &[&str]) -> (Config, Vec<ConfigError>) {
    let mut config = Config::default();
    let mut errors = Vec::new();
    let whole = if text.len() > MOST_BYTES {
        Err(Reason::TooLong {
            most: MOST_BYTES,
            unit: "bytes",
        })
    } else {
        read(text, "an object")
    };
    let Object(mut pairs) = whole.unwrap_or_else(|reason| {
        errors.push(ConfigError::of_json(&["config"], text, reason));
        Object(Vec::new())
    });
    // What the others are checked against comes first.
    pairs.sort_by_key(|(key, _)| key != "segments");
    let mut seen = BTreeSet::new();
    for (key, value) in &pairs {
        let value = value.get();
        let own_tables = config.tables(tables);
        let tables = &*own_tables;
        let known = Known { tables, languages };
        let set = if !KEYS.contains(&&**key) {
            Err(Reason::UnknownKey)
        } else if !seen.insert(key) {
            Err(Reason::Twice)
        } else if key == "texts" {
            texts::read(value, known, &mut config.texts, &mut errors)
        } else if key == "origins" {
            let origins = list(value, key, check::origin, &mut errors);
            origins.map(|origins| config.origins = origins)
        } else if key == "hidden" {
            let hidden = list(value, key, check::section, &mut errors);
            hidden.map(|hidden| config.look.hidden = hidden)
        } else if key == "segments" {
            let segments = objects::segments(value, known, &mut errors);
            segments.map(|segments| config.segments = segments)
        } else if key == "parameters" {
            let parameters = objects::parameters(value, tables, &mut errors);
            parameters.map(|parameters| config.parameters = parameters)
        } else if key == "defaults" {
            let defaults = objects::defaults(value, tables, &mut errors);
            defaults.map(|defaults| config.defaults = defaults)
        } else if key == "lead" && value.starts_with('{') {
            let lead = objects::lead(value, &mut errors);
            lead.map(|lead| config.look.lead = lead)
        } else if FLAGS.contains(&&**key) {
            let flag = read::<bool>(value, "true or false").map(|flag| flag.to_string());
            flag.and_then(|flag| known.set(&mut config, key, &flag))
        } else if key == "call" {
            call(value).map(|call| config.look.call = Some(call))
        } else {
            read::<String>(value, "a text").and_then(|text| known.set(&mut config, key, &text))
        };
        if let Err(reason) = set {
            errors.push(ConfigError::of_json(&[key], value, reason));
        }
    }
    (config, errors)
}
