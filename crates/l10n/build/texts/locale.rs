//! Reading and checking one language.

use std::collections::BTreeMap;

use serde_json::Value;

use super::plural::Plural;
use super::template::{self, Part};
use super::{REFERENCE, Source, notation};

/// Name of a slot, and whether it is a figure.
pub type Slots = Vec<(String, bool)>;

/// A text that has passed its own checks.
pub struct Text {
    /// As written in the file, slots by name.
    pub template: String,
    /// By name, so that their numbers do not depend on the wording.
    pub slots: Slots,
}

/// A language's file.
pub struct Locale {
    /// As in the file's name.
    pub tag: String,
    /// In the language itself.
    pub name: String,
    /// Sections that are looked up by id.
    pub families: Vec<String>,
    /// How it writes numbers, as code.
    pub notation: String,
    /// The texts that stand in the page before any program arrives.
    pub page: BTreeMap<String, String>,
    /// Core, then more; each by key.
    pub parts: [BTreeMap<String, Text>; 2],
}

/// What the texts of the programs are divided into.
pub const PARTS: [&str; 2] = ["core", "more"];

impl Locale {
    /// Reads a file and checks what can be checked without the others.
    pub fn read(source: &Source, errors: &mut Vec<String>) -> Self {
        let tag = source.language.clone();
        let mut error = |what: String| errors.push(format!("locales/{tag}.json: {what}"));
        let json: Value = serde_json::from_str(&source.json).unwrap_or_else(|reason| {
            error(reason.to_string());
            Value::Null
        });
        let list = |field: &str| -> Vec<String> {
            let entries = json.get(field).and_then(Value::as_array);
            let words = entries.into_iter().flatten().filter_map(Value::as_str);
            words.map(str::to_owned).collect()
        };
        let field = |name: &str| json.get(name).unwrap_or(&Value::Null);
        let plurals = notation::categories(field("plurals"), &mut error);
        let name = json
            .get("language")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if name.is_empty() || plurals.is_empty() {
            error("`language` or `plurals` is missing".to_owned());
        }
        let notation = notation::code(&tag, field("format"), field("plurals"));
        let notation = notation.unwrap_or_else(|what| {
            error(what);
            String::new()
        });
        let page = page(field("page"), &mut error);
        let parts = PARTS.map(|part| {
            let mut texts = BTreeMap::new();
            let mut entries = Vec::new();
            flatten(part, field(part), &mut entries, &mut error);
            for (path, template) in entries {
                let key = path.split_once('.').map_or("", |(_, key)| key);
                match Text::read(key, template, &plurals) {
                    Ok(text) => drop(texts.insert(key.to_owned(), text)),
                    Err(what) => error(format!("{path}: {what}")),
                }
            }
            texts
        });
        let (name, families) = (name.to_owned(), list("families"));
        Self {
            tag,
            name,
            families,
            notation,
            page,
            parts,
        }
    }

    /// Checks that it has the reference's texts and slots.
    pub fn compare(&self, reference: &Self, errors: &mut Vec<String>) {
        for key in reference.page.keys() {
            if !self.page.contains_key(key) {
                errors.push(format!("locales/{}.json: page.{key}: missing", self.tag));
            }
        }
        for key in self.page.keys() {
            if !reference.page.contains_key(key) {
                let what = format!("{REFERENCE} has no such text");
                errors.push(format!("locales/{}.json: page.{key}: {what}", self.tag));
            }
        }
        for (part, (mine, theirs)) in PARTS.iter().zip(self.parts.iter().zip(&reference.parts)) {
            let mut error = |key: &str, what: String| {
                errors.push(format!("locales/{}.json: {part}.{key}: {what}", self.tag));
            };
            for (key, wanted) in theirs {
                let Some(text) = mine.get(key) else {
                    error(key, "missing".to_owned());
                    continue;
                };
                for (slot, figure) in &wanted.slots {
                    match text.slots.iter().find(|(name, _)| name == slot) {
                        None => error(key, format!("the slot {{{slot}}} is missing")),
                        Some((_, kind)) if kind != figure => {
                            error(key, format!("the slot {{{slot}}} is of another kind"));
                        }
                        Some(_) => {}
                    }
                }
                for (slot, _) in &text.slots {
                    if !wanted.slots.iter().any(|(name, _)| name == slot) {
                        error(key, format!("the slot {{{slot}}} is unknown"));
                    }
                }
            }
            for key in mine.keys().filter(|key| !theirs.contains_key(*key)) {
                error(key, format!("{REFERENCE} has no such text"));
            }
        }
    }

