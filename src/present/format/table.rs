//! English and Russian numbers without a browser, written as its `Intl` writes them.

use super::super::figure::{Digits, Measure, Style};
use super::{Format, Plural};

/// Formats from a small table. Languages other than Russian are written as English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFormat {
    language: String,
    currency: String,
}

const NBSP: &str = "\u{a0}";

/// A number as written: the digits, and what stands on either side of them.
struct Written {
    before: String,
    digits: String,
    after: String,
}

impl TableFormat {
    /// A formatter for a language tag and a currency code, such as `ru` and `RUB`.
    pub fn new(language: &str, currency: &str) -> Self {
        Self {
            language: language.to_owned(),
            currency: currency.to_owned(),
        }
    }

    fn is_russian(&self) -> bool {
        self.language.split('-').next() == Some("ru")
    }

    fn sign(&self) -> &str {
        match (self.currency.as_str(), self.is_russian()) {
            ("USD", _) => "$",
            ("EUR", _) => "€",
            ("GBP", _) => "£",
            ("INR", _) => "₹",
            ("CNY", _) => "CN¥",
            ("RUB", true) => "₽",
            ("UAH", true) => "₴",
            (code, _) => code,
        }
    }

    fn write(&self, value: f64, style: Style) -> Written {
        let russian = self.is_russian();
        let mut decimal = Decimal::rounded(value, style);
        let mut after = String::new();
        if style.compact && decimal.point > 3 {
            let step = ((decimal.point - 1) / 3).min(4);
            decimal.point -= 3 * step;
            let [letter, word] = match step {
                1 => ["K", "тыс."],
                2 => ["M", "млн"],
                3 => ["B", "млрд"],
                _ => ["T", "трлн"],
            };
            after = if russian {
                format!("{NBSP}{word}")
            } else {
                letter.to_owned()
            };
        }
        // Compact numbers are not grouped below 10 000.
        let ungrouped = if style.compact { 4 } else { 3 };
        let digits = if russian {
            decimal.write(style.digits, NBSP, ",", ungrouped)
        } else {
            decimal.write(style.digits, ",", ".", ungrouped)
        };
        let mut before = match value {
            v if v < 0.0 => "-",
            v if v > 0.0 && style.signed => "+",
            _ => "",
        }
        .to_owned();
        let space = if russian { NBSP } else { "" };
        match style.measure {
            Measure::Plain => {}
            Measure::Percent => after = format!("{space}%"),
            Measure::Currency if russian => after = format!("{after}{NBSP}{}", self.sign()),
            Measure::Currency => {
                let sign = self.sign();
                before.push_str(sign);
                if sign.ends_with(|c: char| c.is_ascii_alphabetic()) {
                    before.push_str(NBSP);
                }
            }
        }
        Written {
            before,
            digits,
            after,
        }
    }
}

impl Format for TableFormat {
    fn machine(&self, value: f64) -> String {
        value.to_string()
    }

    fn fold(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn number(&self, value: f64, style: Style) -> String {
        let Written {
            before,
            digits,
            after,
        } = self.write(value, style);
        format!("{before}{digits}{after}")
    }

    /// Says what both ends share once, as `Intl` does if that is more than one sign.
    fn range(&self, low: f64, high: f64, style: Style) -> String {
        let (from, to) = (self.write(low, style), self.write(high, style));
        let around = from.before.chars().count() + from.after.chars().count();
        if around > 1 && (&from.before, &from.after) == (&to.before, &to.after) {
            return format!("{}{}–{}{}", from.before, from.digits, to.digits, to.after);
        }
        let dash = if around > 0 { " – " } else { "–" };
        format!(
            "{}{}{}{dash}{}{}{}",
            from.before, from.digits, from.after, to.before, to.digits, to.after
        )
    }

    fn category(&self, value: f64, style: Style) -> Plural {
        let decimal = Decimal::rounded(value, style);
        let forced_decimals = matches!(style.digits, Digits::Decimals(1.., _));
        if forced_decimals || !decimal.is_whole() {
            return Plural::Other;
        }
        let units = decimal.digit(decimal.point - 1);
        let tens = decimal.digit(decimal.point - 2);
        match (self.is_russian(), tens, units) {
            (true, 1, _) => Plural::Many,
            (true, _, 1) => Plural::One,
            (true, _, 2..=4) => Plural::Few,
            (true, ..) => Plural::Many,
            (false, _, 1) if decimal.point == 1 => Plural::One,
            _ => Plural::Other,
        }
    }
}

/// Decimal digits, without leading or trailing zeros, and how many stand before the point.
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// Rounds half away from zero, on the shortest digits that mean the number, as `Intl` does.
    fn rounded(value: f64, style: Style) -> Self {
        let written = format!("{:e}", value.abs());
        let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        let mut decimal = Self {
            digits: mantissa
                .bytes()
                .filter(u8::is_ascii_digit)
                .map(|b| b - b'0')
                .collect(),
            point: exponent.parse::<i32>().unwrap_or(0) + 1,
        };
        if style.measure == Measure::Percent {
            decimal.point += 2;
        }
        let keep = match style.digits {
            Digits::Significant(figures) => i32::from(figures),
            Digits::Decimals(_, most) => decimal.point + i32::from(most),
        };
        decimal.keep(keep);
        decimal
    }

    fn keep(&mut self, figures: i32) {
        let up = self.digit(figures) >= 5;
        self.digits.truncate(usize::try_from(figures).unwrap_or(0));
        if up {
            while self.digits.pop_if(|digit| *digit == 9).is_some() {}
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.digits.push(1);
                    self.point += 1;
                }
            }
        }
        while self.digits.pop_if(|digit| *digit == 0).is_some() {}
        if self.digits.is_empty() {
            self.point = 1;
        }
    }

    fn digit(&self, at: i32) -> u8 {
        usize::try_from(at)
            .ok()
            .and_then(|at| self.digits.get(at))
            .copied()
            .unwrap_or(0)
    }

    fn is_whole(&self) -> bool {
        i32::try_from(self.digits.len()).is_ok_and(|len| len <= self.point)
    }

    /// `ungrouped`: the most digits before the point that are not grouped.
    fn write(&self, digits: Digits, group: &str, mark: &str, ungrouped: i32) -> String {
        let mut text = String::new();
        for at in 0..self.point {
            if at > 0 && (self.point - at) % 3 == 0 && self.point > ungrouped {
                text.push_str(group);
            }
            text.push(char::from(b'0' + self.digit(at)));
        }
        if text.is_empty() {
            text.push('0');
        }
        let least = match digits {
            Digits::Significant(_) => 0,
            Digits::Decimals(least, _) => i32::from(least),
        };
        let shown = i32::try_from(self.digits.len()).unwrap_or(0) - self.point;
        for at in 0..shown.max(least) {
            if at == 0 {
                text.push_str(mark);
            }
            text.push(char::from(b'0' + self.digit(self.point + at)));
        }
        text
    }
}
