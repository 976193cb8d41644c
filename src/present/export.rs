//! What is taken away as a file: all inputs, results and the curve as tables, and what is made of them.

mod csv;
mod given;
mod json;
mod results;
mod xlsx;
mod zip;

use super::answer::Answer;
pub use csv::csv;
pub use json::json;
use l10n::format::Format;
use l10n::text::{Catalog, Message, say};
use model::{Calibrated, Tables};
pub use xlsx::xlsx;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(Message),
    /// A finite number, in the unit that its row names; unrounded.
    Number(f64),
}

impl From<Message> for Cell {
    fn from(words: Message) -> Self {
        Self::Text(words)
    }
}

/// A table with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub name: Message,
    /// The names of its columns.
    pub head: Vec<Message>,
    /// Its rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// How words and numbers are written.
pub struct Writing<'a> {
    /// The texts.
    pub catalog: &'a Catalog,
    /// How the language writes numbers within sentences.
    pub format: &'a dyn Format,
}

impl Writing<'_> {
    /// A message in the language of the file.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        self.catalog.plain(message, self.format)
    }

    /// A number as machines read it.
    fn number(&self, value: f64) -> String {
        self.format.machine(value)
    }
}

impl std::fmt::Debug for Writing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.catalog.language())
    }
}

/// The same answer at the visitor's own level, whatever he looks at: what a file is about.
#[must_use]
pub fn at_own_level(answer: &Answer) -> Answer {
    let firm = Calibrated {
        level: answer.own_level,
        ..answer.firm
    };
    Answer {
        firm,
        outcome: firm.outcome_by(&answer.best),
        is_what_if: false,
        ..answer.clone()
    }
}

/// All inputs, all results, and the curve, of an answer at its own level.
#[must_use]
pub fn sheets(answer: &Answer, tables: &Tables) -> [Sheet; 3] {
    let answer = &at_own_level(answer);
    let head = || {
        vec![
            say::file_id(),
            say::file_what(),
            say::file_value(),
            say::file_unit(),
            say::file_source(),
        ]
    };
    [
        Sheet {
            name: say::file_sheet_inputs(),
            head: head(),
            rows: given::rows(answer, tables),
        },
        Sheet {
            name: say::file_sheet_results(),
            head: head(),
            rows: results::rows(answer),
        },
        results::curve(answer),
    ]
}

/// A row of the first two tables.
fn row(
    id: impl Into<String>,
    what: Message,
    value: impl Into<Cell>,
    unit: Message,
    source: Message,
) -> Vec<Cell> {
    let id = Message::from(id.into());
    vec![
        id.into(),
        what.into(),
        value.into(),
        unit.into(),
        source.into(),
    ]
}

impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
