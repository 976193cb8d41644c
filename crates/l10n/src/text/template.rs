//! The syntax of a text: shared by the build, which checks every text, and the
//! page, which shows them.
//!
//! ```text
//! {name}                                   another text
//! {name:figure}                            a figure, formatted
//! {name#one:customer|other:customers}      the word for the figure `name` as it is shown
//! *…*                                      stressed
//! ```
//! Braces, asterisks and (within a choice) bars have no escape: texts do without them.

use super::Plural;

/// What is wrong with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// A brace without its partner.
    Brace,
    /// An odd number of asterisks.
    Emphasis,
    /// A slot without a name, or of an unknown kind.
    Slot,
    /// A choice with an unknown or missing plural category.
    Plural,
    /// A slot that this text does not have.
    UnknownSlot,
}

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words as they stand.
    Text(&'a str),
    /// Stress begins or ends.
    Emphasis,
    /// A place for a text or a figure.
    Slot {
        /// Its name, or its number in a packed template.
        name: &'a str,
        /// Declared to be a figure; packed templates leave that out.
        figure: bool,
    },
    /// Words that depend on a figure.
    Choice {
        /// The figure's name, or its number in a packed template.
        name: &'a str,
        /// The words by category, as written.
        forms: Vec<(Plural, &'a str)>,
    },
}

/// Splits a template into its parts.
///
/// # Errors
/// The first fault found.
pub fn parse(template: &str) -> Result<Vec<Part<'_>>, TemplateError> {
    const MARKS: [char; 3] = ['{', '}', '*'];
    let mut parts = Vec::new();
    let mut stressed = false;
    let mut rest = template;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('{') {
            let (inner, tail) = after.split_once('}').ok_or(TemplateError::Brace)?;
            parts.push(slot(inner)?);
            rest = tail;
        } else if let Some(after) = rest.strip_prefix('*') {
            stressed = !stressed;
            parts.push(Part::Emphasis);
            rest = after;
        } else if rest.starts_with('}') {
            return Err(TemplateError::Brace);
        } else {
            let (text, tail) = rest.split_at(rest.find(MARKS).unwrap_or(rest.len()));
            parts.push(Part::Text(text));
            rest = tail;
        }
    }
    if stressed {
        return Err(TemplateError::Emphasis);
    }
    Ok(parts)
}

const FIGURE: &str = ":figure";

fn slot(inner: &str) -> Result<Part<'_>, TemplateError> {
    let (slot, forms) = match inner.split_once('#') {
        Some((slot, forms)) => (slot, Some(forms)),
        None => (inner, None),
    };
    let name = slot
        .strip_suffix(FIGURE)
        .filter(|_| forms.is_none())
        .unwrap_or(slot);
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || !name.chars().all(word) {
        return Err(TemplateError::Slot);
    }
    let Some(forms) = forms else {
        let figure = name != slot;
        return Ok(Part::Slot { name, figure });
    };
    let forms = forms
        .split('|')
        .map(|form| {
            let (category, words) = form.split_once(':')?;
            Some((Plural::from_name(category)?, words))
        })
        .collect::<Option<Vec<_>>>()
        .ok_or(TemplateError::Plural)?;
    Ok(Part::Choice { name, forms })
}

/// Writes a template with the numbers of its slots in place of their names.
///
/// # Errors
/// The template is not well formed, or a slot is not among `slots`.
pub fn pack(template: &str, slots: &[&str]) -> Result<String, TemplateError> {
    parse(template)?;
    let mut chunks = template.split('{');
    let mut packed = chunks.next().unwrap_or_default().to_owned();
    for chunk in chunks {
        let (name, rest) = chunk.split_at(chunk.find([':', '#', '}']).unwrap_or(chunk.len()));
        let number = slots.iter().position(|slot| *slot == name);
        packed.push('{');
        packed.push_str(&number.ok_or(TemplateError::UnknownSlot)?.to_string());
        packed.push_str(rest.strip_prefix(FIGURE).unwrap_or(rest));
    }
    Ok(packed)
}
