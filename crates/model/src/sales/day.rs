//! A calendar day.

use std::fmt;

/// The first year that is accepted; a till's clock that was never set shows earlier ones.
const FIRST_YEAR: i32 = 1970;
/// The last year that is accepted.
const LAST_YEAR: i32 = 2099;

/// A day of the Gregorian calendar, 1970 to 2099, counted in days from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of a year, a month (1–12) and a day of the month; `None` where there is no such day
    /// or the year is not within 1970 to 2099.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) || day == 0 || day > length(year, month)? {
            return None;
        }
        // The year is taken to begin in March, so that the leap day is its last.
        let (month, day) = (i32::try_from(month).ok()?, i32::try_from(day).ok()?);
        let year = if month > 2 { year } else { year - 1 };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let leap_days = year / 4 - year / 100 + year / 400;
        Some(Self(365 * year + leap_days + day_of_year - 719_468))
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day so many days later (earlier, where negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; negative where `earlier` is the later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Year, month and day of the month.
    fn civil(self) -> (i32, i32, i32) {
        let days = self.0.saturating_add(719_468);
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }
}

/// Days in a month (1–12) of a year.
fn length(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// Writes `YYYY-MM-DD`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_are_counted_from_1970_and_written_back() {
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::new(2000, 3, 1), Some(Day(11_017)));
        let mut day = Day::new(1970, 1, 1).unwrap();
        let last = Day::new(2099, 12, 31).unwrap();
        while day < last {
            assert_eq!(Day::from_iso(&day.to_string()), Some(day));
            let (_, month, first) = day.civil();
            let next = day.plus(1).civil();
            let new_month = next.2 == 1 && (next.1 == month + 1 || next.1 == 1);
            assert!(next.2 == first + 1 || new_month, "{day}");
            day = day.plus(1);
        }
        assert_eq!(last.to_string(), "2099-12-31");
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "2100-01-01",
            "1969-12-31",
            "2024-00-10",
            "2024-13-01",
            "2024-04-31",
            "2024-1-1",
            "2024-01-01T",
            "24-01-01",
            "",
            "2024-01",
            "2024-01-01-01",
            "+024-01-01",
        ] {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
        assert_eq!(
            Day::from_iso("2024-02-29").unwrap().plus(1).to_string(),
            "2024-03-01"
        );
    }
}
