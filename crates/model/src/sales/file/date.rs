//! A date as people write it, and the order in which a file writes day and month.

use super::clock::is_time;
use super::month;
use super::quote::quotable;
use crate::sales::characters::plain;
use crate::sales::day::Day;

/// Two-digit years below this one are of the 21st century.
const PIVOT: i32 = 80;

/// The order of the parts of a date that does not begin with a four-digit year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum DateOrder {
    /// 31/12/2024.
    DayFirst,
    /// 12/31/2024.
    MonthFirst,
    /// 24-12-31, with a year of two digits.
    YearFirst,
}

/// Every order.
const ORDERS: [DateOrder; 3] = [
    DateOrder::DayFirst,
    DateOrder::MonthFirst,
    DateOrder::YearFirst,
];

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It does not have the form of a date.
    Form,
    /// It has, but the calendar has no such day within 1970 to 2099.
    NoSuchDay,
}

/// A date as it is written: a day of at least one order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A day whatever the order: it begins with the year, or names the month.
    Known(Day),
    /// Three numbers, the last one a year of four digits.
    YearLast(u32, u32, u32),
    /// Three numbers of one or two digits, and whether dashes stand between them.
    Short([u32; 3], bool),
}

impl Written {
    /// Reads a date with a four-digit year at either end, with a two-digit year, with a month's
    /// English or Russian name, or as `YYYYMMDD`. A time may follow: the day counts as written.
    ///
    /// # Errors
    /// [`NoDate`].
    pub fn read(text: &str) -> Result<Self, NoDate> {
        let text = plain(text);
        let written = form(&text).ok_or(NoDate::Form)??;
        let exists = ORDERS.iter().any(|order| written.day(*order).is_some());
        exists.then_some(written).ok_or(NoDate::NoSuchDay)
    }

    /// The day, if the parts stand in this order.
    pub fn day(self, order: DateOrder) -> Option<Day> {
        match (self, order) {
            (Self::Known(day), _) => Some(day),
            (Self::YearLast(day, month, year), DateOrder::DayFirst)
            | (Self::YearLast(month, day, year), DateOrder::MonthFirst) => {
                Day::new(i32::try_from(year).ok()?, month, day)
            }
            (Self::YearLast(..), DateOrder::YearFirst) => None,
            (Self::Short([day, month, year], _), DateOrder::DayFirst)
            | (Self::Short([month, day, year], _), DateOrder::MonthFirst)
            | (Self::Short([year, month, day], _), DateOrder::YearFirst) => {
                Day::new(full_year(year)?, month, day)
            }
        }
    }
}

/// What the dates of a file tell about its order.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// For each of [`ORDERS`]: the first line whose date is none in it.
    ruled_out: [Option<u32>; 3],
    /// The first date that is another day where day and month change places.
    ambiguous: Option<(u32, String)>,
    /// Whether a date ends with a four-digit year, and whether one has a two-digit year.
    year_last: bool,
    short: bool,
    dashes: bool,
    /// The different numbers that stand first and last in dates with a two-digit year, as bits.
    first: u128,
    last: u128,
}

/// Why a file's order is not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// Several orders are possible, and it matters: a line, how its date is written, the orders.
    Ask(u32, String, Vec<DateOrder>),
    /// No order is possible for all dates: a line, and an earlier one with which it disagrees.
    Mixed(u32, u32),
}

impl Evidence {
    /// Takes a date into account; `text` is how it is written in `line`.
    pub fn add(&mut self, date: Written, line: u32, text: &str) {
        match date {
            Written::Known(_) => return,
            Written::YearLast(..) => self.year_last = true,
            Written::Short([first, _, last], dashes) => {
                self.short = true;
                self.dashes |= dashes;
                self.first |= 1u128.checked_shl(first).unwrap_or_default();
                self.last |= 1u128.checked_shl(last).unwrap_or_default();
            }
        }
        for (order, line_of) in ORDERS.iter().zip(&mut self.ruled_out) {
            if line_of.is_none() && date.day(*order).is_none() {
                *line_of = Some(line);
            }
        }
        if self.ambiguous.is_none() {
            let day_first = date.day(DateOrder::DayFirst);
            if day_first != date.day(DateOrder::MonthFirst) || matches!(date, Written::Short(..)) {
                self.ambiguous = Some((line, quotable(text)));
            }
        }
    }

