//! The model without a screen: a capability, its input as JSON, the answer as JSON.

use crate::model::{
    Counter, Idea, Inputs, Orders, Raise, SEED, Tables, assessment, evaluate, forecast, gestures,
    idea, neighbours, queue, scale, tornado, treadmill, uncertainty,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// What can be asked.
pub const CAPABILITIES: [&str; 11] = [
    "assessment",
    "forecast",
    "gestures",
    "idea",
    "neighbours",
    "outcome",
    "queue",
    "scale",
    "tornado",
    "treadmill",
    "uncertainty",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Years {
    years: f64,
    #[serde(default)]
    controlled: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    cost_of_one: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    idea: Idea,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draws {
    draws: f64,
}

/// Answers `capability` for an input in the form of the golden cases.
///
/// # Errors
/// A sentence that names the field and what is wrong with it.
pub fn answer(capability: &str, input: &str, tables: &Tables) -> Result<String, String> {
    match capability {
        "outcome" => show(evaluate(&read(input)?, tables)),
        "assessment" => show(assessment(&read(input)?, tables)),
        "neighbours" => show(neighbours(&read(input)?, tables)),
        "tornado" => show(tornado(&read(input)?, tables)),
        "queue" => show(queue(&read::<Counter>(input)?, tables)),
        "scale" => show(scale(&read::<Orders>(input)?, tables)),
        "treadmill" => {
            let (business, raise) = read_of::<Raise>(input)?;
            show(treadmill(&business, &raise, tables))
        }
        "forecast" => {
            let (business, asked) = read_of::<Years>(input)?;
            show(forecast(&business, asked.years, asked.controlled, tables))
        }
        "gestures" => {
            let (business, asked) = read_of::<One>(input)?;
            show(gestures(&business, asked.cost_of_one, tables))
        }
        "idea" => {
            let (business, asked) = read_of::<Test>(input)?;
            show(idea(&business, &asked.idea, tables))
        }
        "uncertainty" => {
            let (business, asked) = read_of::<Draws>(input)?;
            show(uncertainty(&business, asked.draws, SEED, tables))
        }
        other => Err(format!(
            "no capability {other:?}; there are {}",
            CAPABILITIES.join(", ")
        )),
    }
}

fn read<T: DeserializeOwned>(input: &str) -> Result<T, String> {
    let mut reader = serde_json::Deserializer::from_str(input);
    let value = located("", &mut reader)?;
    reader.end().map_err(|fault| fault.to_string())?;
    Ok(value)
}

/// A business and what is asked about it, side by side in one object.
fn read_of<T: DeserializeOwned>(input: &str) -> Result<(Inputs, T), String> {
    let mut asked: serde_json::Map<String, Value> = read(input)?;
    let business = asked.remove("business").ok_or("business: missing")?;
    let business = located("business", business)?;
    Ok((business, located("", Value::Object(asked))?))
}

/// Reads `from`, which stands at `place`; a fault names its own place.
fn located<'a, T: DeserializeOwned, D>(place: &str, from: D) -> Result<T, String>
where
    D: Deserializer<'a, Error = serde_json::Error>,
{
    serde_path_to_error::deserialize(from).map_err(|fault| {
        let path = fault.path().to_string();
        let path = if path == "." { "" } else { &path };
        let dot = if place.is_empty() || path.is_empty() {
            ""
        } else {
            "."
        };
        let colon = if place.is_empty() && path.is_empty() {
            ""
        } else {
            ": "
        };
        format!("{place}{dot}{path}{colon}{}", fault.inner())
    })
}

fn show<T: serde::Serialize>(
    answer: Result<T, crate::model::InputError>,
) -> Result<String, String> {
    let answer = answer.map_err(|fault| fault.to_string())?;
    serde_json::to_string_pretty(&answer).map_err(|fault| fault.to_string())
}
