//! A figure: a number that is to be read by people, still unformatted.

use std::borrow::Cow;

/// What a figure measures, and with that how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// An amount to two significant figures, short: 410K.
    Money,
    /// An amount as on a bill, with cents if it has any.
    MoneyExact,
    /// A service level in points, 0 to 100, to two significant figures.
    Level,
    /// Points where tenths matter, as in a yearly change: one decimal at most.
    Points,
    /// A share of 1, shown in percent to two significant figures.
    Share,
    /// How many, to two significant figures, short when large.
    Count,
    /// A plain number with at most so many decimals.
    Number(u8),
    /// A whole number, in full.
    Integer,
}

/// How many digits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// At most so many significant figures.
    Significant(u8),
    /// From so many to so many decimals.
    Decimals(u8, u8),
}

/// What surrounds the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Nothing.
    Plain,
    /// A percent sign; the value is a share of 1.
    Percent,
    /// The sign of the currency.
    Currency,
}

/// How a number is written: what a formatter is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What surrounds the digits.
    pub measure: Measure,
    /// How many digits are shown.
    pub digits: Digits,
    /// Thousands and millions as words or letters.
    pub compact: bool,
    /// A plus before what is above zero.
    pub signed: bool,
}

/// A number to be shown, with its unit and, where it comes from the outcome, its name there.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The unrounded number.
    pub value: f64,
    /// What it measures.
    pub unit: Unit,
    /// Dotted path in the outcome, such as `levers.both`.
    pub name: Option<Cow<'static, str>>,
    /// Low and high, shown in place of the value.
    pub range: Option<(f64, f64)>,
    /// Shown with a plus if above zero.
    pub signed: bool,
}

impl Figure {
    /// A figure of any unit.
    pub const fn new(value: f64, unit: Unit) -> Self {
        Self {
            value,
            unit,
            name: None,
            range: None,
            signed: false,
        }
    }

    /// An amount to two significant figures.
    pub const fn money(value: f64) -> Self {
        Self::new(value, Unit::Money)
    }

    /// An amount as on a bill.
    pub const fn money_exact(value: f64) -> Self {
        Self::new(value, Unit::MoneyExact)
    }

    /// A service level in points.
    #[must_use]
    pub const fn level(value: f64) -> Self {
        Self::new(value, Unit::Level)
    }

    /// Points where tenths matter.
    pub const fn points(value: f64) -> Self {
        Self::new(value, Unit::Points)
    }

    /// A share of 1.
    pub const fn share(value: f64) -> Self {
        Self::new(value, Unit::Share)
    }

    /// How many, rounded.
    pub const fn count(value: f64) -> Self {
        Self::new(value, Unit::Count)
    }

    /// A plain number with at most so many decimals.
    pub const fn number(value: f64, decimals: u8) -> Self {
        Self::new(value, Unit::Number(decimals))
    }

    /// A whole number, in full.
    pub const fn integer(value: f64) -> Self {
        Self::new(value, Unit::Integer)
    }

    /// With its dotted path in the outcome.
    #[must_use]
    pub fn named(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Shown as a range; the value stays what machines read.
    #[must_use]
    pub const fn range(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }

    /// With a plus if above zero.
    #[must_use]
    pub const fn signed(mut self) -> Self {
        self.signed = true;
        self
    }

    /// The lowest and the highest number shown: twice the value if there is no range.
    pub fn ends(&self) -> (f64, f64) {
        self.range.unwrap_or((self.value, self.value))
    }

    /// How it is written.
    pub fn style(&self) -> Style {
        let (measure, digits, compact) = match self.unit {
            Unit::Money => (Measure::Currency, Digits::Significant(2), true),
            Unit::MoneyExact => {
                let (low, high) = self.ends();
                let whole = |value: f64| (value * 100.0).round() == value.round() * 100.0;
                let decimals = if whole(low) && whole(high) { 0 } else { 2 };
                (
                    Measure::Currency,
                    Digits::Decimals(decimals, decimals),
                    false,
                )
            }
            Unit::Level => (Measure::Plain, Digits::Significant(2), false),
            Unit::Points => (Measure::Plain, Digits::Decimals(0, 1), false),
            Unit::Share => (Measure::Percent, Digits::Significant(2), false),
            Unit::Count => (Measure::Plain, Digits::Significant(2), true),
            Unit::Number(decimals) => (Measure::Plain, Digits::Decimals(0, decimals), false),
            Unit::Integer => (Measure::Plain, Digits::Decimals(0, 0), false),
        };
        Style {
            measure,
            digits,
            compact,
            signed: self.signed,
        }
    }
}

impl Style {
    /// The value, but plain zero if its digits would show nothing else: no "-0".
    pub(super) fn settled(self, value: f64) -> f64 {
        let seen = match self.digits {
            Digits::Significant(_) => value != 0.0,
            // Half a unit of the last decimal rounds away from zero and is seen.
            Digits::Decimals(_, most) => (value * 10f64.powi(most.into())).abs() >= 0.5,
        };
        if seen { value } else { 0.0 }
    }
}