    /// The order; `None` where every date tells its own day. What the file itself does not tell
    /// is taken from `answer`.
    ///
    /// A year of two digits is taken for the part that has fewer different values; where the first
    /// and the last part have equally many, it stands last unless dashes separate the parts.
    ///
    /// # Errors
    /// [`NoOrder`].
    pub fn decide(self, answer: Option<DateOrder>) -> Result<Option<DateOrder>, NoOrder> {
        if !self.year_last && !self.short {
            return Ok(None);
        }
        if answer.is_some() {
            return Ok(answer);
        }
        let mut possible: Vec<DateOrder> = ORDERS
            .iter()
            .zip(&self.ruled_out)
            .filter_map(|(order, line)| line.is_none().then_some(*order))
            .collect();
        if possible.is_empty() {
            let mut lines: Vec<u32> = self.ruled_out.iter().flatten().copied().collect();
            lines.sort_unstable();
            let (last, other) = (lines.pop(), lines.pop());
            return Err(NoOrder::Mixed(
                last.unwrap_or_default(),
                other.unwrap_or_default(),
            ));
        }
        if possible.len() > 1 && possible.contains(&DateOrder::YearFirst) {
            let (first, last) = (self.first.count_ones(), self.last.count_ones());
            if first < last {
                possible = vec![DateOrder::YearFirst];
            } else if last < first || !self.dashes {
                possible.retain(|order| *order != DateOrder::YearFirst);
            }
        }
        match (possible.as_slice(), self.ambiguous) {
            ([only], _) => Ok(Some(*only)),
            (_, Some((line, text))) => Err(NoOrder::Ask(line, text, possible)),
            // Day and month are equal in every date.
            (_, None) => Ok(Some(DateOrder::DayFirst)),
        }
    }
}

/// The year that two digits stand for.
fn full_year(digits: u32) -> Option<i32> {
    let year = i32::try_from(digits).ok().filter(|year| *year <= 99)?;
    Some(if year < PIVOT {
        2000 + year
    } else {
        1900 + year
    })
}

/// A part of a date.
#[derive(Clone, Copy)]
enum Part {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A named month, 1–12.
    Month(u32),
}

/// What the parts of a text say; `None` where it is no date.
fn form(text: &str) -> Option<Result<Written, NoDate>> {
    let known = |year: u32, month: u32, day: u32| {
        let day = i32::try_from(year)
            .ok()
            .and_then(|year| Day::new(year, month, day));
        day.map(Written::Known).ok_or(NoDate::NoSuchDay)
    };
    let (first, rest) = part(text)?;
    if let Part::Number(number, 8) = first {
        return is_time(rest).then(|| known(number / 10_000, number / 100 % 100, number % 100));
    }
    let (gap, rest) = gap(rest, first)?;
    let (second, rest) = part(rest)?;
    let (_, rest) = self::gap(rest, second)?;
    let (third, rest) = part(rest)?;
    if !is_time(rest) {
        return None;
    }
    Some(match (first, second, third) {
        (Part::Number(year, 4), Part::Number(month, 1 | 2), Part::Number(day, 1 | 2))
        | (Part::Number(year, 4), Part::Month(month), Part::Number(day, 1 | 2))
        | (Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, 4))
        | (Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, 4)) => {
            known(year, month, day)
        }
        (Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, 2)) => {
            known(full_year(year)?.unsigned_abs(), month, day)
        }
        (Part::Number(a, 1 | 2), Part::Number(b, 1 | 2), Part::Number(year, 4)) => {
            Ok(Written::YearLast(a, b, year))
        }
        (Part::Number(a, 1 | 2), Part::Number(b, 1 | 2), Part::Number(c, 1 | 2)) => {
            Ok(Written::Short([a, b, c], gap.contains('-')))
        }
        _ => return None,
    })
}

/// The part at the start of a text, and what follows it.
fn part(text: &str) -> Option<(Part, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.strip_suffix(rest)?;
    if digits.is_empty() {
        let rest = text.trim_start_matches(char::is_alphabetic);
        let month = month::by_name(text.strip_suffix(rest)?)?;
        return Some((Part::Month(month), rest));
    }
    let number = digits.parse().ok().filter(|_| digits.len() <= 8)?;
    Some((Part::Number(number, digits.len()), without_ordinal(rest)))
}

/// The text without the ending of an English ordinal number (`1st`).
fn without_ordinal(text: &str) -> &str {
    let endings = ["st", "nd", "rd", "th"].iter();
    let mut rests = endings.filter_map(|ending| text.strip_prefix(ending));
    rests
        .find(|rest| !rest.starts_with(char::is_alphabetic))
        .unwrap_or(text)
}

/// Splits off the signs that separate two parts. A number and the name of a month may touch.
fn gap(text: &str, after: Part) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches([' ', '.', '/', '-', ',']);
    let gap = text.strip_suffix(rest)?;
    let letters = rest.starts_with(char::is_alphabetic);
    let changes = letters == matches!(after, Part::Number(..));
    let sensible = gap.trim().len() <= 2 && (!gap.is_empty() || changes);
    sensible.then_some((gap, rest))
}

#[cfg(test)]
mod tests;
