//! What each key of the config takes and is for: what types, schema and reference are made of.

use super::{MOST_NAME, MOST_STATE, MOST_TEXT, ONLY_IN_JSON};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A language, as a tag.
    Language,
    /// Light or dark.
    Theme,
    /// A currency's code.
    Currency,
    /// A segment's id.
    Segment,
    /// A price tier's id.
    Tier,
    /// A text of at most so many characters.
    Text(usize),
    /// An address.
    Address,
    /// `#` and six hex digits.
    Colour,
    /// Origins.
    Origins,
    /// Ids of sections.
    Sections,
    /// What a button says and where it leads.
    Call,
    /// Texts by language and key.
    Texts,
}

impl Kind {
    /// Its type in TypeScript.
    #[must_use]
    pub fn typescript(self) -> &'static str {
        match self {
            Self::Language => "Language | `${Language}-${string}`",
            Self::Theme => "Theme",
            Self::Currency => "Currency",
            Self::Segment => "Segment",
            Self::Tier => "Tier",
            Self::Text(_) | Self::Address => "string",
            Self::Colour => "`#${string}`",
            Self::Origins => "string[]",
            Self::Sections => "Section[]",
            Self::Call => "{ text: string; href: string }",
            Self::Texts => "Partial<Record<Language, Record<string, string>>>",
        }
    }
}

/// A key of the config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it is for, in a sentence.
    pub meaning: String,
}

/// Every key, in the order of [`super::KEYS`].
#[must_use]
pub fn described() -> Vec<Key> {
    let key = |name, kind, meaning: &str| {
        let only = if ONLY_IN_JSON.contains(&name) {
            " Only in JSON, not as an attribute."
        } else {
            ""
        };
        Key {
            name,
            kind,
            meaning: format!("{meaning}{only}"),
        }
    };
    let texts = format!(
        "Texts in the place of ours, by language and key; no line breaks, at most {MOST_TEXT} \
         characters each."
    );
    vec![
        key(
            "lang",
            Kind::Language,
            "Language of the calculator; `en-GB` counts as `en`.",
        ),
        key(
            "theme",
            Kind::Theme,
            "Light or dark, whatever the visitor's system says.",
        ),
        key(
            "currency",
            Kind::Currency,
            "Currency of the amounts that a visitor begins with.",
        ),
        key(
            "segment",
            Kind::Segment,
            "Market segment that a visitor begins with.",
        ),
        key("tier", Kind::Tier, "Price tier that a visitor begins with."),
        key(
            "state",
            Kind::Text(MOST_STATE),
            "A session's state, as an `slc:change` event gave it.",
        ),
        key("texts", Kind::Texts, &texts),
        key(
            "origins",
            Kind::Origins,
            "Origins of pages that may listen to the calculator in an iframe, like \
             `https://example.com`; any where none are given.",
        ),
        key(
            "name",
            Kind::Text(MOST_NAME),
            "Whose calculator it is: stands in the place of ours.",
        ),
        key(
            "logo",
            Kind::Address,
            "Address of a picture beside the name; the page's policy has to let it in.",
        ),
        key(
            "accent",
            Kind::Colour,
            "A colour, `#` and six hex digits; made lighter or darker until it can be read.",
        ),
        key("hidden", Kind::Sections, "Sections that are not shown."),
        key(
            "call",
            Kind::Call,
            "A button below what to do first: what it says and where it leads, a page, `mailto:` or \
             `tel:`.",
        ),
    ]
}
