//! How a file is laid out: its separator, its headings and its columns.

use super::columns::{Columns, Found};
use super::content::{Content, Holds};
use super::error::{ColumnSeen, Question, SalesError};
use super::record::{Record, Records};
use super::{Choices, amount, date, heading, quote::quotable};
use std::collections::BTreeMap;

/// Separators that are tried; of equally good ones the first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Records that are looked at.
const SAMPLE: usize = 300;
/// Cells of a record that are looked at.
const CELLS: usize = 1000;
/// Records among which the headings are sought: reports have titles above them.
const TOP: usize = 30;

/// How a file is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The character between cells.
    pub separator: u8,
    /// Rows that begin at this line or below it are sales.
    pub first_line: u32,
    /// The columns that are read.
    pub columns: Columns,
    /// Cells that a row has at most.
    pub width: usize,
    /// The headings of customer, date and amount, cut to 40 characters; `None` in a file without.
    pub headings: Option<[String; 3]>,
}

impl Layout {
    /// Finds the layout of a text, as far as `choices` does not tell it. Excel's first line
    /// `sep=;` is honoured.
    ///
    /// # Errors
    /// `OneColumn`, `NoSales` for a file without rows, `Ask` where columns cannot be told.
    pub fn of<'t>(text: &'t str, choices: &Choices) -> Result<(Self, Records<'t>), SalesError> {
        let (told, text, line) = without_excel_line(text);
        let separators: &[u8] = told.as_ref().map_or(&SEPARATORS, std::slice::from_ref);
        let mut best: Option<(Score, Sample)> = None;
        for separator in separators {
            let sample = Sample::of(Records::new(text, *separator, line), *separator, choices);
            let score = sample.score();
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, sample));
            }
        }
        let empty = SalesError::NoSales {
            without_customer: 0,
        };
        let (_, sample) = best.ok_or(empty.clone())?;
        if sample.rows.is_empty() {
            return Err(empty);
        }
        if sample.width < 2 && choices.columns.is_none() {
            return Err(SalesError::OneColumn);
        }
        let separator = sample.separator;
        let layout = sample.layout()?;
        Ok((layout, Records::new(text, separator, line)))
    }
}

/// Takes Excel's first line, which names the separator: the separator, what follows, and its line.
fn without_excel_line(text: &str) -> (Option<u8>, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first
        .trim_end_matches('\r')
        .trim_matches('"')
        .strip_prefix("sep=");
    match named.map(str::as_bytes) {
        Some([separator]) if !separator.is_ascii_alphanumeric() => (Some(*separator), rest, 2),
        _ => (None, text, 1),
    }
}

/// The first records of a file, with one separator.
struct Sample {
    separator: u8,
    rows: Vec<(u32, Vec<String>)>,
    /// How many of `rows` stand above the sales, and whether the last of them holds headings.
    above: usize,
    has_headings: bool,
    found: Found,
    contents: Vec<Content>,
    width: usize,
    /// Of 100 rows, how many have as many cells as most.
    even: usize,
}

/// How well a separator fits: whether there are dates, the columns found, whether there are
/// several, how even the rows are, and how wide.
type Score = (bool, usize, bool, usize, usize);

impl Sample {
    fn of(mut records: Records<'_>, separator: u8, choices: &Choices) -> Self {
        let mut rows = Vec::new();
        while rows.len() < SAMPLE {
            // An open quotation mark is refused when the file is read.
            let Ok(Some(record)) = records.read() else {
                break;
            };
            if record.filled() > 0 {
                let cells = record.cells().take(CELLS).map(str::to_owned);
                rows.push((record.line, cells.collect()));
            }
        }
        let mut sample = Self {
            separator,
            rows,
            above: 0,
            has_headings: false,
            found: Found::default(),
            contents: Vec::new(),
            width: 0,
            even: 0,
        };
        sample.look(choices);
        sample
    }

    fn look(&mut self, choices: &Choices) {
        match choices.columns {
            Some(columns) => self.take(columns),
            None => self.seek(),
        }
    }

