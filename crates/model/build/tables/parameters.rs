//! The uncertain numbers: rows of `parameters` as Rust code.

use super::{class, number, quoted, quoted_list, range, rows, text};
use serde_json::Value;
use std::fmt::Write as _;

/// The struct `Parameters`, one field a row.
pub fn definition(source: &Value) -> Result<String, String> {
    let rows = rows(source, "parameters")?;
    let mut fields = String::new();
    let mut from = String::new();
    for (index, row) in rows.iter().enumerate() {
        let id = text(row, "id")?;
        let _ = write!(
            fields,
            "/// {} (`{}`, {}; {} to {}, {})\npub {id}: f64,\n",
            text(row, "what")?,
            text(row, "symbol")?,
            text(row, "unit")?,
            number(row, "low")?,
            number(row, "high")?,
            text(row, "class")?
        );
        let _ = writeln!(from, "{id}: values[{index}],");
    }
    let count = rows.len();
    Ok(format!(
        "/// How many parameters the model has.\npub const PARAMETER_COUNT: usize = {count};\n\
         /// The uncertain numbers of the model, one field a row of `data/parameters.json`.\n\
         #[derive(Clone, Copy, Debug, PartialEq)]\npub struct Parameters {{\n{fields}}}\n\
         impl Parameters {{\n/// From values in the order of the table.\n\
         #[must_use]\npub const fn from_values(values: &[f64; PARAMETER_COUNT]) -> Self {{ Self {{\n{from}}} }}\n}}\n"
    ))
}

/// A row as a value of the struct `Parameter`.
pub fn row(row: &Value) -> Result<String, String> {
    Ok(format!(
        "Parameter {{ id: {}, symbol: {}, range: {}, unit: {}, class: Class::{}, evidence: {} }}",
        quoted(row, "id")?,
        quoted(row, "symbol")?,
        range(row)?,
        quoted(row, "unit")?,
        class(row)?,
        quoted_list(rows(row, "evidence")?)
    ))
}
