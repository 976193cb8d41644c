//! The config of a JSON text.

use super::check::Known;
use super::{Config, ConfigError, KEYS, MOST_BYTES, MOST_ENTRIES, Reason, texts};
use crate::model::Tables;
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

/// An origin as browsers write it: `https://example.com`, with a port where it is not the usual one.
fn is_origin(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.:[]".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(part))
}

/// Reads the origins; one at fault is left out.
fn origins(
    value: &str,
    origins: &mut Vec<String>,
    errors: &mut Vec<ConfigError>,
) -> Result<(), Reason> {
    let entries: Vec<&RawValue> = read(value, "a list of texts")?;
    if entries.len() > MOST_ENTRIES {
        return Err(Reason::TooLong {
            most: MOST_ENTRIES,
            unit: "entries",
        });
    }
    for (at, entry) in entries.iter().enumerate() {
        match read::<String>(entry.get(), "a text") {
            Ok(origin) if is_origin(&origin) => origins.push(origin),
            other => {
                let reason = other.err().unwrap_or(Reason::Type {
                    wanted: "an origin, like \"https://example.com\"",
                });
                let path = ["origins", &at.to_string()];
                errors.push(ConfigError::of_json(&path, entry.get(), reason));
            }
        }
    }
    Ok(())
}

/// Reads the config of a JSON text.
#[must_use]
pub fn read_json(text: &str, tables: &Tables, languages: &[&str]) -> (Config, Vec<ConfigError>) {
    let known = Known { tables, languages };
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
    let Object(pairs) = whole.unwrap_or_else(|reason| {
        errors.push(ConfigError::of_json(&["config"], text, reason));
        Object(Vec::new())
    });
    let mut seen = BTreeSet::new();
    for (key, value) in &pairs {
        let value = value.get();
        let set = if !KEYS.contains(&&**key) {
            Err(Reason::UnknownKey)
        } else if !seen.insert(key) {
            Err(Reason::Twice)
        } else if key == "texts" {
            texts::read(value, known, &mut config.texts, &mut errors)
        } else if key == "origins" {
            origins(value, &mut config.origins, &mut errors)
        } else {
            read::<String>(value, "a text").and_then(|text| known.set(&mut config, key, &text))
        };
        if let Err(reason) = set {
            errors.push(ConfigError::of_json(&[key], value, reason));
        }
    }
    (config, errors)
}
