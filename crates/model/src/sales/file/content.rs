//! What a column holds, by a sample of its cells.

use super::{amount, contact, date};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What the cells of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Holds {
    /// Nothing, or the same text in every row.
    Nothing,
    /// Dates.
    Dates,
    /// Numbers.
    Numbers,
    /// Other texts.
    Texts,
}

/// Of ten cells so many must look like a date, or a number, for the column to be of dates, or of
/// numbers: a few that cannot be read are refused later, by their line.
const OF_TEN: usize = 9;

/// Counts of a column's cells that are not empty.
#[derive(Clone, Debug, Default)]
pub struct Content {
    filled: usize,
    dates: usize,
    numbers: usize,
    money: usize,
    contacts: usize,
    different: BTreeSet<u64>,
}

impl Content {
    /// Counts the cells of a row, each for its column.
    pub fn add_row<'c>(columns: &mut Vec<Self>, cells: impl Iterator<Item = &'c str>) {
        for (at, cell) in cells.enumerate() {
            if columns.len() <= at {
                columns.resize_with(at + 1, Self::default);
            }
            if let Some(column) = columns.get_mut(at).filter(|_| !cell.trim().is_empty()) {
                column.add(cell);
            }
        }
    }

    fn add(&mut self, cell: &str) {
        self.filled += 1;
        let is_date = date::Written::read(cell).is_ok();
        let amount = amount::Written::read(cell).ok();
        let is_contact = contact::is_contact(cell);
        self.dates += usize::from(is_date);
        self.numbers += usize::from(amount.is_some() && !is_date && !is_contact);
        self.money += usize::from(amount.is_some_and(amount::Written::looks_like_money));
        self.contacts += usize::from(is_contact);
        let mut hasher = DefaultHasher::new();
        cell.hash(&mut hasher);
        self.different.insert(hasher.finish());
    }

    fn most(&self, of: usize) -> bool {
        of > 0 && of.saturating_mul(10) >= self.filled.saturating_mul(OF_TEN)
    }

    /// How many cells are not empty.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// What the cells look like.
    pub fn holds(&self) -> Holds {
        if self.most(self.dates) {
            Holds::Dates
        } else if self.most(self.numbers) {
            Holds::Numbers
        } else if self.filled == 0 || (self.filled > 1 && self.different.len() == 1) {
            Holds::Nothing
        } else {
            Holds::Texts
        }
    }

    /// Whether some of the numbers have decimals, a currency or a minus.
    pub fn is_money(&self) -> bool {
        self.money > 0
    }

    /// Whether the cells are phone numbers or e-mail addresses.
    pub fn is_contact(&self) -> bool {
        self.most(self.contacts)
    }

    /// Whether some text stands in several rows.
    pub fn recurs(&self) -> bool {
        self.different.len() < self.filled
    }
}