    /// Seeks headings, then the columns.
    fn seek(&mut self) {
        let found = |cells: &[String], contents: &[Content]| {
            Found::by_headings(cells.iter().map(String::as_str), contents)
        };
        let has_date = |cells: &[String]| cells.iter().any(|cell| is_date(cell));
        let has_number = |cells: &[String]| cells.iter().any(|cell| is_amount(cell));
        // Two headings that are known are hardly a coincidence, where there is no date beside.
        let known =
            |(_, cells): &(u32, Vec<String>)| found(cells, &[]).count() > 1 && !has_date(cells);
        let mut at = self.rows.iter().take(TOP).position(known);
        if at.is_none() {
            // A first row without date and number above rows with dates has headings, if unknown.
            let mut rows = self.rows.iter().map(|(_, cells)| cells);
            let bare = rows
                .next()
                .is_some_and(|cells| !has_date(cells) && !has_number(cells));
            at = (bare && rows.any(|cells| has_date(cells))).then_some(0);
        }
        self.above = at.map_or(0, |at| at + 1);
        self.has_headings = at.is_some();
        self.measure();
        let by_content = Found::by_content(&self.contents);
        self.found = match self.headings() {
            // Below headings a column is not the customer or the amount for being the only one
            // left: it may be what was sold, or how many. A date is a date.
            Some((_, cells)) => {
                let named = found(cells, &self.contents);
                Found {
                    date: named.date.or(by_content.date),
                    ..named
                }
            }
            None => by_content,
        };
    }

    /// Takes columns that were chosen; the first row with a date or an amount in its place is the
    /// first sale.
    fn take(&mut self, columns: Columns) {
        self.found = Found {
            customer: Some(columns.customer),
            date: Some(columns.date),
            amount: Some(columns.amount),
        };
        let is_sale = |(_, cells): &(u32, Vec<String>)| {
            let cell = |at: usize| cells.get(at).map_or("", String::as_str);
            is_date(cell(columns.date)) || is_amount(cell(columns.amount))
        };
        self.above = self
            .rows
            .iter()
            .take(TOP)
            .position(is_sale)
            .unwrap_or_default();
        self.has_headings = true;
        let wide = |(_, cells): &(u32, Vec<String>)| cells.len() >= columns.needed();
        self.has_headings = self.headings().is_some_and(wide);
        self.measure();
    }

    /// The row of the headings: its line and its cells.
    fn headings(&self) -> Option<&(u32, Vec<String>)> {
        let at = self.above.checked_sub(1).filter(|_| self.has_headings)?;
        self.rows.get(at)
    }

    /// Looks at the rows of sales.
    fn measure(&mut self) {
        self.contents.clear();
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, cells) in self.rows.iter().skip(self.above) {
            Content::add_row(&mut self.contents, cells.iter().map(String::as_str));
            *widths.entry(cells.len()).or_default() += 1;
        }
        let rows = widths.values().sum::<usize>().max(1);
        let (width, count) = widths
            .into_iter()
            .max_by_key(|(_, rows)| *rows)
            .unwrap_or_default();
        self.even = count * 100 / rows;
        self.width = self.headings().map_or(width, |(_, cells)| cells.len());
    }

    fn score(&self) -> Score {
        // A column of dates is the surest sign that cells are cut where they should be.
        let dates = |column: &Content| column.holds() == Holds::Dates;
        let dated = self.found.date.is_some() || self.contents.iter().any(dates);
        let told = self.found.count() + usize::from(self.has_headings);
        (dated, told, self.width > 1, self.even, self.width)
    }

    fn layout(self) -> Result<Layout, SalesError> {
        let headings = self.headings();
        let Some(columns) = self.found.all() else {
            let count = self.contents.len().max(self.width);
            let seen = |at: usize| ColumnSeen {
                heading: headings
                    .map(|(_, cells)| quotable(cells.get(at).map_or("", String::as_str))),
                holds: self.contents.get(at).map_or(Holds::Nothing, Content::holds),
            };
            return Err(SalesError::Ask(Question::Columns {
                columns: (0..count).map(seen).collect(),
                found: self.found,
            }));
        };
        let first = self.rows.get(self.above);
        Ok(Layout {
            separator: self.separator,
            first_line: first.map_or(u32::MAX, |(line, _)| *line),
            columns,
            width: self.width.max(columns.needed()),
            headings: headings.map(|(_, cells)| {
                let text = |at: usize| quotable(cells.get(at).map_or("", String::as_str));
                [columns.customer, columns.date, columns.amount].map(text)
            }),
        })
    }
}

fn is_date(cell: &str) -> bool {
    date::Written::read(cell).is_ok()
}

fn is_amount(cell: &str) -> bool {
    amount::Written::read(cell).is_ok()
}

/// Whether a row is one of the headings again, as where files of several months are joined.
pub fn repeats_headings(record: &Record<'_>, layout: &Layout) -> bool {
    let columns = &layout.columns;
    layout.headings.as_ref().is_some_and(|[_, date, amount]| {
        *date == quotable(record.cell(columns.date))
            && *amount == quotable(record.cell(columns.amount))
    })
}

/// Whether a row without a date sums up those above it: its first text, or the text in place of the
/// date, says so.
pub fn is_total(record: &Record<'_>, layout: &Layout) -> bool {
    let first = record
        .cells()
        .find(|cell| !cell.is_empty())
        .unwrap_or_default();
    let date = record.cell(layout.columns.date);
    heading::is_total(if date.is_empty() { first } else { date })
}
