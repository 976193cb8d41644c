//! Texts: messages with typed slots, and the catalog of a language that says them.
//!
//! A message names no language: [`say`] has a function or struct for each, made from
//! `locales/en.json`, so that a missing text, slot or kind does not compile. A
//! [`Catalog`] turns it into pieces when it is shown.

mod message;
pub mod packed;
mod template;

use super::format::{Format, Plural};
pub use message::{Key, Message, Piece, ShownFigure, Slot};
use template::Part;
pub use template::TemplateError;

/// What can be said; made at build from `locales/`. A message without slots is a function,
/// `say::page_undo()`; one with slots is a struct that names them and becomes a [`Message`]:
/// `say::LeverGain { gain }.into()`.
#[allow(
    missing_docs,
    reason = "a slot is documented by the sentence it stands in"
)]
pub mod say {
    use super::super::figure::Figure;
    use super::{Key, Message, Slot};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));

    const fn keyed(key: u16, slots: Vec<Slot>) -> Message {
        let key = Key(key);
        Message::Keyed { key, slots }
    }

    /// A text of a family, whose keys follow each other from `start`.
    fn member(ids: &[&str], start: u16, id: &str) -> Option<Message> {
        let at = ids.iter().position(|member| *member == id)?;
        Some(keyed(start + u16::try_from(at).ok()?, Vec::new()))
    }
}

/// What is wrong with a file of texts, or with a text given in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// The file belongs to another version, or is none of ours.
    Header,
    /// It is of another language than the first.
    Language,
    /// It has too few or too many lines.
    Length,
    /// There is no such text.
    Key,
    /// The text is not well formed, or has a slot too many.
    Template(TemplateError),
}

/// Sets an id apart from its name.
const NAMED: char = '\u{1f}';

/// The texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    language: String,
    /// In the order of the keys; those that have not come yet are `None`. After them the names of what
    /// only a config has, each behind its id and [`NAMED`].
    templates: Vec<Option<Box<str>>>,
    complete: bool,
}

impl Catalog {
    /// The catalog of the language whose `core` file this is.
    ///
    /// # Errors
    /// The file is damaged or belongs to another version.
    pub fn new(core: &str) -> Result<Self, TextError> {
        let (language, lines) = unpack(core, "core")?;
        let mut catalog = Self {
            language: language.to_owned(),
            templates: vec![None; say::KEYS],
            complete: false,
        };
        catalog.fill(lines, 0, say::CORE_KEYS)?;
        Ok(catalog)
    }

    /// Adds the texts that the first screen does without.
    ///
    /// # Errors
    /// The file is damaged, of another version or of another language; nothing is added.
    pub fn add_more(&mut self, more: &str) -> Result<(), TextError> {
        let (language, lines) = unpack(more, "more")?;
        if language != self.language {
            return Err(TextError::Language);
        }
        self.fill(lines, say::CORE_KEYS, say::KEYS)?;
        self.complete = true;
        Ok(())
    }

    /// The complete catalog of a language, for programs that carry the texts in themselves.
    pub fn embedded(language: &str) -> Option<Self> {
        let file = |part: &str| {
            let (_, text) = packed::FILES
                .iter()
                .find(|(name, _)| name.strip_prefix(language) == Some(part))?;
            Some(*text)
        };
        let mut catalog = Self::new(file(".core.txt")?).ok()?;
        catalog.add_more(file(".more.txt")?).ok()?;
        Some(catalog)
    }

    /// The language tag, such as `ru`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the texts beyond the first screen are there.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Puts another template in the place of the text called `name`. `keys` is the file
    /// that lists the names of texts and slots.
    ///
    /// # Errors
    /// There is no such text or slot, or the template is not well formed; nothing changes.
    pub fn override_text(
        &mut self,
        name: &str,
        template: &str,
        keys: &str,
    ) -> Result<(), TextError> {
        let (at, packed) = Self::packed_text(name, template, keys)?;
        self.put_text(at, &packed);
        Ok(())
    }

    /// Puts a packed template in a place, both as [`Self::packed_text`] gave them.
    pub fn put_text(&mut self, at: usize, packed: &str) {
        match self.templates.get_mut(at) {
            Some(place) => *place = Some(packed.into()),
            None => self.templates.push(Some(packed.into())),
        }
    }

    /// The place of a name, and how it is packed for [`Self::put_text`].
    pub fn packed_name(id: &str, name: &str) -> (usize, String) {
        (usize::MAX, format!("{id}{NAMED}{name}"))
    }

    fn name(&self, id: &str) -> Option<&str> {
        let named = self.templates.iter().skip(say::KEYS).flatten();
        let mut names = named.filter_map(|named| named.strip_prefix(id)?.strip_prefix(NAMED));
        names.next()
    }