    /// Checks that each family stays together and has no slots.
    pub fn check_families(&self, errors: &mut Vec<String>) {
        for family in &self.families {
            let homes = self
                .parts
                .iter()
                .filter(|texts| members(texts, family).count() > 0);
            if homes.count() != 1 {
                errors.push(format!(
                    "locales/{}.json: the family {family} must be in either core or more",
                    self.tag
                ));
            }
            for (key, text) in self.parts.iter().flat_map(|texts| members(texts, family)) {
                if !text.slots.is_empty() {
                    errors.push(format!(
                        "locales/{}.json: {key}: texts of a family have no slots",
                        self.tag
                    ));
                }
            }
        }
    }

    /// Every text by key, in the order of the keys.
    pub fn texts(&self) -> impl Iterator<Item = (&String, &Text)> {
        self.parts.iter().flatten()
    }
}

fn members<'a>(
    texts: &'a BTreeMap<String, Text>,
    family: &str,
) -> impl Iterator<Item = (&'a String, &'a Text)> {
    let prefix = format!("{family}.");
    texts
        .iter()
        .filter(move |(key, _)| key.starts_with(&prefix))
}

impl Text {
    fn read(key: &str, template: &str, plurals: &[Plural]) -> Result<Self, String> {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.-".contains(c);
        if !key.contains('.') || !key.chars().all(word) {
            return Err("a key has a section, small letters, digits, `_` and `-`".to_owned());
        }
        if template.is_empty() || template.contains(char::is_control) {
            return Err("empty, or with a line break".to_owned());
        }
        let mut slots = Slots::new();
        for part in template::parse(template).map_err(|error| format!("{error:?}"))? {
            let (name, figure) = match part {
                Part::Text(_) | Part::Emphasis => continue,
                Part::Slot { name, figure } => (name, figure),
                Part::Choice { name, forms } => {
                    let mut given: Vec<Plural> = forms.iter().map(|form| form.0).collect();
                    given.sort_unstable();
                    if given != plurals {
                        return Err(format!("{{{name}#…}} must give each of {plurals:?} once"));
                    }
                    (name, true)
                }
            };
            match slots.iter().find(|(slot, _)| slot == name) {
                None => slots.push((name.to_owned(), figure)),
                Some((_, kind)) if *kind == figure => {}
                Some(_) => return Err(format!("{{{name}}} is both a text and a figure")),
            }
        }
        slots.sort_unstable();
        Ok(Self {
            template: template.to_owned(),
            slots,
        })
    }
}

/// The texts of the page itself: plain, without slots and stress.
fn page(section: &Value, error: &mut impl FnMut(String)) -> BTreeMap<String, String> {
    let mut entries = Vec::new();
    flatten("page", section, &mut entries, error);
    let mut texts = BTreeMap::new();
    for (path, text) in entries {
        if text.is_empty() || text.contains(|c: char| c.is_control() || "{}*<>".contains(c)) {
            error(format!("{path}: empty, or not plain"));
        }
        let key = path.split_once('.').map_or("", |(_, key)| key);
        texts.insert(key.to_owned(), text.to_owned());
    }
    texts
}

fn flatten<'a>(
    path: &str,
    value: &'a Value,
    entries: &mut Vec<(String, &'a str)>,
    error: &mut impl FnMut(String),
) {
    match value {
        Value::Object(section) => {
            for (key, value) in section {
                flatten(&format!("{path}.{key}"), value, entries, error);
            }
        }
        Value::String(template) => entries.push((path.to_owned(), template)),
        _ => error(format!("{path}: neither a text nor a section")),
    }
}
