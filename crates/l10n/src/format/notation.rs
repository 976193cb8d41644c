//! How a language writes numbers: what `format` and `plurals` of its file in `locales/` say.
//! Native only: the page asks the browser, which knows every language.

use super::Plural;

include!(concat!(env!("OUT_DIR"), "/notations.rs"));

/// How a language writes numbers. A pattern is what stands before and after the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// The tag of the language.
    pub language: &'static str,
    /// Before the decimals.
    pub decimal: &'static str,
    /// Between thousands.
    pub group: &'static str,
    /// From how many digits before the point they are grouped.
    pub grouped_from: i32,
    /// Short forms of large numbers, from which power of ten on; the smallest first.
    pub compact: &'static [(i32, Pattern)],
    /// A share in percent.
    pub percent: Pattern,
    /// An amount; `¤` stands for the sign of the currency.
    pub currency: Pattern,
    /// Currencies that have a sign here, by code; the others are written as their code.
    pub signs: &'static [(&'static str, &'static str)],
    /// When a number takes which category; "other" where no rule holds.
    pub plurals: &'static [(Plural, Rule)],
}

/// What stands before and after a number.
pub type Pattern = (&'static str, &'static str);

/// A plural rule of the Unicode CLDR: any of the lists must hold in full.
pub type Rule = &'static [&'static [Relation]];

/// A condition of a rule, such as `i % 10 = 2..4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Which property of the number.
    pub operand: Operand,
    /// What is left of it when divided by this.
    pub modulus: Option<u64>,
    /// Whether it must lie within the ranges, or must not.
    pub within: bool,
    /// First and last number of each range.
    pub ranges: &'static [(u64, u64)],
}

/// Properties of a number that rules ask for, by their letters in the CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The number itself.
    N,
    /// Its whole part.
    I,
    /// How many decimals are shown.
    V,
    /// How many are, without zeros at the end.
    W,
    /// The decimals shown, as a whole number.
    F,
    /// The same without zeros at the end.
    T,
    /// The power of ten of a compact form: never asked of those.
    E,
}

/// A number as it is shown, in what plural rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operands {
    /// The whole part.
    pub whole: u64,
    /// How many decimals are shown.
    pub decimals: u64,
    /// The decimals shown, as a whole number.
    pub fraction: u64,
    /// How many decimals there are without zeros at the end.
    pub kept_decimals: u64,
    /// The decimals without zeros at the end, as a whole number.
    pub kept_fraction: u64,
}

impl Notation {
    /// The notation of a language tag; a regional one falls back to its language, an unknown
    /// one to the reference.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        let named = |tag: &str| NOTATIONS.iter().find(|notation| notation.language == tag);
        let [reference, ..] = &NOTATIONS;
        named(tag)
            .or_else(|| named(tag.split('-').next()?))
            .unwrap_or(reference)
    }

    /// The plural category of a number.
    #[must_use]
    pub fn category(&self, number: &Operands) -> Plural {
        let holds = |rule: Rule| {
            rule.iter()
                .any(|all| all.iter().all(|relation| relation.holds(number)))
        };
        let found = self.plurals.iter().find(|(_, rule)| holds(rule));
        found.map_or(Plural::Other, |(category, _)| *category)
    }
}

impl Relation {
    fn holds(&self, number: &Operands) -> bool {
        let value = match self.operand {
            // A number with a fraction equals no whole one.
            Operand::N if number.kept_fraction > 0 => return !self.within,
            Operand::N | Operand::I => number.whole,
            Operand::V => number.decimals,
            Operand::W => number.kept_decimals,
            Operand::F => number.fraction,
            Operand::T => number.kept_fraction,
            Operand::E => 0,
        };
        let value = self.modulus.map_or(value, |modulus| value % modulus);
        let within = |(first, last): &(u64, u64)| (*first..=*last).contains(&value);
        self.ranges.iter().any(within) == self.within
    }
}
