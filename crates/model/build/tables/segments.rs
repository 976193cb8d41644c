//! Market segments: rows of `segments` as Rust code.

use super::{class, map, number, quoted, quoted_list, range, rows, text};
use serde_json::Value;

/// A row as a value of the struct `Segment`.
pub fn row(row: &Value) -> Result<String, String> {
    let field = |key: &str| range(row.get(key).ok_or(format!("data: no `{key}` in {row}"))?);
    let market = match text(row, "market")?.as_str() {
        "b2c" => "B2c",
        "b2b" => "B2b",
        "b2g" => "B2g",
        other => return Err(format!("data: market `{other}` in {row}")),
    };
    Ok(format!(
        "Segment {{ id: {}, market: Market::{market}, kind: {}, customers: {:?}, expected: {}, retention: {}, \
         purchases: {:?}, contacts_per_purchase: {:?}, gross_margin: {}, cost_to_serve: {:?}, cheque_usd: {:?}, \
         cheque_rub: {:?}, evidence: {}, parameters: {}, queue: {} }}",
        quoted(row, "id")?,
        quoted(row, "kind")?,
        number(row, "customers")?,
        field("expected")?,
        field("retention")?,
        number(row, "purchases")?,
        number(row, "contacts_per_purchase")?,
        field("gross_margin")?,
        number(row, "cost_to_serve")?,
        number(row, "cheque_usd")?,
        number(row, "cheque_rub")?,
        quoted_list(rows(row, "evidence")?),
        own_parameters(row)?,
        queue(row)?,
    ))
}

/// The parameters that the segment has for itself.
fn own_parameters(row: &Value) -> Result<String, String> {
    let mut items = Vec::new();
    for (id, own) in map(row, "parameters")? {
        items.push(format!(
            "SegmentParameter {{ id: Cow::Borrowed({id:?}), range: {}, class: Class::{}, evidence: {} }}",
            range(own)?,
            class(own)?,
            quoted_list(rows(own, "evidence")?)
        ));
    }
    Ok(format!("Cow::Borrowed(&[{}])", items.join(", ")))
}

fn queue(row: &Value) -> Result<String, String> {
    match row.get("queue") {
        None | Some(Value::Null) => Ok("None".to_owned()),
        Some(queue) => Ok(format!(
            "Some(QueueExample {{ minutes: {:?}, tolerance_s: {:?} }})",
            number(queue, "minutes")?,
            number(queue, "tolerance_s")?
        )),
    }
}
