//! The config of an element's attributes.

use super::check::Known;
use super::{Config, ConfigError, KEYS, ONLY_IN_JSON, Reason};
use model::Tables;

/// Attributes that any element may have (`lang` is ours too), and those of a script.
const GLOBAL: [&str; 38] = [
    "accesskey",
    "autocapitalize",
    "autocorrect",
    "autofocus",
    "class",
    "contenteditable",
    "dir",
    "draggable",
    "enterkeyhint",
    "exportparts",
    "hidden",
    "id",
    "inert",
    "inputmode",
    "is",
    "itemid",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "nonce",
    "part",
    "popover",
    "role",
    "slot",
    "spellcheck",
    "style",
    "tabindex",
    "title",
    "translate",
    "async",
    "crossorigin",
    "defer",
    "fetchpriority",
    "integrity",
    "referrerpolicy",
    "src",
    "type",
];

/// Whether one letter left out, put in, changed or two swapped make `a` of `b`.
fn nearly(a: &str, b: &str) -> bool {
    let same = |(a, b): &(u8, u8)| a == b;
    let start = a.bytes().zip(b.bytes()).take_while(same).count();
    let rest = |text: &str| text.bytes().skip(start).collect::<Vec<u8>>();
    let (a, b) = (rest(a), rest(b));
    let ends = a.iter().rev().zip(b.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let middle = |text: &[u8]| text.iter().copied().rev().skip(end).collect::<Vec<u8>>();
    match (&*middle(&a), &*middle(&b)) {
        ([], []) => false,
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The key that an attribute is meant for; none where it is of no concern to us.
fn key(name: &str) -> Option<&str> {
    if let Some(key) = name.strip_prefix("data-") {
        // Sites and their tools add many of these: only what looks like a slip is reported.
        let ours = |known: &&str| *known == key || nearly(known, key);
        return KEYS.iter().any(ours).then_some(key);
    }
    let foreign = name.starts_with("on")
        || name.contains(|c: char| !c.is_ascii_alphabetic())
        || GLOBAL.contains(&name);
    (!foreign).then_some(name)
}

/// Reads the config of an element's attributes, each a name and a value. A name may have `data-`
/// before it, where only such are allowed. Attributes that any element may have, and those of
/// frameworks, are passed over; names that nothing is known by are reported.
#[must_use]
pub fn read_attributes(
    attributes: &[(String, String)],
    tables: &Tables,
    languages: &[&str],
) -> (Config, Vec<ConfigError>) {
    let known = Known { tables, languages };
    let mut config = Config::default();
    let mut errors = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, value) in attributes {
        let Some(key) = key(name) else { continue };
        let read = if seen.contains(&key) {
            Err(Reason::Twice)
        } else if ONLY_IN_JSON.contains(&key) {
            Err(Reason::OnlyInJson)
        } else {
            known.set(&mut config, key, value)
        };
        match read {
            Err(Reason::UnknownKey) => {
                errors.push(ConfigError::of_text(&[name], value, Reason::UnknownKey));
                continue;
            }
            Err(reason) => errors.push(ConfigError::of_text(&[key], value, reason)),
            Ok(()) => {}
        }
        seen.push(key);
    }
    (config, errors)
}
