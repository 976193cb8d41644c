//! The tables of `data/`: every number the model takes from outside.

use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A text of a table: borrowed when built in, owned when read from a config.
pub type Text = Cow<'static, str>;
/// How the evidence of a row begins that is not in `data/evidence.json`, but told by the owner of a
/// site; the source follows in words.
pub const OWN_SOURCE: &str = "own:";
/// The rows of a table.
pub type Rows<T> = Cow<'static, [T]>;

/// A central value and the range in which it plausibly lies: low ≤ value ≤ high.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Range {
    /// The central value, which the figures are computed with.
    pub value: f64,
    /// The lowest plausible value.
    pub low: f64,
    /// The highest plausible value.
    pub high: f64,
}

/// How a parameter is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize, serde::Serialize),
    serde(rename_all = "lowercase")
)]
pub enum Class {
    /// A published measurement of this very quantity.
    Measured,
    /// Computed from measurements.
    Derived,
    /// No published constant exists; shown as an assumption.
    Assumption,
}

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

/// Whose customers a segment serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Market {
    /// Consumers.
    B2c,
    /// Businesses.
    B2b,
    /// Public bodies.
    B2g,
}

/// A market segment at the standard tier.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Segment {
    /// Stable id.
    pub id: Text,
    /// Whose customers it serves.
    pub market: Market,
    /// Which everyday examples its ladder uses.
    pub kind: Text,
    /// Example: customers a year.
    pub customers: f64,
    /// Expected service level, points 0–100.
    pub expected: Range,
    /// Share of customers kept per year at typical service.
    pub retention: Range,
    /// Purchases per customer per year.
    pub purchases: f64,
    /// Share of revenue, before the cost of service staff.
    pub gross_margin: Range,
    /// Share of revenue.
    pub cost_to_serve: f64,
    /// Example: average cheque in US dollars.
    pub cheque_usd: f64,
    /// Ids in `data/evidence.json`.
    pub evidence: Rows<Text>,
    /// Replaces the parameter of the same name where the segment has been measured itself.
    #[cfg_attr(feature = "json", serde(default))]
    pub reputation_per_star: Option<Range>,
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

    /// The central value of every parameter.
    #[must_use]
    pub fn values(&self) -> Parameters {
        let mut values = [0.0; PARAMETER_COUNT];
        for (value, row) in values.iter_mut().zip(self.parameters.iter()) {
            *value = row.range.value;
        }
        Parameters::from_values(&values)
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

    /// The factor of a currency's example amounts, 1 for an unknown one.
    #[must_use]
    pub fn example_factor(&self, currency: &str) -> f64 {
        let row = self.currencies.iter().find(|row| row.code == currency);
        row.map_or(1.0, |row| row.example_factor)
    }
}
