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
    /// How much is shown.
    Mode,
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
    /// Yes or no.
    Flag,
    /// The form of a lead.
    Lead,
    /// Segments of the owner's.
    Segments,
    /// Numbers of the model.
    Parameters,
    /// Numbers of a business.
    Defaults,
}

impl Kind {
    /// Its type in TypeScript.
    #[must_use]
    pub fn typescript(self) -> &'static str {
        match self {
            Self::Language => "Language | `${Language}-${string}`",
            Self::Theme => "Theme",
            Self::Currency => "Currency",
            Self::Segment => "Segment | (string & {})",
            Self::Tier => "Tier",
            Self::Mode => "Mode",
            Self::Text(_) | Self::Address => "string",
            Self::Colour => "`#${string}`",
            Self::Origins => "string[]",
            Self::Sections => "Section[]",
            Self::Call => "{ text: string; href: string }",
            Self::Texts => "Partial<Record<Language, Record<string, string>>>",
            Self::Flag => "boolean",
            Self::Lead => "string | Lead",
            Self::Segments => "OwnSegment[]",
            Self::Parameters => "Partial<Record<Parameter, OwnParameter>>",
            Self::Defaults => "Partial<Record<Default, number>>",
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
            "mode",
            Kind::Mode,
            "How much is shown: all of it, or market, day, answer and numbers alone, for a narrow place.",
        ),
        key(
            "state",
            Kind::Text(MOST_STATE),
            "A session's state, as an `slc:change` event gave it.",
        ),
        key(
            "lead",
            Kind::Lead,
            "A form below the result, by which a visitor hands it over: where it goes unless the page \
             takes it (`mailto:`, an address that takes forms, or empty), or all of that in JSON.",
        ),
        key(
            "share",
            Kind::Flag,
            "Whether the visitor is offered a link to what he has entered; where it opens this page, \
             the calculator is as it was.",
        ),
        key(
            "storage",
            Kind::Flag,
            "Whether what has been entered is kept in the visitor's browser until he forgets it by \
             a press; he is told.",
        ),
        key(
            "print",
            Kind::Flag,
            "Whether the visitor is offered a report and a list for Monday, to be printed.",
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
        key(
            "segments",
            Kind::Segments,
            "Segments beside ours, or in their place: each takes from the segment that it is `like` \
             what it does not give. Figures need a `source`, which the visitor can read.",
        ),
        key(
            "parameters",
            Kind::Parameters,
            "Numbers of the model as the owner knows them, within the range that we think plausible, \
             with their source.",
        ),
        key(
            "defaults",
            Kind::Defaults,
            "Numbers of the business that a visitor begins with: money in the `currency`, shares 0–1, \
             `enquiries` a month, all else a year.",
        ),
    ]
}
