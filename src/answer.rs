//! The model without a screen: a capability, its input as JSON, the answer as JSON.

use crate::model::{
    Counter, Idea, Inputs, Orders, Raise, SEED, Tables, assessment, evaluate, forecast, gestures,
    idea, neighbours, queue, scale, tornado, treadmill, uncertainty,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

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
struct Of<T> {
    business: Inputs,
    #[serde(flatten)]
    rest: T,
}

#[derive(Deserialize)]
struct Years {
    years: f64,
    #[serde(default)]
    controlled: bool,
}

#[derive(Deserialize)]
struct One {
    cost_of_one: f64,
}

#[derive(Deserialize)]
struct Test {
    idea: Idea,
}

#[derive(Deserialize)]
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
            let asked: Of<Raise> = read(input)?;
            show(treadmill(&asked.business, &asked.rest, tables))
        }
        "forecast" => {
            let Of {
                business,
                rest: Years { years, controlled },
            } = read(input)?;
            show(forecast(&business, years, controlled, tables))
        }
        "gestures" => {
            let asked: Of<One> = read(input)?;
            show(gestures(&asked.business, asked.rest.cost_of_one, tables))
        }
        "idea" => {
            let asked: Of<Test> = read(input)?;
            show(idea(&asked.business, &asked.rest.idea, tables))
        }
        "uncertainty" => {
            let asked: Of<Draws> = read(input)?;
            show(uncertainty(&asked.business, asked.rest.draws, SEED, tables))
        }
        other => Err(format!(
            "no capability {other:?}; there are {}",
            CAPABILITIES.join(", ")
        )),
    }
}

fn read<T: DeserializeOwned>(input: &str) -> Result<T, String> {
    let mut reader = serde_json::Deserializer::from_str(input);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|fault| {
        match fault.path().to_string().as_str() {
            "." => fault.inner().to_string(),
            path => format!("{path}: {}", fault.inner()),
        }
    })?;
    reader.end().map_err(|fault| fault.to_string())?;
    Ok(value)
}

fn show<T: serde::Serialize>(
    answer: Result<T, crate::model::InputError>,
) -> Result<String, String> {
    let answer = answer.map_err(|fault| fault.to_string())?;
    serde_json::to_string_pretty(&answer).map_err(|fault| fault.to_string())
}
