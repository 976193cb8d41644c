//! What was published and the model is compared with: `data/backtest.json` as Rust code. The file's
//! figures of the model are for the tests: the model computes its own.

use super::{number, optional_number, text};
use serde_json::Value;

/// The constant `OBSERVATIONS`, in the order of the file.
pub fn constant(source: &Value) -> Result<String, String> {
    let rows = source.as_array().ok_or("data: backtest is no list")?;
    let items: Result<Vec<_>, String> = rows.iter().map(row).collect();
    Ok(format!(
        "static OBSERVATIONS: &[Observation] = &[\n{}\n];\n",
        items?.join(",\n")
    ))
}

fn row(row: &Value) -> Result<String, String> {
    let none = Value::Null;
    let input = row.get("input").unwrap_or(&none);
    let published = row.get("published").unwrap_or(&none);
    let measure = match text(row, "measure")?.as_str() {
        "retention_assumed" => "RetentionAssumed",
        "logit_drop" => "LogitDrop",
        "revenue_at_risk" => "RevenueAtRisk",
        "dissatisfied" => "Dissatisfied",
        "termination_elasticity" => "TerminationElasticity",
        "wow_cost_share" => "WowCostShare",
        "service_share_of_leaving" => "ServiceShareOfLeaving",
        "attrition_difference" => "AttritionDifference",
        other => return Err(format!("data: measure `{other}` in {row}")),
    };
    let segments = one_or_more(input, "segment")?;
    if segments.is_empty() {
        return Err(format!("data: no segment in {row}"));
    }
    let levels = one_or_more(input, "level")?;
    let rung = match input.get("rung") {
        Some(_) => format!("Some({:?})", text(input, "rung")?),
        None => "None".to_owned(),
    };
    Ok(format!(
        "Observation {{ id: {:?}, evidence: {:?}, measure: Measure::{measure}, \
         segments: &{}, rung: {rung}, levels: &{}, consistency: {}, value: {:?}, low: {}, high: {} }}",
        text(row, "id")?,
        text(row, "evidence")?,
        texts(&segments)?,
        numbers(&levels)?,
        optional_number(input, "consistency")?,
        number(published, "value")?,
        optional_number(published, "low")?,
        optional_number(published, "high")?,
    ))
}

fn texts(values: &[Value]) -> Result<String, String> {
    let texts: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
    Ok(format!("{:?}", texts.ok_or("data: a text expected")?))
}

fn numbers(values: &[Value]) -> Result<String, String> {
    let numbers: Option<Vec<f64>> = values.iter().map(Value::as_f64).collect();
    Ok(format!("{:?}", numbers.ok_or("data: a number expected")?))
}

/// What stands under `key`, or the list under its plural.
fn one_or_more(input: &Value, key: &str) -> Result<Vec<Value>, String> {
    let plural = format!("{key}s");
    match (input.get(key), input.get(&plural)) {
        (Some(one), None) => Ok(vec![one.clone()]),
        (None, Some(Value::Array(more))) => Ok(more.clone()),
        (None, None) => Ok(Vec::new()),
        _ => Err(format!("data: `{key}` or a list `{plural}` in {input}")),
    }
}
