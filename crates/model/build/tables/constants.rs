//! The numbers that are chosen, not measured: rows of `constants` as Rust code.

use super::{map, number, text};
use serde_json::Value;
use std::fmt::Write as _;

/// The struct `Constants`, one field a row.
pub fn definition(source: &Value) -> Result<String, String> {
    let (mut fields, mut from, mut values) = (String::new(), String::new(), String::new());
    let rows = map(source, "constants")?;
    for (index, (id, row)) in rows.iter().enumerate() {
        let (what, unit) = (text(row, "what")?, text(row, "unit")?);
        let _ = write!(
            fields,
            "/// {what} ({unit}).\n\
             #[cfg_attr(feature = \"json\", serde(deserialize_with = \"super::row::value\"))]\n\
             pub {id}: f64,\n"
        );
        let _ = writeln!(from, "{id}: values[{index}],");
        let _ = writeln!(values, "self.{id},");
    }
    let count = rows.len();
    Ok(format!(
        "/// How many definitions the model has.\npub const CONSTANT_COUNT: usize = {count};\n\
         /// Definitions of the model, one field an entry of `constants`.\n\
         #[derive(Clone, Copy, Debug, PartialEq)]\n\
         #[cfg_attr(feature = \"json\", derive(serde::Deserialize))]\n\
         pub struct Constants {{\n{fields}}}\n\
         impl Constants {{\n/// From values in the order of the table.\n\
         #[must_use]\npub const fn from_values(values: &[f64; CONSTANT_COUNT]) -> Self {{ Self {{\n{from}}} }}\n\
         /// The values in the order of the table.\n\
         #[must_use]\npub const fn values(&self) -> [f64; CONSTANT_COUNT] {{ [\n{values}] }}\n}}\n"
    ))
}

/// The value of each row, as the fields of the struct.
pub fn values(source: &Value) -> Result<String, String> {
    let mut values = String::new();
    for (id, row) in map(source, "constants")? {
        let value = number(row, "value").map_err(|error| format!("{id}: {error}"))?;
        let _ = writeln!(values, "{id}: {value:?},");
    }
    Ok(values)
}
