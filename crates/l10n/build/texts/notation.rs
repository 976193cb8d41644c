//! How a language writes numbers: `format` and `plurals` of its file, as Rust constants.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::plural::Plural;
use super::rule;

/// What `format` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Format {
    /// Before the decimals.
    decimal: String,
    /// Between thousands.
    group: String,
    /// From how many digits before the point they are grouped.
    grouped_from: i32,
    /// Patterns of short forms, by the number from which they are used: `"1000": "0K"`.
    compact: Map<String, Value>,
    /// Pattern of a share in percent.
    percent: String,
    /// Pattern of an amount, with `¤` for the sign.
    currency: String,
    /// Signs of currencies by code.
    signs: Map<String, Value>,
}

/// The categories that choices must give, in the order of their names in the CLDR.
pub fn categories(plurals: &Value, error: &mut impl FnMut(String)) -> Vec<Plural> {
    let mut categories = Vec::new();
    for name in plurals.as_object().into_iter().flat_map(Map::keys) {
        match Plural::from_name(name) {
            Some(plural) => categories.push(plural),
            None => error(format!("plurals: no category is called {name:?}")),
        }
    }
    categories.sort_unstable();
    if !categories.is_empty() && !categories.contains(&Plural::Other) {
        error("plurals: `other` is missing".to_owned());
    }
    categories
}

/// A constant of the type `Notation`.
///
/// # Errors
/// What is wrong with `format` or with a rule.
pub fn code(tag: &str, format: &Value, plurals: &Value) -> Result<String, String> {
    let format = Format::deserialize(format).map_err(|error| format!("format: {error}"))?;
    if format.decimal.chars().count() != 1 || format.grouped_from < 1 {
        return Err("format: `decimal` is one mark, `grouped_from` at least 1".to_owned());
    }
    let mut compact = Vec::new();
    for (from, shown) in &format.compact {
        let zeros = from.strip_prefix('1').unwrap_or_default();
        if zeros.is_empty() || zeros.bytes().any(|digit| digit != b'0') {
            return Err(format!("format.compact: {from:?} is no power of ten"));
        }
        compact.push((zeros.len(), pattern("compact", text(shown)?)?));
    }
    compact.sort_unstable();
    let mut signs = Vec::new();
    for (code, sign) in &format.signs {
        signs.push((code, text(sign)?));
    }
    let currency = pattern("currency", &format.currency)?;
    if format.currency.matches('¤').count() != 1 {
        return Err("format.currency: one `¤` stands for the sign".to_owned());
    }
    let mut rules = String::new();
    for (name, rule) in plurals.as_object().into_iter().flatten() {
        let rule = rule.as_str().ok_or(format!("plurals.{name}: not a text"))?;
        match Plural::from_name(name) {
            Some(Plural::Other) if rule.is_empty() => {}
            Some(Plural::Other) => return Err("plurals.other: has no rule".to_owned()),
            Some(category) => {
                let rule = rule::code(rule).map_err(|what| format!("plurals.{name}: {what}"))?;
                let _ = write!(rules, "(Plural::{category:?}, {rule}), ");
            }
            None => {}
        }
    }
    Ok(format!(
        "Notation {{ language: {tag:?}, decimal: {:?}, group: {:?}, grouped_from: {}, \
         compact: &{compact:?}, percent: {:?}, currency: {currency:?}, signs: &{signs:?}, \
         plurals: &[{rules}] }}",
        format.decimal,
        format.group,
        format.grouped_from,
        pattern("percent", &format.percent)?,
    ))
}

fn text(value: &Value) -> Result<&str, String> {
    value
        .as_str()
        .ok_or(format!("format: {value} is not a text"))
}

/// What stands before and after the `0`, which stands for the number.
fn pattern<'a>(name: &str, pattern: &'a str) -> Result<(&'a str, &'a str), String> {
    pattern
        .split_once('0')
        .filter(|(_, after)| !after.contains('0'))
        .ok_or(format!("format.{name}: {pattern:?} needs one `0`"))
}
