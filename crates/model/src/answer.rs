//! The model without a screen: a capability, its input as JSON, the answer as JSON.

use crate::{
    Counter, Inputs, Money, Orders, Queue, Raise, SEED, Tables, assessment, backtest, beliefs,
    evaluate, forecast, gestures, idea, neighbours, queue, repricing, sales, scale, tornado,
    treadmill, uncertainty, waiting,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

type Object = serde_json::Map<String, Value>;

/// What can be asked.
pub const CAPABILITIES: &[&str] = &[
    "assessment",
    "backtest",
    "beliefs",
    "forecast",
    "gestures",
    "idea",
    "neighbours",
    "outcome",
    "queue",
    "repricing",
    "sales",
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
    idea: Object,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draws {
    draws: f64,
}

/// What is asked about a queue beside the counter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Care {
    #[serde(default)]
    extra_minutes: f64,
    peak_share: Option<f64>,
}

/// A queue, and what it costs the business that it belongs to.
#[derive(Serialize)]
struct Waiting {
    #[serde(flatten)]
    queue: Queue,
    money: Money,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Answers `capability` for an input in the form of the golden cases.
///
/// # Errors
/// A sentence that names the field and what is wrong with it.
pub fn answer(capability: &str, input: &str, tables: &Tables) -> Result<String, String> {
    match capability {
        // Read as a mere object, a field given twice would not be noticed.
        "outcome" => match read::<Inputs>(input) {
            Ok(business) => show(evaluate(&business, tables)),
            Err(error) => match read::<Object>(input) {
                Ok(given) if given.contains_key("parameters") => outcome(given, tables),
                _ => Err(error),
            },
        },
        "assessment" => show(assessment(&read(input)?, tables)),
        "neighbours" => show(neighbours(&read(input)?, tables)),
        "tornado" => show(tornado(&read(input)?, tables)),
        "queue" => line(input, tables),
        "beliefs" => show(beliefs(&read_business(input)?, tables)),
        "repricing" => show(repricing(&read_business(input)?, tables)),
        "backtest" => {
            let Nothing {} = read(input)?;
            show(backtest(tables))
        }
        "scale" => show(scale(&read::<Orders>(input)?, tables)),
        // Too short a time and a question about the file are answers too: see `sales::Input`.
        "sales" => written(&read::<sales::Input>(input)?.answer()?),
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
            let tested = located("idea", Value::Object(asked.idea))?;
            show(idea(&business, &tested, tables))
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

/// The outcome of a business, by the tables with its own `parameters` in place.
fn outcome(mut business: Object, tables: &Tables) -> Result<String, String> {
    let mut tables = tables.clone();
    if let Some(given) = business.remove("parameters") {
        let segment = business.get("segment").and_then(Value::as_str);
        let segment = segment.unwrap_or(&Tables::built_in().start.segment);
        let given: BTreeMap<String, f64> = located("parameters", given)?;
        for (id, value) in given {
            if !tables.set_parameter(segment, &id, value) {
                return Err(format!("parameters.{id}: no such parameter"));
            }
        }
        let checked = tables.check();
        checked.map_err(|error| format!("parameters: {error}"))?;
    }
    show(evaluate(&located("", Value::Object(business))?, &tables))
}

/// A queue; with a business also what it costs that, and what extra minutes of care do.
fn line(input: &str, tables: &Tables) -> Result<String, String> {
    let mut counter = match read::<Object>(input) {
        Ok(given) if given.contains_key("business") => given,
        // Read as a mere object, a field given twice would not be noticed.
        _ => return show(queue(&read::<Counter>(input)?, tables)),
    };
    let mut care = Object::new();
    for field in ["extra_minutes", "peak_share"] {
        care.extend(counter.remove_entry(field));
    }
    let business = match counter.remove("business") {
        Some(Value::Object(business)) => located("business", Value::Object(business))?,
        _ => return Err("business: an object { … } expected".to_owned()),
    };
    let counter: Counter = located("", Value::Object(counter))?;
    let care: Care = located("", Value::Object(care))?;
    let found = queue(&counter, tables).map_err(|error| error.to_string())?;
    let money = waiting(
        &business,
        &counter,
        care.extra_minutes,
        care.peak_share,
        tables,
    );
    show(money.map(|money| Waiting {
        queue: found,
        money,
    }))
}

/// A business alone in an object.
fn read_business(input: &str) -> Result<Inputs, String> {
    let (business, Nothing {}) = read_of(input)?;
    Ok(business)
}

fn read<T: DeserializeOwned>(input: &str) -> Result<T, String> {
    if !input.trim_start().starts_with('{') && !input.trim_start().is_empty() {
        return Err("an object { … } expected".to_owned()); // Or a list would pass for its fields.
    }
    let mut reader = serde_json::Deserializer::from_str(input);
    let value = located("", &mut reader)?;
    reader.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// A business and what is asked about it, side by side in one object.
fn read_of<T: DeserializeOwned>(input: &str) -> Result<(Inputs, T), String> {
    let mut asked: Object = read(input)?;
    let business = match asked.remove("business") {
        Some(Value::Object(business)) => located("business", Value::Object(business))?,
        Some(_) => return Err("business: an object { … } expected".to_owned()),
        None => return Err("business: missing".to_owned()),
    };
    Ok((business, located("", Value::Object(asked))?))
}

/// Reads `from`, which stands at `place`; a fault names its own place.
fn located<'a, T: DeserializeOwned, D>(place: &str, from: D) -> Result<T, String>
where
    D: Deserializer<'a, Error = serde_json::Error>,
{
    serde_path_to_error::deserialize(from).map_err(|error| {
        let path = error.path().to_string();
        let mut parts = vec![place, path.trim_start_matches('.')];
        parts.retain(|part| !part.is_empty());
        match parts.join(".").as_str() {
            "" => error.inner().to_string(),
            place => format!("{place}: {}", error.inner()),
        }
    })
}

fn show<T: Serialize>(answer: Result<T, crate::InputError>) -> Result<String, String> {
    written(&answer.map_err(|error| error.to_string())?)
}

fn written<T: Serialize>(answer: &T) -> Result<String, String> {
    serde_json::to_string_pretty(answer).map_err(|error| error.to_string())
}
