//! The tables of `data/`: every number the model takes from outside.

use super::observation::{Measure, Observation};
use super::range::{Class, Range, Rows, Text};
use super::segment::{Market, QueueExample, Segment, SegmentParameter};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A row of `parameters`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Parameter {
    /// Stable id, also the field of [`Parameters`].
    pub id: Text,
    /// Its symbol in the formulas.
    pub symbol: Text,
    /// Value and plausible range.
    #[cfg_attr(feature = "json", serde(flatten))]
    pub range: Range,
    /// What its number counts.
    pub unit: Text,
    /// How it is known.
    pub class: Class,
    /// Ids in `data/evidence.json`.
    pub evidence: Rows<Text>,
}

/// A price tier: a named ratio to the standard tier's price.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Tier {
    /// Stable id.
    pub id: Text,
    /// Times the standard tier's price.
    pub price_ratio: f64,
}

/// A rung of the ladder, from terrible to unbelievable.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Rung {
    /// Stable id.
    pub id: Text,
    /// Points above the segment's expected level.
    pub offset: f64,
}

/// A dimension of service quality.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Dimension {
    /// Stable id.
    pub id: Text,
    /// Share of the overall score; all sum to 1.
    pub weight: f64,
}

/// One of the practices of the self-assessment.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Practice {
    /// Stable id.
    pub id: Text,
    /// Id of its dimension.
    pub dimension: Text,
    /// Stage of the customer's way: choosing, buying or after.
    pub stage: Text,
}

/// How a slider's travel maps to its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Scale {
    /// Evenly.
    Linear,
    /// By ratio.
    Log,
    /// By ratio of one plus the value, so that it starts at zero.
    Log1p,
}

/// The valid range of an input and the travel of its slider, both in the input's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct InputRange {
    /// The input's id.
    pub id: Text,
    /// Smallest valid value.
    pub min: f64,
    /// Largest valid value.
    pub max: f64,
    /// Ends of the slider.
    pub slider: (f64, f64),
    /// Whether the slider's ends are multiples of the segment's example.
    pub slider_around_example: bool,
    /// How the slider's travel maps to the value.
    pub scale: Scale,
    /// An example, where no segment gives one; amounts in US dollars.
    pub example: Option<f64>,
}

/// A currency that examples can be shown in.
#[derive(Clone, Debug, PartialEq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: Text,
    /// Scales example amounts given in US dollars; no exchange rate.
    pub example_factor: f64,
}

/// What a first visitor meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// Segment id.
    pub segment: Text,
    /// Tier id.
    pub tier: Text,
    /// Share 0–1.
    pub consistency: f64,
    /// Currency code by language.
    pub currency: Rows<(Text, Text)>,
}

/// All tables together.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// The uncertain numbers, in the order of the fields of [`Parameters`].
    pub parameters: Rows<Parameter>,
    /// The numbers that are chosen, not measured: they have no range.
    pub constants: Constants,
    /// Valid ranges of the inputs.
    pub inputs: Rows<InputRange>,
    /// Price tiers, cheapest first.
    pub tiers: Rows<Tier>,
    /// The ladder, lowest first.
    pub ladder: Rows<Rung>,
    /// Dimensions of service quality.
    pub dimensions: Rows<Dimension>,
    /// Practices of the self-assessment.
    pub practices: Rows<Practice>,
    /// Signs of a service system.
    pub signs: Rows<Text>,
    /// Currencies.
    pub currencies: Rows<Currency>,
    /// The first state.
    pub start: Start,
    /// Market segments.
    pub segments: Rows<Segment>,
}

impl Tables {
    /// The tables this build was made with.
    #[must_use]
    pub fn built_in() -> &'static Tables {
        &BUILT_IN
    }

    /// What was published and the model is compared with.
    #[must_use]
    pub fn observations() -> &'static [Observation] {
        OBSERVATIONS
    }

    /// The range of every parameter at a segment, in the order of the table: the segment's own
    /// where it has one.
    #[must_use]
    pub fn ranges(&self, segment: &Segment) -> [Range; PARAMETER_COUNT] {
        let mut ranges = [Range::default(); PARAMETER_COUNT];
        for (range, row) in ranges.iter_mut().zip(self.parameters.iter()) {
            *range = segment
                .parameter(&row.id)
                .map_or(row.range, |own| own.range);
        }
        ranges
    }

    /// The central value of every parameter at a segment.
    #[must_use]
    pub fn values(&self, segment: &Segment) -> Parameters {
        Parameters::from_values(&self.ranges(segment).map(|range| range.value))
    }

    /// Puts a parameter's central value in place, for a segment that has it for itself too. Its
    /// range widens to hold it. Returns whether there is such a parameter.
    pub fn set_parameter(&mut self, segment: &str, id: &str, value: f64) -> bool {
        let set = |range: &mut Range| {
            range.value = value;
            (range.low, range.high) = (range.low.min(value), range.high.max(value));
        };
        let Some(row) = self.parameters.to_mut().iter_mut().find(|row| row.id == id) else {
            return false;
        };
        set(&mut row.range);
        let mut segments = self.segments.to_mut().iter_mut();
        let own = segments.find(|row| row.id == segment);
        let rows = own.into_iter().flat_map(|row| row.parameters.to_mut());
        for row in rows.filter(|row| row.id == id) {
            set(&mut row.range);
        }
        true
    }

    /// The segment of this id.
    #[must_use]
    pub fn segment(&self, id: &str) -> Option<&Segment> {
        self.segments.iter().find(|row| row.id == id)
    }

    /// The tier of this id.
    #[must_use]
    pub fn tier(&self, id: &str) -> Option<&Tier> {
        self.tiers.iter().find(|row| row.id == id)
    }

    /// The rung of this id.
    #[must_use]
    pub fn rung(&self, id: &str) -> Option<&Rung> {
        self.ladder.iter().find(|row| row.id == id)
    }

    /// The valid range of an input.
    #[must_use]
    pub fn input(&self, id: &str) -> Option<&InputRange> {
        self.inputs.iter().find(|row| row.id == id)
    }

    /// The parameter of this id.
    #[must_use]
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|row| row.id == id)
    }

    /// The average cheque of a segment, an example in a currency: roubles have examples of their
    /// own, the others are scaled from dollars.
    #[must_use]
    pub fn example_cheque(&self, segment: &Segment, currency: &str) -> f64 {
        match currency {
            "RUB" => segment.cheque_rub,
            other => segment.cheque_usd * self.example_factor(other),
        }
    }

    /// The factor of a currency's example amounts, 1 for an unknown one.
    #[must_use]
    pub fn example_factor(&self, currency: &str) -> f64 {
        let row = self.currencies.iter().find(|row| row.code == currency);
        row.map_or(1.0, |row| row.example_factor)
    }
}
