//! Inputs as flat JSON, the form of the golden cases and of the command line.

use super::error::InputError;
use super::inputs::{Consistency, Delivered, Inputs, Price, ids};
use super::range::Text;
use super::segment::Segment;
use super::survey::{MEASURED, Survey};
use super::tables::{Constants, Currency, InputRange, Scale, Start, Tables};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// [`Inputs`] with exclusive fields side by side.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct FlatInputs {
    segment: Option<String>,
    tier: Option<String>,
    price_ratio: Option<f64>,
    customers: Option<f64>,
    cheque: Option<f64>,
    purchases: Option<f64>,
    margin: Option<f64>,
    retention: Option<f64>,
    retention_of: Option<f64>,
    cost_to_serve: Option<f64>,
    rung: Option<String>,
    level: Option<f64>,
    practices: Option<BTreeMap<String, u8>>,
    dissatisfied_measured: Option<f64>,
    surveyed: Option<f64>,
    consistency: Option<f64>,
    signs: Option<BTreeMap<String, f64>>,
    enquiries: Option<f64>,
    conversion: Option<f64>,
}

impl FlatInputs {
    /// Of how many a retention was counted says nothing without the retention.
    fn counted(&self) -> Result<Option<f64>, InputError> {
        if self.retention_of.is_some() && self.retention.is_none() {
            return Err(InputError::Missing {
                field: "retention".into(),
            });
        }
        Ok(self.retention_of)
    }

    /// How many were asked says nothing without what they said.
    fn survey(&self) -> Result<Option<Survey>, InputError> {
        match (self.dissatisfied_measured, self.surveyed) {
            (None, Some(_)) => Err(InputError::Missing {
                field: MEASURED.into(),
            }),
            (share, surveyed) => Ok(share.map(|dissatisfied| Survey {
                dissatisfied,
                surveyed,
            })),
        }
    }
}

/// The only one that is given, or none.
fn only<T>(given: Vec<(&'static str, Option<T>)>) -> Result<Option<T>, InputError> {
    let mut given: Vec<_> = given
        .into_iter()
        .filter_map(|(field, value)| value.map(|value| (field, value)))
        .collect();
    if given.len() > 1 {
        let fields = given.iter().map(|(field, _)| *field).collect();
        return Err(InputError::Conflict { fields });
    }
    Ok(given.pop().map(|(_, value)| value))
}

/// Values by id in the order of a table, all of them and no others.
fn in_order<'a, T: Copy>(
    table: &'static str,
    order: impl Iterator<Item = &'a str>,
    given: &BTreeMap<String, T>,
) -> Result<Vec<T>, InputError> {
    let order: Vec<&str> = order.collect();
    if let Some(unknown) = given.keys().find(|id| !order.contains(&id.as_str())) {
        return Err(InputError::Unknown {
            field: table.into(),
            value: unknown.clone(),
            allowed: ids(order.into_iter()),
        });
    }
    let value = |id: &&str| {
        let value = given.get(*id).copied();
        value.ok_or_else(|| InputError::Missing {
            field: format!("{table}.{id}").into(),
        })
    };
    order.iter().map(value).collect()
}

impl TryFrom<FlatInputs> for Inputs {
    type Error = InputError;

    fn try_from(flat: FlatInputs) -> Result<Self, InputError> {
        let tables = Tables::built_in();
        let survey = flat.survey()?;
        let counted = flat.counted()?;
        let practices = flat.practices.as_ref().map(|given| {
            in_order(
                "practices",
                tables.practices.iter().map(|row| row.id.as_ref()),
                given,
            )
        });
        let signs = flat
            .signs
            .as_ref()
            .map(|given| in_order("signs", tables.signs.iter().map(AsRef::as_ref), given));
        let price = only(vec![
            ("tier", flat.tier.map(Price::Tier)),
            ("price_ratio", flat.price_ratio.map(Price::Ratio)),
        ])?;
        let delivered = only(vec![
            ("rung", flat.rung.map(Delivered::Rung)),
            ("level", flat.level.map(Delivered::Level)),
            (
                "practices",
                practices.transpose()?.map(Delivered::Practices),
            ),
            (MEASURED, survey.map(Delivered::Measured)),
        ])?;
        let consistency = only(vec![
            ("consistency", flat.consistency.map(Consistency::Share)),
            ("signs", signs.transpose()?.map(Consistency::Signs)),
        ])?;
        Ok(Self {
            segment: flat.segment,
            price: price.unwrap_or_default(),
            customers: flat.customers,
            cheque: flat.cheque,
            purchases: flat.purchases,
            margin: flat.margin,
            retention: flat.retention,
            retention_of: counted,
            cost_to_serve: flat.cost_to_serve,
            delivered: delivered.unwrap_or_default(),
            consistency: consistency.unwrap_or_default(),
            enquiries: flat.enquiries,
            conversion: flat.conversion,
        })
    }
}

