//! A number of the tables, as people read and change it.

use super::super::answer::Answer;
use crate::session::Scaler;
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};
use model::{Class, Range, Tables, Text};

/// A number of the tables.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterView {
    /// Its id in the tables.
    pub id: Text,
    /// What it is.
    pub label: Message,
    /// Its symbol in the formulas.
    pub symbol: Text,
    /// What its number counts: percent, points, customers.
    pub unit: Message,
    /// How a number in the model's unit is shown.
    pub scaler: Scaler,
    /// Measured, derived or assumed.
    pub class: Class,
    /// The number in force, as shown.
    pub value: Figure,
    /// The number of the tables, as shown.
    pub given: Figure,
    /// Lowest plausible number, as shown.
    pub low: Figure,
    /// Highest plausible number, as shown.
    pub high: Figure,
    /// Whether the user has changed it.
    pub changed: bool,
    /// Whether it is the segment's own, in the place of the general one.
    pub of_segment: bool,
    /// Its range in the model's unit.
    range: Range,
    /// Ids of its evidence.
    pub evidence: Vec<Text>,
}

/// Units in which a number is shown as it is kept; in any other it is a ratio, shown in a hundredth.
const AS_KEPT: [&str; 5] = [
    "points",
    "points per year",
    "elasticity",
    "exponent",
    "variance of the frailty",
];

/// How a number in a unit of the tables is shown: in which words, and how scaled for them. A unit
/// without words is shown as it stands there, and so is its number.
#[must_use]
pub fn shown_in(unit: &Text) -> (Message, Scaler) {
    match say::unit(&unit.replace(' ', "_")) {
        Some(words) if AS_KEPT.contains(&unit.as_ref()) => (words, Scaler::NONE),
        Some(words) => (words, Scaler::HUNDRED),
        None => (Message::from(unit.to_string()), Scaler::NONE),
    }
}

/// A number as a parameter's field shows it.
#[must_use]
pub fn in_parameter(value: f64, scaler: Scaler) -> Figure {
    Figure::new(scaler.shown(value), Unit::Number(3))
}

/// The style of a class's badge, and what it is called.
#[must_use]
pub fn class_name(class: Class) -> (&'static str, Message) {
    let id = match class {
        Class::Measured => "measured",
        Class::Derived => "derived",
        Class::Assumption => "assumption",
    };
    (id, say::class(id).unwrap_or_else(|| Message::from(id)))
}

impl ParameterView {
    /// The parameter of this id as it is in force in an answer; none where there is no such one.
    #[must_use]
    pub fn new(id: &str, answer: &Answer, tables: &Tables) -> Option<Self> {
        let row = tables.parameter(id)?;
        let segment = answer.entries.segment_row(tables);
        let own = segment.and_then(|segment| segment.parameter(id));
        let range = own.map_or(row.range, |own| own.range);
        let value = answer.entries.parameter(id, tables)?;
        let (unit, scaler) = shown_in(&row.unit);
        let shown = |value| in_parameter(value, scaler);
        Some(Self {
            id: row.id.clone(),
            label: say::parameter(id).unwrap_or_else(|| Message::from(id.to_owned())),
            symbol: row.symbol.clone(),
            unit,
            scaler,
            class: own.map_or(row.class, |own| own.class),
            value: shown(value),
            given: shown(range.value),
            low: shown(range.low),
            high: shown(range.high),
            changed: value != range.value,
            of_segment: own.is_some(),
            range,
            evidence: own.map_or(&row.evidence, |own| &own.evidence).to_vec(),
        })
    }

    /// The number entered, in the model's unit, if it lies in the range; none: as in the tables.
    ///
    /// # Errors
    /// It lies outside.
    pub fn entry(&self, shown: f64) -> Result<Option<f64>, Message> {
        let error = || {
            say::ExplainError {
                low: self.low.clone(),
                high: self.high.clone(),
            }
            .into()
        };
        let range = self.range;
        // What is typed as an end of the range is that end, whatever the scaling made of its digits.
        let meant = [range.value, range.low, range.high];
        let near = |end: &f64| (self.scaler.shown(*end) - shown).abs() < 1e-9;
        let value = meant
            .into_iter()
            .find(near)
            .unwrap_or(self.scaler.kept(shown));
        if !(range.low..=range.high).contains(&value) {
            return Err(error());
        }
        Ok((value != range.value).then_some(value))
    }
}
