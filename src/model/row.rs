//! Rows of the tables whose form in JSON differs from that in memory.

use super::tables::{Class, Range, Rows, SegmentParameter, Text};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

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

/// The parameters of a segment: an object by id, in the order of the ids.
///
/// # Errors
/// As its parts.
pub fn segment_parameters<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Rows<SegmentParameter>, D::Error> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(flatten)]
        range: Range,
        class: Class,
        evidence: Rows<Text>,
    }
    let rows = BTreeMap::<String, Row>::deserialize(deserializer)?;
    let own = rows.into_iter().map(|(id, row)| SegmentParameter {
        id: id.into(),
        range: row.range,
        class: row.class,
        evidence: row.evidence,
    });
    Ok(own.collect())
}