impl<'de> Deserialize<'de> for Inputs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let flat = FlatInputs::deserialize(deserializer)?;
        flat.try_into().map_err(D::Error::custom)
    }
}

/// Writes pairs as a JSON object.
pub fn as_map<S: Serializer>(pairs: &[(String, f64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(id, value)| (id, value)))
}

/// Why tables could not be read.
#[derive(Debug)]
pub struct DamagedTable(String);

impl fmt::Display for DamagedTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DamagedTable {}

#[derive(Deserialize)]
struct ParametersFile {
    parameters: Vec<super::tables::Parameter>,
    constants: Constants,
    inputs: Vec<FlatRange>,
    start: FlatStart,
    example_currency_factors: BTreeMap<String, f64>,
    tiers: Vec<super::tables::Tier>,
    ladder: Vec<super::tables::Rung>,
    dimensions: Vec<super::tables::Dimension>,
    practices: Vec<super::tables::Practice>,
    signs: Vec<Text>,
}

#[derive(Deserialize)]
struct FlatRange {
    id: Text,
    min: f64,
    max: f64,
    slider: Option<(f64, f64)>,
    slider_around_example: Option<(f64, f64)>,
    scale: Scale,
    example: Option<f64>,
}

#[derive(Deserialize)]
struct FlatStart {
    segment: Text,
    tier: Text,
    consistency: f64,
    currency: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct SegmentsFile {
    segments: Vec<Segment>,
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, json: &str) -> Result<T, DamagedTable> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let table = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| DamagedTable(format!("{file}: {}: {}", error.path(), error.inner())))?;
    let end = reader.end();
    end.map_err(|error| DamagedTable(format!("{file}: {error}")))?;
    Ok(table)
}

impl Tables {
    /// Reads and checks tables in the form of `data/parameters.json` and `data/segments.json`.
    ///
    /// # Errors
    /// The file, the path in it and what is wrong there.
    pub fn from_json(parameters: &str, segments: &str) -> Result<Self, DamagedTable> {
        let file: ParametersFile = parse("parameters", parameters)?;
        let segments: SegmentsFile = parse("segments", segments)?;
        let mut inputs = Vec::new();
        for row in file.inputs {
            let around = row.slider_around_example;
            let slider = around.or(row.slider).ok_or_else(|| {
                DamagedTable(format!("parameters: inputs: {}: no slider", row.id))
            })?;
            inputs.push(InputRange {
                id: row.id,
                min: row.min,
                max: row.max,
                slider,
                slider_around_example: around.is_some(),
                scale: row.scale,
                example: row.example,
            });
        }
        let currencies = file.example_currency_factors.into_iter();
        let start_currencies = file.start.currency.into_iter();
        let tables = Self {
            parameters: file.parameters.into(),
            constants: file.constants,
            inputs: inputs.into(),
            tiers: file.tiers.into(),
            ladder: file.ladder.into(),
            dimensions: file.dimensions.into(),
            practices: file.practices.into(),
            signs: file.signs.into(),
            currencies: currencies
                .map(|(code, example_factor)| Currency {
                    code: code.into(),
                    example_factor,
                })
                .collect(),
            start: Start {
                segment: file.start.segment,
                tier: file.start.tier,
                consistency: file.start.consistency,
                currency: start_currencies
                    .map(|(language, code)| (Cow::Owned(language), Cow::Owned(code)))
                    .collect(),
            },
            segments: segments.segments.into(),
        };
        let checked = tables.check();
        checked.map_err(|error| DamagedTable(error.to_string()))?;
        Ok(tables)
    }
}
