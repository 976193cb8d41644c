//! An amount of money as people write it.

use super::currency;
use super::quote::quotable;
use crate::sales::characters::plain;
use crate::sales::money::{Money, PARTS};

/// Decimals that are read; the next one rounds.
const DECIMALS: usize = 6;

/// The sign between units and decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum DecimalSign {
    /// `1.234,56`: `1,500` is one and a half.
    Comma,
    /// `1,234.56`: `1,500` is fifteen hundred.
    Point,
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAmount {
    /// It does not have the form of an amount.
    Form,
    /// It is beyond 10¹².
    TooLarge,
}

/// An amount as it is written: what it is if the decimal sign is a comma, and if it is a point.
/// At least one of them is an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    with_comma: Option<Money>,
    with_point: Option<Money>,
    shape: Shape,
}

/// What the amount tells about how the others are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Digits alone, 1 to 999.
    Small,
    /// Digits alone, 1000 and more.
    Long,
    /// Anything else.
    Other,
}

impl Written {
    /// Reads an amount with currency signs or codes, groups of thousands (by space, apostrophe,
    /// comma or point; Indian ones too), and a minus before or after it or parentheses around it.
    ///
    /// # Errors
    /// [`NoAmount`].
    pub fn read(text: &str) -> Result<Self, NoAmount> {
        let text = plain(text);
        if let Some(money) = with_exponent(&text)? {
            return Ok(Self::certain(money));
        }
        let (negative, thousands, number) = bare(&text).ok_or(NoAmount::Form)?;
        let scaled = |decimal| {
            let parts = number_of(number, decimal)?;
            Some(parts.saturating_mul(if thousands { 1_000 } else { 1 }))
        };
        let money = |parts: u64| Money::from_millionths(parts, negative);
        let (with_comma, with_point) = (scaled(','), scaled('.'));
        if with_comma.is_none() && with_point.is_none() {
            return Err(NoAmount::Form);
        }
        let read = Self {
            with_comma: with_comma.and_then(money),
            with_point: with_point.and_then(money),
            shape: shape(number),
        };
        match read.with_comma.or(read.with_point) {
            Some(_) => Ok(read),
            None => Err(NoAmount::TooLarge),
        }
    }

    fn certain(money: Money) -> Self {
        Self {
            with_comma: Some(money),
            with_point: Some(money),
            shape: Shape::Other,
        }
    }

    /// The amount, where the decimal sign is this one; an amount that can be written with the
    /// other one only is read with that.
    pub fn money(self, sign: DecimalSign) -> Money {
        let (first, second) = match sign {
            DecimalSign::Comma => (self.with_comma, self.with_point),
            DecimalSign::Point => (self.with_point, self.with_comma),
        };
        first.or(second).unwrap_or_default()
    }

    /// Whether the text has decimals, is negative or has any other sign of money than digits.
    pub fn looks_like_money(self) -> bool {
        let negative = |money: Option<Money>| money.is_some_and(|money| money.millionths() < 0);
        self.shape == Shape::Other || negative(self.with_comma) || negative(self.with_point)
    }

    /// The decimal sign, where the amount can be read with one of them only.
    fn only(self) -> Option<DecimalSign> {
        match (self.with_comma, self.with_point) {
            (Some(_), None) => Some(DecimalSign::Comma),
            (None, Some(_)) => Some(DecimalSign::Point),
            _ => None,
        }
    }

    fn is_ambiguous(self) -> bool {
        self.only().is_none() && self.with_comma != self.with_point
    }
}

/// What the amounts of a file tell about its decimal sign.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    comma: bool,
    point: bool,
    small: bool,
    long: bool,
    /// The first ambiguous amount and its line; whether commas and points are ambiguous.
    ambiguous: Option<(u32, String)>,
    thousands_by_comma: bool,
    thousands_by_point: bool,
}

impl Evidence {
    /// Takes an amount into account; `text` is how it is written in `line`.
    pub fn add(&mut self, amount: Written, line: u32, text: &str) {
        match amount.only() {
            Some(DecimalSign::Comma) => self.comma = true,
            Some(DecimalSign::Point) => self.point = true,
            None => {}
        }
        self.small |= amount.shape == Shape::Small;
        self.long |= amount.shape == Shape::Long;
        if amount.is_ambiguous() {
            self.thousands_by_comma |= text.contains([',', '，']);
            self.thousands_by_point |= text.contains(['.', '．']);
            if self.ambiguous.is_none() {
                self.ambiguous = Some((line, quotable(text)));
            }
        }
    }

