//! What would have to be true for a level to be sufficient (section 16).

use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::Inputs;
use super::sufficient::Verdict;
use super::tables::{Parameters, Tables};

/// How closely the value needed is found, in the parameter's unit.
const CLOSE: f64 = 1e-9;

/// A parameter that may have to be another one, and how far it may go.
struct Belief {
    id: &'static str,
    end: f64,
    of: fn(&mut Parameters) -> &mut f64,
}

/// The parameters that may have to be others, in their order.
const BELIEFS: [Belief; 6] = [
    Belief {
        id: "premium_at_wow",
        end: 1.0,
        of: |p| &mut p.premium_at_wow,
    },
    Belief {
        id: "premium_lasting",
        end: 1.0,
        of: |p| &mut p.premium_lasting,
    },
    Belief {
        id: "delight_retention",
        end: 1.0,
        of: |p| &mut p.delight_retention,
    },
    Belief {
        id: "advocates",
        end: 1.0,
        of: |p| &mut p.advocates,
    },
    Belief {
        id: "habituation_share",
        end: 0.0,
        of: |p| &mut p.habituation_share,
    },
    Belief {
        id: "cost_exponent",
        end: 1.0,
        of: |p| &mut p.cost_exponent,
    },
];

/// What one parameter would have to be, in its unit.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Needed {
    /// Id of the parameter.
    pub id: &'static str,
    /// The value nearest to the central one with which the level is sufficient; the central one
    /// where it is already; none where no value is enough.
    pub needed: Option<f64>,
    /// The lowest plausible value.
    pub low: f64,
    /// The central value.
    pub value: f64,
    /// The highest plausible value.
    pub high: f64,
    /// Whether the value needed lies within the plausible range.
    pub inside: bool,
}

/// What would have to be true.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Beliefs {
    /// The level it is about, points: the present one where that is too much, else a WOW.
    pub level: f64,
    /// Whether that level is sufficient as things are.
    pub holds: bool,
    /// What each parameter would have to be, the others central.
    pub rows: Vec<Needed>,
}

/// What would have to be true for the present level, where it is too much, or else for a WOW, to
/// be no worse than any lower level.
///
/// # Errors
/// As [`super::evaluate`].
pub fn beliefs(inputs: &Inputs, tables: &Tables) -> Result<Beliefs, InputError> {
    let firm = Calibrated::of(inputs, tables)?;
    let over = firm
        .sufficient(firm.business.consistency)
        .verdict(firm.level)
        == Verdict::Over;
    let level = if over { firm.level } else { firm.wow() };
    let holds = firm.is_enough(level);
    let segment = super::business::segment_of(inputs, tables)?;
    let rows = BELIEFS.iter().filter_map(|belief| {
        let own = segment.parameter(belief.id).map(|row| row.range);
        let range = own.or(tables.parameter(belief.id).map(|row| row.range))?;
        let needed = if holds {
            Some(range.value)
        } else {
            firm.needed(belief, level)
        };
        Some(Needed {
            id: belief.id,
            needed,
            low: range.low,
            value: range.value,
            high: range.high,
            inside: needed.is_some_and(|value| range.low <= value && value <= range.high),
        })
    });
    Ok(Beliefs {
        level,
        holds,
        rows: rows.collect(),
    })
}

impl Calibrated {
    /// Whether no lower level is worth more than this one by more than the tolerance.
    fn is_enough(&self, level: f64) -> bool {
        let k = self.business.consistency;
        let enough = self.yearly(level, k).value() + self.tolerance();
        self.best_below(level, k).is_none_or(|best| enough >= best)
    }

    /// The value of one parameter, nearest to the one in force, with which a level is enough that
    /// is not yet; all else is fitted anew.
    fn needed(&self, belief: &Belief, level: f64) -> Option<f64> {
        let with = |value| {
            let mut parameters = self.parameters;
            *(belief.of)(&mut parameters) = value;
            Self::new(self.business, parameters, self.constants)
        };
        let mut parameters = self.parameters;
        let (mut short, mut enough) = (*(belief.of)(&mut parameters), belief.end);
        if !with(enough).is_enough(level) {
            return None;
        }
        while (enough - short).abs() > CLOSE {
            let middle = 0.5 * (short + enough);
            if with(middle).is_enough(level) {
                enough = middle;
            } else {
                short = middle;
            }
        }
        Some(enough)
    }
}
