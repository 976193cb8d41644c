//! Numbers written without a browser, as its `Intl` would write them.

use super::super::figure::{Measure, Style};
use super::decimal::Decimal;
use super::notation::Notation;
use super::{Format, Plural};

/// Formats by what the language's file in `locales/` says. Languages without a file are written as
/// the reference is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFormat {
    language: String,
    currency: String,
    notation: &'static Notation,
}

const NBSP: &str = "\u{a0}";

impl TableFormat {
    /// A formatter for a language tag and a currency code, such as `ru` and `RUB`.
    pub fn new(language: &str, currency: &str) -> Self {
        Self {
            language: language.to_owned(),
            ..Self::with(Notation::of(language), currency)
        }
    }

    /// A formatter for a notation that may be no file's.
    pub fn with(notation: &'static Notation, currency: &str) -> Self {
        Self {
            language: notation.language.to_owned(),
            currency: currency.to_owned(),
            notation,
        }
    }

    /// Both sides of an amount's pattern with the sign in it.
    fn currency(&self) -> (String, String) {
        let signs = self.notation.signs;
        let sign = signs.iter().find(|(code, _)| *code == self.currency);
        let sign = sign.map_or(&*self.currency, |(_, sign)| sign);
        let (before, after) = self.notation.currency;
        let mut before = before.replace('¤', sign);
        // Letters are kept apart from the digits.
        if before.ends_with(|c: char| c.is_ascii_alphabetic()) {
            before.push_str(NBSP);
        }
        (before, after.replace('¤', sign))
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
        let notation = self.notation;
        let mut decimal = Decimal::rounded(value, style);
        let minus = match value {
            v if v < 0.0 => "-",
            v if v > 0.0 && style.signed => "+",
            _ => "",
        };
        let (mut before, mut after) = match style.measure {
            Measure::Plain => (String::new(), String::new()),
            Measure::Percent => {
                let (before, after) = notation.percent;
                (before.to_owned(), after.to_owned())
            }
            Measure::Currency => self.currency(),
        };
        let mut grouped_from = notation.grouped_from;
        if style.compact {
            // Compact numbers are not grouped below 10 000.
            grouped_from = grouped_from.max(5);
            let mut short = notation.compact.iter().rev();
            if let Some((power, (left, right))) = short.find(|(power, _)| *power < decimal.point) {
                decimal.point -= power;
                before.push_str(left);
                after.insert_str(0, right);
            }
        }
        let digits = decimal.write(style.digits, notation.group, notation.decimal, grouped_from);
        format!("{minus}{before}{digits}{after}")
    }

    fn category(&self, value: f64, style: Style) -> Plural {
        let decimal = Decimal::rounded(value, style);
        self.notation.category(&decimal.operands(style.digits))
    }
}