    /// The decimal sign; `None` where every amount reads alike with both. What the file itself
    /// does not tell is taken from `answer`.
    ///
    /// Three digits after a comma in every such amount, next to amounts of one to three digits
    /// alone and none of four and more, are thousands.
    ///
    /// # Errors
    /// The line and the text of the first amount that can be read in two ways.
    pub fn decide(self, answer: Option<DecimalSign>) -> Result<Option<DecimalSign>, (u32, String)> {
        let found = match (self.comma, self.point) {
            (true, false) => Some(DecimalSign::Comma),
            (false, true) => Some(DecimalSign::Point),
            _ => None,
        };
        let Some(ambiguous) = self.ambiguous else {
            return Ok(found);
        };
        if let Some(sign) = answer.or(found) {
            return Ok(Some(sign));
        }
        let by_thousands = self.small && !self.long && !self.comma && !self.point;
        match (self.thousands_by_comma, self.thousands_by_point) {
            (true, false) if by_thousands => Ok(Some(DecimalSign::Point)),
            (false, true) if by_thousands => Ok(Some(DecimalSign::Comma)),
            _ => Err(ambiguous),
        }
    }
}

/// A number with a power of ten, as programs write very small and very large ones.
fn with_exponent(text: &str) -> Result<Option<Money>, NoAmount> {
    let of_number = |byte: u8| byte.is_ascii_digit() || b"+-.,eE".contains(&byte);
    if !text.bytes().all(of_number) || !text.bytes().any(|byte| matches!(byte, b'e' | b'E')) {
        return Ok(None);
    }
    let number: f64 = text.replace(',', ".").parse().map_err(|_| NoAmount::Form)?;
    Money::from_number(number)
        .map(Some)
        .ok_or(NoAmount::TooLarge)
}

/// The digits with their separators, whether the amount is negative, and whether it is in
/// thousands. `None` where anything else stands there.
fn bare(text: &str) -> Option<(bool, bool, &str)> {
    let mut rest = text;
    let (mut signs, mut negative, mut thousands) = (0, false, false);
    loop {
        let before = rest;
        rest = rest.trim();
        // `1500.-` and `1500,-` are amounts without decimals.
        for whole in [".-", ",-", ".--", ",--"] {
            rest = rest.strip_suffix(whole).unwrap_or(rest);
        }
        if let Some(inner) = rest
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
        {
            (rest, negative, signs) = (inner, true, signs + 1);
        }
        for sign in ['-', '+'] {
            let end = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign));
            if let Some(end) = end {
                (rest, negative, signs) = (end, negative || sign == '-', signs + 1);
            }
        }
        rest = currency::without_sign(rest);
        if let Some(number) = currency::without_thousand(rest).filter(|_| !thousands) {
            (rest, thousands) = (number, true);
        }
        if rest == before {
            break;
        }
    }
    let of_number = |byte: u8| byte.is_ascii_digit() || b".,' ".contains(&byte);
    (signs <= 1 && rest.bytes().all(of_number)).then_some((negative, thousands, rest))
}

fn shape(number: &str) -> Shape {
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    match number.trim_start_matches('0').len() {
        1..=3 if digits => Shape::Small,
        4.. if digits => Shape::Long,
        _ => Shape::Other,
    }
}

/// Millionths of a number with this decimal sign, at most `u64::MAX`; `None` where it cannot be
/// written so.
fn number_of(number: &str, decimal: char) -> Option<u64> {
    let (whole, part) = number.split_once(decimal).unwrap_or((number, ""));
    if !part.bytes().all(|byte| byte.is_ascii_digit()) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let mut units: u64 = 0;
    for digit in ungrouped(whole)? {
        units = units.saturating_mul(10).saturating_add(digit.into());
    }
    let digit = |at: usize| part.as_bytes().get(at).map_or(0, |byte| byte - b'0');
    let mut parts: u64 = 0;
    for at in 0..DECIMALS {
        parts = parts * 10 + u64::from(digit(at));
    }
    let rounded = parts + u64::from(digit(DECIMALS) >= 5);
    Some(units.saturating_mul(PARTS.into()).saturating_add(rounded))
}

/// The digits of a whole number, whose thousands may be set apart by one kind of separator.
fn ungrouped(whole: &str) -> Option<impl Iterator<Item = u8>> {
    let separator = whole.chars().find(|character| !character.is_ascii_digit());
    if let Some(separator) = separator {
        let mut groups = whole.rsplit(separator);
        let last = groups.next()?.len();
        let others: Vec<&str> = groups.collect();
        let (first, middle) = others.split_last()?;
        let thousands = middle.iter().all(|group| group.len() == 3) && first.len() <= 3;
        // In India thousands are followed by groups of two: 1,00,000.
        let indian =
            separator == ',' && middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
        if last != 3 || !(thousands || indian) || first.is_empty() || first.starts_with('0') {
            return None;
        }
    }
    let only = |byte: &u8| {
        byte.is_ascii_digit() || separator.is_some_and(|s| u32::from(s) == u32::from(*byte))
    };
    let digits = whole.bytes();
    whole
        .as_bytes()
        .iter()
        .all(only)
        .then(|| digits.filter(u8::is_ascii_digit).map(|byte| byte - b'0'))
}

#[cfg(test)]
mod tests;
