//! The checks that every reader's values go through, one a key.

use super::sections;
use super::{Config, MOST_ADDRESS, MOST_NAME, MOST_STATE, Mode, Reason, Theme, accent};
use model::Tables;

/// What there is to choose from.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Segments, tiers, currencies.
    pub tables: &'a Tables,
    /// Languages.
    pub languages: &'a [&'a str],
}

pub fn no_such<'a>(kind: &'static str, all: impl Iterator<Item = &'a str>) -> Reason {
    let allowed = all.map(str::to_owned).collect();
    Reason::NoSuch { kind, allowed }
}

/// `id` where it is one of `all`, else an error that lists them.
pub fn one_of<'a>(
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

fn mode(id: &str) -> Result<Mode, Reason> {
    let found = Mode::ALL.into_iter().find(|mode| mode.id() == id);
    found.ok_or_else(|| no_such("mode", Mode::ALL.iter().map(|mode| mode.id())))
}

/// Yes or no: an attribute says yes by being there.
fn flag(text: &str) -> Result<bool, Reason> {
    match text {
        "" | "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Reason::Type {
            wanted: "true or false",
        }),
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

/// A name, or what a button says: one line, and something on it.
pub fn name(text: &str) -> Result<String, Reason> {
    if text.contains(['\n', '\r']) {
        return Err(Reason::LineBreak);
    }
    if text.trim().is_empty() {
        return Err(Reason::Type {
            wanted: "a text that is not empty",
        });
    }
    no_longer_than(MOST_NAME, text)
}

/// An origin as browsers write it: `https://example.com`, with a port where it is not the usual one.
pub fn origin(text: String) -> Result<String, Reason> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.:[]".contains(c);
    let is_origin = rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(part));
    is_origin.then_some(text).ok_or(Reason::Type {
        wanted: "an origin, like \"https://example.com\"",
    })
}

/// A section that need not be shown: all but where the numbers come from.
pub fn section(id: String) -> Result<String, Reason> {
    one_of("section", &id, sections())
}

/// The scheme of an address, where it has one: what stands before the first colon.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    // A colon after a slash is no scheme's.
    (!scheme.contains(['/', '?', '#'])).then_some(scheme)
}

/// An address that one may be led to: a page, an address to write to, a number to ring. Browsers
/// drop spaces and control characters before they look at the scheme, so none are let through.
pub fn address(text: &str, schemes: &[&str], wanted: &'static str) -> Result<String, Reason> {
    let odd = |c: char| c.is_whitespace() || c.is_control();
    let known = |scheme: &str| {
        schemes
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme))
    };
    if text.is_empty() || text.contains(odd) || !scheme(text).is_none_or(known) {
        return Err(Reason::Type { wanted });
    }
    no_longer_than(MOST_ADDRESS, text)
}

/// Where a button may lead.
pub fn link(text: &str) -> Result<String, Reason> {
    const WANTED: &str = "an address: https:, http:, mailto:, tel:, or one beside the page";
    address(text, &["https", "http", "mailto", "tel"], WANTED)
}

/// Where a picture may be.
fn picture(text: &str) -> Result<String, Reason> {
    const WANTED: &str = "the address of a picture: https:, http:, data:, or one beside the page";
    address(text, &["https", "http", "data"], WANTED)
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

    /// An error that lists the segments.
    pub fn no_such_segment(&self) -> Reason {
        no_such(
            "segment",
            self.tables.segments.iter().map(|row| row.id.as_ref()),
        )
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
                let known = tables.segment(text).is_some();
                config.segment = Some(
                    known
                        .then(|| text.to_owned())
                        .ok_or_else(|| self.no_such_segment())?,
                );
            }
            "tier" => {
                let all = tables.tiers.iter().map(|row| row.id.as_ref());
                config.tier = Some(one_of("tier", text, all)?);
            }
            "mode" => config.mode = Some(mode(text)?),
            "name" => config.look.name = Some(name(text)?),
            "logo" => config.look.logo = Some(picture(text)?),
            "accent" => {
                let shown = accent(text).map(|_| text.to_owned());
                config.accent = Some(shown.ok_or(Reason::Type {
                    wanted: "a colour, like \"#7a3e9d\"",
                })?);
            }
            "lead" => config.look.lead = Some(super::Lead::to(text)?),
            "share" => config.look.share = Some(flag(text)?),
            "storage" => config.look.storage = Some(flag(text)?),
            "print" => config.look.print = Some(flag(text)?),
            "state" => config.state = Some(no_longer_than(MOST_STATE, text)?),
            _ => return Err(Reason::UnknownKey),
        }
        Ok(())
    }
}
