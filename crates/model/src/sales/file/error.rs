//! Why sales cannot be read, and what has to be asked first.

use super::amount::DecimalSign;
use super::columns::Found;
use super::content::Holds;
use super::date::DateOrder;
use std::fmt;

/// Faults of rows that are named; the others are counted.
pub const NAMED_FAULTS: usize = 10;

/// Why a file of sales was refused. `Display` is one English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SalesError {
    /// A workbook of a spreadsheet program, not a CSV file.
    Workbook,
    /// Not a text.
    NotText,
    /// No row has more than one cell, whatever the separator.
    OneColumn,
    /// There is no sale in it, save for so many rows without a customer.
    NoSales {
        /// Rows left out because nobody is named in them.
        without_customer: u32,
    },
    /// The file can be read in several ways; see [`Question`].
    Ask(Question),
    /// Rows that cannot be read.
    Rows {
        /// The first ones, at most [`NAMED_FAULTS`], by line.
        faults: Vec<RowFault>,
        /// How many there are in all.
        count: usize,
    },
}

/// What the file does not tell by itself. The answer goes into [`super::Choices`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(tag = "ask", rename_all = "snake_case")
)]
pub enum Question {
    /// Which of three numbers is the day. Answer: `date_order`.
    DateOrder {
        /// The line of a date that can be read in several ways.
        line: u32,
        /// How it is written.
        written: String,
        /// The orders that are possible for every date of the file.
        choices: Vec<DateOrder>,
    },
    /// Whether commas (points) separate thousands or decimals. Answer: `decimal`.
    Decimal {
        /// The line of an amount that can be read in two ways.
        line: u32,
        /// How it is written.
        written: String,
        /// Both signs.
        choices: [DecimalSign; 2],
    },
    /// Which columns hold customer, date and amount. Answer: `columns`.
    Columns {
        /// The columns of the file, in order.
        columns: Vec<ColumnSeen>,
        /// Those that are certain.
        found: Found,
    },
}

/// A column of a file, as it can be shown to whoever chooses among them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct ColumnSeen {
    /// Its heading; `None` in a file without headings.
    pub heading: Option<String>,
    /// What its cells look like.
    pub holds: Holds,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file at which the row begins, from 1.
    pub line: u32,
    /// The line at which it ends: a later one where a cell has line breaks in it.
    pub last_line: u32,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a row. Texts are cut to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has fewer cells than are needed.
    TooFewCells {
        /// Cells there are.
        found: usize,
        /// Cells up to the last of the three columns.
        needed: usize,
    },
    /// It has more cells than the heading or the other rows.
    TooManyCells {
        /// Cells there are.
        found: usize,
        /// Cells there should be.
        expected: usize,
    },
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// There is no date.
    NoDate,
    /// The date does not have the form of one.
    NotADate(String),
    /// The calendar has no such day within 1970 to 2099.
    NoSuchDay(String),
    /// The date has day and month in another order than the one of this line.
    OtherOrder(u32),
    /// The date is none in the order that was chosen.
    AgainstOrder(DateOrder),
    /// There is no amount.
    NoAmount,
    /// The amount does not have the form of one.
    NotAnAmount(String),
    /// The amount is beyond 10¹².
    TooLarge(String),
    /// A spreadsheet has shortened the customer's number, so that different ones look the same.
    Shortened,
}

impl fmt::Display for SalesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workbook => f.write_str(
                "this is a workbook of a spreadsheet program: save it as CSV and choose that file",
            ),
            Self::NotText => f.write_str("this is not a text file with rows of sales"),
            Self::OneColumn => {
                f.write_str("the rows have one column only: customer, date and amount are needed")
            }
            Self::NoSales {
                without_customer: 0,
            } => f.write_str("there are no sales in it"),
            Self::NoSales { without_customer } => write!(
                f,
                "no row names a customer ({without_customer} rows without one)"
            ),
            Self::Ask(question) => question.fmt(f),
            Self::Rows { faults, count } => {
                for (at, fault) in faults.iter().enumerate() {
                    write!(f, "{}{fault}", if at > 0 { "; " } else { "" })?;
                }
                match count.saturating_sub(faults.len()) {
                    0 => Ok(()),
                    more => write!(f, "; and {more} more rows"),
                }
            }
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateOrder { line, written, .. } => write!(
                f,
                "line {line}: {written:?} can be read in several ways: give date_order"
            ),
            Self::Decimal { line, written, .. } => write!(
                f,
                "line {line}: {written:?} may have decimals or thousands: give decimal"
            ),
            Self::Columns { .. } => f.write_str(
                "it is not clear which columns hold customer, date and amount: give columns",
            ),
        }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)?;
        if self.last_line > self.line {
            let last = self.last_line;
            write!(
                f,
                " (the row goes on to line {last}: is a quotation mark left open?)"
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewCells { found, needed } => {
                write!(f, "the row has {found} cells, {needed} are needed")
            }
            Self::TooManyCells { found, expected } => write!(
                f,
                "the row has {found} cells instead of {expected}: a cell with the separator in it \
                 needs quotation marks"
            ),
            Self::OpenQuote => f.write_str("a quotation mark is opened and never closed"),
            Self::NoDate => f.write_str("the date is missing"),
            Self::NotADate(text) => write!(f, "{text:?} is not a date"),
            Self::NoSuchDay(text) => write!(f, "there is no day {text:?} between 1970 and 2099"),
            Self::OtherOrder(line) => write!(
                f,
                "day and month stand in another order than in line {line}"
            ),
            Self::AgainstOrder(DateOrder::DayFirst) => {
                f.write_str("the date does not begin with the day")
            }
            Self::AgainstOrder(DateOrder::MonthFirst) => {
                f.write_str("the date does not begin with the month")
            }
            Self::AgainstOrder(DateOrder::YearFirst) => {
                f.write_str("the date does not begin with the year")
            }
            Self::NoAmount => f.write_str("the amount is missing"),
            Self::NotAnAmount(text) => write!(f, "{text:?} is not an amount"),
            Self::TooLarge(text) => write!(f, "{text:?} is too large for an amount"),
            Self::Shortened => f.write_str(
                "a spreadsheet has shortened the customer's number: format the column as text and \
                 save the file again",
            ),
        }
    }
}

impl std::error::Error for SalesError {}
