//! Market segments: what is usual in each.

use super::range::{Class, Range, Rows, Text};

/// Whose customers a segment serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Market {
    /// Consumers.
    B2c,
    /// Businesses.
    B2b,
    /// Public bodies.
    B2g,
}

/// A parameter that a segment has for itself, in the place of the table's.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentParameter {
    /// Id of the parameter that it replaces.
    pub id: Text,
    /// Value and plausible range.
    pub range: Range,
    /// How it is known.
    pub class: Class,
    /// Ids in `data/evidence.json`.
    pub evidence: Rows<Text>,
}

/// An example of a counter, a till or a line of this segment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct QueueExample {
    /// Minutes that one customer takes.
    pub minutes: f64,
    /// Seconds that a customer waits gladly.
    pub tolerance_s: f64,
}

/// A market segment at the standard tier.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Segment {
    /// Stable id.
    pub id: Text,
    /// Whose customers it serves.
    pub market: Market,
    /// Which everyday examples its ladder uses.
    pub kind: Text,
    /// Example: customers a year.
    pub customers: f64,
    /// Expected service level, points 0–100.
    pub expected: Range,
    /// Share of customers kept per year at typical service.
    pub retention: Range,
    /// Purchases per customer per year.
    pub purchases: f64,
    /// Contacts with the service per purchase.
    pub contacts_per_purchase: f64,
    /// Share of revenue, before the cost of service staff.
    pub gross_margin: Range,
    /// Share of revenue, at the expected level.
    pub cost_to_serve: f64,
    /// Example: average cheque in US dollars.
    pub cheque_usd: f64,
    /// Example: average cheque in roubles, of their own market.
    pub cheque_rub: f64,
    /// Ids in `data/evidence.json`.
    pub evidence: Rows<Text>,
    /// Parameters that it has for itself, by id.
    #[cfg_attr(feature = "json", serde(deserialize_with = "parameters_by_id"))]
    pub parameters: Rows<SegmentParameter>,
    /// Example of its queue; none where customers do not queue.
    pub queue: Option<QueueExample>,
}

impl Segment {
    /// The parameter that it has for itself in the place of the table's.
    #[must_use]
    pub fn parameter(&self, id: &str) -> Option<&SegmentParameter> {
        self.parameters.iter().find(|row| row.id == id)
    }

    /// Puts a parameter of its own in place, in the order of the ids.
    pub fn set_own(&mut self, own: SegmentParameter) {
        let rows = self.parameters.to_mut();
        match rows.binary_search_by(|row| row.id.cmp(&own.id)) {
            Ok(place) => {
                if let Some(row) = rows.get_mut(place) {
                    *row = own;
                }
            }
            Err(place) => rows.insert(place, own),
        }
    }
}

/// Reads the parameters of a segment, an object by id, in the order of the ids.
#[cfg(feature = "json")]
fn parameters_by_id<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Rows<SegmentParameter>, D::Error> {
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Row {
        #[serde(flatten)]
        range: Range,
        class: Class,
        evidence: Rows<Text>,
    }
    let rows = std::collections::BTreeMap::<String, Row>::deserialize(deserializer)?;
    let own = rows.into_iter().map(|(id, row)| SegmentParameter {
        id: id.into(),
        range: row.range,
        class: row.class,
        evidence: row.evidence,
    });
    Ok(own.collect())
}
