//! Rows of the tables of which the model needs the value alone.

use serde::{Deserialize, Deserializer};

/// The value of a row; unit, meaning and evidence are for METHODOLOGY.md.
///
/// # Errors
/// It has none.
pub fn value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    #[derive(Deserialize)]
    struct Row {
        value: f64,
    }
    Row::deserialize(deserializer).map(|row| row.value)
}
