//! `data/parameters.json`, `data/segments.json` and `data/backtest.json` as Rust constants.
//!
//! The structs `Parameters` and `Constants` are written from the tables, so a number exists in
//! exactly one place and its documentation (unit, range, class) is the table's own.

mod constants;
mod observations;
mod parameters;
mod segments;

use serde_json::{Map, Value};
use std::{env, fs, path::Path};

/// Writes `tables.rs` into cargo's output folder.
pub fn generate() -> Result<(), String> {
    let parameters = read("data/parameters.json")?;
    let segments = read("data/segments.json")?;
    let observations = read("data/backtest.json")?;
    let mut code = String::new();
    for part in [
        parameters::definition(&parameters),
        constants::definition(&parameters),
        tables_constant(&parameters, &segments),
        observations::constant(&observations),
    ] {
        code += &part?;
    }
    let folder = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    fs::write(Path::new(&folder).join("tables.rs"), code).map_err(|e| e.to_string())
}

fn read(path: &str) -> Result<Value, String> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    serde_json::from_str(&text).map_err(|e| format!("{path}: {e}"))
}

fn rows<'a>(table: &'a Value, key: &str) -> Result<&'a Vec<Value>, String> {
    table
        .get(key)
        .and_then(Value::as_array)
        .ok_or(format!("data: no list `{key}`"))
}

fn map<'a>(table: &'a Value, key: &str) -> Result<&'a Map<String, Value>, String> {
    table
        .get(key)
        .and_then(Value::as_object)
        .ok_or(format!("data: no table `{key}`"))
}

fn text(row: &Value, key: &str) -> Result<String, String> {
    let found = row.get(key).and_then(Value::as_str);
    Ok(found
        .ok_or(format!("data: no text `{key}` in {row}"))?
        .to_owned())
}

fn number(row: &Value, key: &str) -> Result<f64, String> {
    row.get(key)
        .and_then(Value::as_f64)
        .ok_or(format!("data: no number `{key}` in {row}"))
}

fn quoted(row: &Value, key: &str) -> Result<String, String> {
    Ok(format!("Cow::Borrowed({:?})", text(row, key)?))
}

fn quoted_list(values: &[Value]) -> String {
    let items: Vec<_> = values
        .iter()
        .map(|v| format!("Cow::Borrowed({v})"))
        .collect();
    format!("Cow::Borrowed(&[{}])", items.join(", "))
}

fn range(row: &Value) -> Result<String, String> {
    Ok(format!(
        "Range {{ value: {:?}, low: {:?}, high: {:?} }}",
        number(row, "value")?,
        number(row, "low")?,
        number(row, "high")?
    ))
}

fn optional_number(row: &Value, key: &str) -> Result<String, String> {
    match row.get(key) {
        None | Some(Value::Null) => Ok("None".to_owned()),
        Some(_) => Ok(format!("Some({:?})", number(row, key)?)),
    }
}

fn class(row: &Value) -> Result<&'static str, String> {
    match text(row, "class")?.as_str() {
        "measured" => Ok("Measured"),
        "derived" => Ok("Derived"),
        "assumption" => Ok("Assumption"),
        other => Err(format!("data: class `{other}` in {row}")),
    }
}

/// `Cow::Borrowed(&[Kind { … }, …])` from the rows of a list.
fn list(
    source: &Value,
    key: &str,
    item: impl Fn(&Value) -> Result<String, String>,
) -> Result<String, String> {
    let items: Result<Vec<_>, _> = rows(source, key)?.iter().map(item).collect();
    Ok(format!("Cow::Borrowed(&[\n{}\n])", items?.join(",\n")))
}

fn tables_constant(source: &Value, segments: &Value) -> Result<String, String> {
    let parameters = list(source, "parameters", parameters::row)?;
    let constants = constants::values(source)?;
    let inputs = list(source, "inputs", |row| {
        let (slider, around) = match row.get("slider_around_example") {
            Some(around) => (around, true),
            None => (row.get("slider").unwrap_or(&Value::Null), false),
        };
        let end = |i: usize| {
            let end = slider.get(i).and_then(Value::as_f64);
            end.ok_or(format!("data: no slider in {row}"))
        };
        let scale = match text(row, "scale")?.as_str() {
            "log" => "Log",
            "log1p" => "Log1p",
            "linear" => "Linear",
            other => return Err(format!("data: scale `{other}` in {row}")),
        };
        let example = row.get("example").and_then(Value::as_f64);
        Ok(format!(
            "InputRange {{ id: {}, min: {:?}, max: {:?}, slider: ({:?}, {:?}), slider_around_example: {around}, scale: Scale::{scale}, example: {example:?} }}",
            quoted(row, "id")?,
            number(row, "min")?,
            number(row, "max")?,
            end(0)?,
            end(1)?,
        ))
    })?;
    let tiers = list(source, "tiers", |row| {
        let ratio = number(row, "price_ratio")?;
        Ok(format!(
            "Tier {{ id: {}, price_ratio: {ratio:?} }}",
            quoted(row, "id")?
        ))
    })?;
    let ladder = list(source, "ladder", |row| {
        let offset = number(row, "offset")?;
        Ok(format!(
            "Rung {{ id: {}, offset: {offset:?} }}",
            quoted(row, "id")?
        ))
    })?;
    let dimensions = list(source, "dimensions", |row| {
        let weight = number(row, "weight")?;
        Ok(format!(
            "Dimension {{ id: {}, weight: {weight:?} }}",
            quoted(row, "id")?
        ))
    })?;
    let practices = list(source, "practices", |row| {
        Ok(format!(
            "Practice {{ id: {}, dimension: {}, stage: {} }}",
            quoted(row, "id")?,
            quoted(row, "dimension")?,
            quoted(row, "stage")?
        ))
    })?;
    let signs = quoted_list(rows(source, "signs")?);
    let mut currencies = Vec::new();
    for (code, factor) in map(source, "example_currency_factors")? {
        let factor = factor.as_f64().ok_or(format!("data: currency {code}"))?;
        currencies.push(format!(
            "Currency {{ code: Cow::Borrowed({code:?}), example_factor: {factor:?} }}"
        ));
    }
    let start = source.get("start").ok_or("data: no `start`")?;
    let mut start_currencies = Vec::new();
    for (language, code) in map(start, "currency")? {
        start_currencies.push(format!(
            "(Cow::Borrowed({language:?}), Cow::Borrowed({code}))"
        ));
    }
    let segments = list(segments, "segments", segments::row)?;
    Ok(format!(
        "static BUILT_IN: Tables = Tables {{\nparameters: {parameters},\nconstants: Constants {{\n{constants}}},\n\
         inputs: {inputs},\ntiers: {tiers},\nladder: {ladder},\ndimensions: {dimensions},\npractices: {practices},\n\
         signs: {signs},\ncurrencies: Cow::Borrowed(&[{}]),\n\
         start: Start {{ segment: {}, tier: {}, consistency: {:?}, currency: Cow::Borrowed(&[{}]) }},\n\
         segments: {segments},\n}};\n",
        currencies.join(", "),
        quoted(start, "segment")?,
        quoted(start, "tier")?,
        number(start, "consistency")?,
        start_currencies.join(", "),
    ))
}
