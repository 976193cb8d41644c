//! A number in decimal digits, rounded as it is shown.

use super::super::figure::{Digits, Measure, Style};
use super::notation::Operands;

/// The most digits that plural rules are given, before and after the point.
const MOST: i32 = 15;

/// Decimal digits, without leading or trailing zeros, and how many stand before the point.
pub struct Decimal {
    digits: Vec<u8>,
    /// How many stand before the point; zero and below where the number is under 0.1.
    pub point: i32,
}

impl Decimal {
    /// Rounds half away from zero, on the shortest digits that mean the number, as `Intl` does.
    pub fn rounded(value: f64, style: Style) -> Self {
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

    /// How many decimals are shown.
    fn decimals(&self, digits: Digits) -> i32 {
        let least = match digits {
            Digits::Significant(_) => 0,
            Digits::Decimals(least, _) => i32::from(least),
        };
        let some = i32::try_from(self.digits.len()).unwrap_or(0) - self.point;
        some.max(least)
    }

    /// What plural rules ask of the number as it is shown.
    pub fn operands(&self, digits: Digits) -> Operands {
        let number = |from: i32, to: i32| {
            (from..to).fold(0, |number: u64, at| number * 10 + u64::from(self.digit(at)))
        };
        // A rule looks at the last digits only; what is longer stays longer than any it names.
        let beyond = if self.point > MOST { 10u64.pow(15) } else { 0 };
        let whole = beyond + number((self.point - MOST).max(0), self.point);
        let decimals = self.decimals(digits).min(MOST);
        let kept = (0..decimals).rfind(|at| self.digit(self.point + at) != 0);
        let kept = kept.map_or(0, |at| at + 1);
        Operands {
            whole,
            decimals: u64::from(decimals.unsigned_abs()),
            fraction: number(self.point, self.point + decimals),
            kept_decimals: u64::from(kept.unsigned_abs()),
            kept_fraction: number(self.point, self.point + kept),
        }
    }

    /// `grouped_from`: the least digits before the point that are grouped.
    pub fn write(&self, digits: Digits, group: &str, mark: &str, grouped_from: i32) -> String {
        let mut text = String::new();
        for at in 0..self.point {
            if at > 0 && (self.point - at) % 3 == 0 && self.point >= grouped_from {
                text.push_str(group);
            }
            text.push(char::from(b'0' + self.digit(at)));
        }
        if text.is_empty() {
            text.push('0');
        }
        for at in 0..self.decimals(digits) {
            if at == 0 {
                text.push_str(mark);
            }
            text.push(char::from(b'0' + self.digit(self.point + at)));
        }
        text
    }
}
