//! Texts in the place of ours: in JSON by language, then by key.

use super::check::{Known, no_longer_than};
use super::json::{self, Object};
use super::{ConfigError, MOST_TEXT, Reason, TextOverride};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeSet;

fn text(value: &str) -> Result<String, Reason> {
    let text: String = json::read(value, "a text")?;
    if text.contains(['\n', '\r']) {
        return Err(Reason::LineBreak);
    }
    no_longer_than(MOST_TEXT, &text)
}

/// Reads the texts of all languages. What is wrong inside goes to `errors`.
pub fn read(
    value: &str,
    known: Known<'_>,
    texts: &mut Vec<TextOverride>,
    errors: &mut Vec<ConfigError>,
) -> Result<(), Reason> {
    let mut seen = BTreeSet::new();
    let Object(languages) = json::read(value, "an object of languages")?;
    for (tag, value) in &languages {
        let value = value.get();
        let language = known.language(tag).and_then(|language| {
            let Object(own) = json::read(value, "an object of texts")?;
            let first = seen.insert(language.clone());
            first.then_some((language, own)).ok_or(Reason::Twice)
        });
        match language {
            Ok((language, own)) => read_language(&language, &own, texts, errors),
            Err(reason) => errors.push(ConfigError::of_json(&["texts", tag], value, reason)),
        }
    }
    Ok(())
}

fn read_language(
    language: &str,
    own: &[(String, &serde_json::value::RawValue)],
    texts: &mut Vec<TextOverride>,
    errors: &mut Vec<ConfigError>,
) {
    let mut seen = BTreeSet::new();
    for (key, value) in own {
        let value = value.get();
        let read = if seen.insert(key) {
            text(value)
        } else {
            Err(Reason::Twice)
        };
        match read {
            Ok(text) => texts.push(TextOverride {
                language: language.to_owned(),
                key: key.clone(),
                text,
            }),
            Err(reason) => {
                errors.push(ConfigError::of_json(
                    &["texts", language, key],
                    value,
                    reason,
                ));
            }
        }
    }
}

/// The texts of one language.
struct Language<'a>(&'a [TextOverride], &'a str);

impl Serialize for Language<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(texts, language) = self;
        let own = texts.iter().filter(|own| own.language == *language);
        serializer.collect_map(own.map(|own| (&own.key, &own.text)))
    }
}

/// Writes texts the way they are read.
pub fn as_object<S: Serializer>(texts: &[TextOverride], serializer: S) -> Result<S::Ok, S::Error> {
    let languages: BTreeSet<&str> = texts.iter().map(|own| &*own.language).collect();
    let mut map = serializer.serialize_map(Some(languages.len()))?;
    for language in languages {
        map.serialize_entry(language, &Language(texts, language))?;
    }
    map.end()
}
