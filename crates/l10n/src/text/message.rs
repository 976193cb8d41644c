//! What is to be said, and what is shown for it.

use std::borrow::Cow;
use std::fmt;

use super::super::figure::Figure;
use super::say;

/// Which message: its place among the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Key(pub(super) u16);

/// The key's name; its number in the page, which does not carry the names.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(name) = say::NAMES.get(usize::from(self.0)) {
            return f.write_str(name);
        }
        write!(f, "{}", self.0)
    }
}

/// Something to say, in no language yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A text that each catalog has in its language.
    Keyed {
        /// Which text.
        key: Key,
        /// What fills its slots, in the order of their names.
        slots: Vec<Slot>,
    },
    /// Words that are nobody's to translate: a name in a config, an id.
    Verbatim(Cow<'static, str>),
}

impl Message {
    /// The same with figures that bear no name: said beside the place where they are found by it.
    #[must_use]
    pub fn unnamed(self) -> Self {
        let bare = |slot| match slot {
            Slot::Text(inner) => Slot::Text(inner.unnamed()),
            Slot::Figure(figure) => Slot::Figure(Figure {
                name: None,
                ..figure
            }),
        };
        match self {
            Self::Keyed { key, slots } => Self::Keyed {
                key,
                slots: slots.into_iter().map(bare).collect(),
            },
            verbatim @ Self::Verbatim(_) => verbatim,
        }
    }
}

/// What fills a slot of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// Another text, said in the same language.
    Text(Message),
    /// A number with its unit, formatted when it is said.
    Figure(Figure),
}

/// A stretch of what is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words as they stand, without markup.
    Text(String),
    /// Stressed pieces.
    Strong(Vec<Piece>),
    /// A figure, kept apart so that the page can mark it and let it be opened.
    Figure(ShownFigure),
}

/// A figure as people read it, with what machines read.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownFigure {
    /// The unrounded number.
    pub value: f64,
    /// Dotted path in the outcome.
    pub name: Option<Cow<'static, str>>,
    /// The number as its language writes it.
    pub shown: String,
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::Verbatim(words.into())
    }
}

impl From<&'static str> for Message {
    fn from(words: &'static str) -> Self {
        Self::Verbatim(words.into())
    }
}

/// A figure by itself.
impl From<Figure> for Message {
    fn from(value: Figure) -> Self {
        say::FigureAlone { value }.into()
    }
}