    /// The place of the text called `name`, and a template for it packed as in the files. `keys` is
    /// the file that lists the names of texts and slots.
    ///
    /// # Errors
    /// There is no such text or slot, or the template is not well formed.
    pub fn packed_text(
        name: &str,
        template: &str,
        keys: &str,
    ) -> Result<(usize, String), TextError> {
        let (_, lines) = unpack(keys, "keys")?;
        let (at, slots) = lines
            .lines()
            .map(|line| line.split_once(' ').unwrap_or((line, "")))
            .enumerate()
            .find_map(|(at, (key, slots))| (key == name).then_some((at, slots)))
            .ok_or(TextError::Key)?;
        if template.contains(['\n', '\r']) {
            return Err(TextError::Length);
        }
        let slots: Vec<&str> = slots.split(' ').collect();
        let packed = template::pack(template, &slots).map_err(TextError::Template)?;
        Ok((at, packed))
    }

    /// What to show for a message. A text that has not come yet is an ellipsis.
    pub fn pieces(&self, message: &Message, format: &dyn Format) -> Vec<Piece> {
        let (key, slots) = match message {
            Message::Verbatim(words) => {
                let words = self.name(words).unwrap_or(words);
                return vec![Piece::Text(words.to_owned())];
            }
            Message::Keyed { key, slots } => (key, slots),
        };
        let template = match self.templates.get(usize::from(key.0)) {
            Some(Some(template)) => &**template,
            _ => "…",
        };
        let Ok(parts) = template::parse(template) else {
            return vec![Piece::Text(template.to_owned())];
        };
        let slot = |name: &str| name.parse::<usize>().ok().and_then(|at| slots.get(at));
        let mut pieces = Vec::new();
        let mut stressed: Option<Vec<Piece>> = None;
        for part in parts {
            let more = match part {
                Part::Text(words) => vec![Piece::Text(words.to_owned())],
                Part::Slot { name, .. } => match slot(name) {
                    Some(Slot::Text(inner)) => self.pieces(inner, format),
                    Some(Slot::Figure(figure)) => vec![Piece::Figure(ShownFigure {
                        value: figure.value,
                        name: figure.name.clone(),
                        shown: format.figure(figure),
                    })],
                    None => continue,
                },
                Part::Choice { name, forms } => {
                    let category = match slot(name) {
                        Some(Slot::Figure(figure)) => format.plural(figure),
                        _ => Plural::Other,
                    };
                    match chosen(&forms, category) {
                        Some(words) => vec![Piece::Text(words.to_owned())],
                        None => continue,
                    }
                }
                Part::Emphasis => match stressed.take() {
                    Some(inner) => vec![Piece::Strong(inner)],
                    None => {
                        stressed = Some(Vec::new());
                        continue;
                    }
                },
            };
            join_on(stressed.as_mut().unwrap_or(&mut pieces), more);
        }
        pieces
    }

    /// The same as mere characters: for labels, titles, exports.
    pub fn plain(&self, message: &Message, format: &dyn Format) -> String {
        let mut text = String::new();
        join(&self.pieces(message, format), &mut text);
        text
    }

    /// Fills the places `from..to` from as many lines, save those already overridden.
    fn fill(&mut self, lines: &str, from: usize, to: usize) -> Result<(), TextError> {
        if lines.lines().count() != to - from {
            return Err(TextError::Length);
        }
        for (place, line) in self.templates.iter_mut().skip(from).zip(lines.lines()) {
            place.get_or_insert_with(|| line.into());
        }
        Ok(())
    }
}

/// The language and the lines of a packed file of the given part.
fn unpack<'a>(file: &'a str, part: &str) -> Result<(&'a str, &'a str), TextError> {
    let (header, lines) = file.split_once('\n').ok_or(TextError::Header)?;
    let mut words = header.split_ascii_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(say::SIGNATURE), Some(found), language) if found == part => {
            Ok((language.unwrap_or_default(), lines))
        }
        _ => Err(TextError::Header),
    }
}

/// The words for a category, else those for "other".
fn chosen<'a>(forms: &[(Plural, &'a str)], category: Plural) -> Option<&'a str> {
    let of = |wanted| forms.iter().find(|(plural, _)| *plural == wanted);
    of(category)
        .or_else(|| of(Plural::Other))
        .map(|(_, words)| *words)
}

/// Adds pieces, neighbouring words as one piece: where a word like "about" comes or goes, the figures
/// around it keep their places, and with them the focus.
fn join_on(pieces: &mut Vec<Piece>, more: Vec<Piece>) {
    for piece in more {
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(words)) => before.push_str(&words),
            (_, piece) => pieces.push(piece),
        }
    }
}

fn join(pieces: &[Piece], text: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Strong(inner) => join(inner, text),
            Piece::Figure(figure) => text.push_str(&figure.shown),
        }
    }
}
