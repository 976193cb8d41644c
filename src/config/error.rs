//! What is wrong with a config, in English, for whoever builds it into a site.

use super::KEYS;
use l10n::text::{TemplateError, TextError};
use std::fmt;

/// Characters of a path's part or of a value that an error shows.
const SHOWN: usize = 60;

/// A part of the config that was refused; the rest is used.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigError {
    /// Where: `segment`, `texts.ru.title`; `config` for the whole of it.
    pub path: String,
    /// What was given, shortened, as JSON writes it: a text in quotation marks.
    pub value: String,
    /// Why it was refused.
    pub reason: Reason,
}

/// Why a part of the config was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// There is no such key.
    UnknownKey,
    /// There is none of that kind with this id.
    NoSuch {
        /// What it should have been: `segment`.
        kind: &'static str,
        /// The ids there are.
        allowed: Vec<String>,
    },
    /// It is of another type.
    Type {
        /// The type it must have, with its article.
        wanted: &'static str,
    },
    /// It is longer than it may be.
    TooLong {
        /// The most there may be.
        most: usize,
        /// Of what.
        unit: &'static str,
    },
    /// There is a line break in it.
    LineBreak,
    /// It is given a second time.
    Twice,
    /// It is not for attributes.
    OnlyInJson,
    /// It lies outside its range.
    OutOfRange {
        /// The least it may be.
        min: f64,
        /// The most it may be.
        max: f64,
    },
    /// It is not made as it should be.
    Shape {
        /// What the reader says.
        error: String,
    },
    /// The formulas could not work with it.
    Rule {
        /// What they rely on.
        rule: &'static str,
    },
    /// It is no JSON.
    Syntax {
        /// What the parser says, with line and column.
        error: String,
    },
    /// There is no such text, or it is not well formed.
    Template(TextError),
}

/// The beginning of what was given, on one line.
fn shortened(mut given: impl Iterator<Item = char>) -> String {
    let shown = given.by_ref().take(SHOWN);
    let mut shown: String = shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if given.next().is_some() {
        shown.push('…');
    }
    shown
}

impl ConfigError {
    fn new(path: &[&str], value: impl Iterator<Item = char>, reason: Reason) -> Self {
        let path: Vec<String> = path.iter().map(|part| shortened(part.chars())).collect();
        Self {
            path: path.join("."),
            value: shortened(value),
            reason,
        }
    }

    /// A text at a path of keys, and why it was refused.
    pub(super) fn of_text(path: &[&str], text: &str, reason: Reason) -> Self {
        let quote = || std::iter::once('"');
        Self::new(path, quote().chain(text.chars()).chain(quote()), reason)
    }

    /// JSON at a path of keys, and why it was refused.
    pub(super) fn of_json(path: &[&str], json: &str, reason: Reason) -> Self {
        Self::new(path, json.chars(), reason)
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.path, self.value, self.reason)
    }
}

impl std::error::Error for ConfigError {}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey => write!(f, "unknown key; there are: {}", KEYS.join(", ")),
            Self::NoSuch { kind, allowed } => {
                write!(f, "no such {kind}; there are: {}", allowed.join(", "))
            }
            Self::Type { wanted } => write!(f, "must be {wanted}"),
            Self::TooLong { most, unit } => write!(f, "must have no more than {most} {unit}"),
            Self::LineBreak => f.write_str("must have no line break"),
            Self::Twice => f.write_str("given twice; the first one counts"),
            Self::OnlyInJson => f.write_str("not possible as an attribute, only in JSON"),
            Self::OutOfRange { min, max } => write!(f, "must be in {min}..{max}"),
            Self::Shape { error } => f.write_str(error),
            Self::Rule { rule } => write!(f, "must be: {rule}"),
            Self::Syntax { error } => write!(f, "is no JSON: {error}"),
            Self::Template(error) => f.write_str(template(*error)),
        }
    }
}

fn template(error: TextError) -> &'static str {
    match error {
        TextError::Key => "no such text",
        TextError::Length => "must have no line break",
        TextError::Header | TextError::Language => "the list of texts is of another version",
        TextError::Template(TemplateError::Brace) => "a brace without its partner",
        TextError::Template(TemplateError::Emphasis) => "an odd number of asterisks",
        TextError::Template(TemplateError::Slot) => "a slot without a name or of an unknown kind",
        TextError::Template(TemplateError::Plural) => "an unknown or missing plural category",
        TextError::Template(TemplateError::UnknownSlot) => "a slot that this text does not have",
    }
}
