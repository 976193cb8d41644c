//! The checks that every reader's values go through, one a key.

use super::{Config, MOST_STATE, Reason, Theme};
use crate::model::Tables;

/// What there is to choose from.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Segments, tiers, currencies.
    pub tables: &'a Tables,
    /// Languages.
    pub languages: &'a [&'a str],
}

fn no_such<'a>(kind: &'static str, all: impl Iterator<Item = &'a str>) -> Reason {
    let allowed = all.map(str::to_owned).collect();
    Reason::NoSuch { kind, allowed }
}

/// `id` where it is one of `all`, else an error that lists them.
fn one_of<'a>(
    kind: &'static str,
    id: &str,
    all: impl Iterator<Item = &'a str> + Clone,
) -> Result<String, Reason> {
    if all.clone().any(|known| known == id) {
        Ok(id.to_owned())
    } else {
        Err(no_such(kind, all))
    }
}

fn theme(id: &str) -> Result<Theme, Reason> {
    let found = Theme::ALL.into_iter().find(|theme| theme.id() == id);
    found.ok_or_else(|| no_such("theme", Theme::ALL.iter().map(|theme| theme.id())))
}

/// The text, where it has no more characters than it may have.
pub fn no_longer_than(most: usize, text: &str) -> Result<String, Reason> {
    // More bytes than characters: the count is only needed where it could matter.
    if text.len() > most && text.chars().count() > most {
        return Err(Reason::TooLong {
            most,
            unit: "characters",
        });
    }
    Ok(text.to_owned())
}

impl Known<'_> {
    /// The language of a tag: `en` for `en-GB` too, as pages declare it.
    pub fn language(&self, tag: &str) -> Result<String, Reason> {
        let of = |known: &&str| {
            let same = tag.get(..known.len());
            let rest = tag.get(known.len()..).unwrap_or_default();
            same.is_some_and(|same| same.eq_ignore_ascii_case(known))
                && (rest.is_empty() || rest.starts_with('-'))
        };
        let found = self.languages.iter().copied().find(of).unwrap_or(tag);
        one_of("language", found, self.languages.iter().copied())
    }

    /// Sets what the key is for, if the text is valid.
    pub fn set(&self, config: &mut Config, key: &str, text: &str) -> Result<(), Reason> {
        let tables = self.tables;
        match key {
            "lang" => config.lang = Some(self.language(text)?),
            "theme" => config.theme = Some(theme(text)?),
            "currency" => {
                let all = tables.currencies.iter().map(|row| row.code.as_ref());
                config.currency = Some(one_of("currency", text, all)?);
            }
            "segment" => {
                let all = tables.segments.iter().map(|row| row.id.as_ref());
                config.segment = Some(one_of("segment", text, all)?);
            }
            "tier" => {
                let all = tables.tiers.iter().map(|row| row.id.as_ref());
                config.tier = Some(one_of("tier", text, all)?);
            }
            "state" => config.state = Some(no_longer_than(MOST_STATE, text)?),
            _ => return Err(Reason::UnknownKey),
        }
        Ok(())
    }
}
