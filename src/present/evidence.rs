//! Where a number was found: the rows of `data/evidence.json`, fetched when first asked for.

use l10n::text::{Message, say};
use model::Text;

/// A row of the evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
pub struct Evidence {
    /// Stable id.
    pub id: String,
    /// What it says.
    pub claim: String,
    /// Of whom.
    pub population: String,
    /// Who says it.
    #[cfg_attr(feature = "json", serde(rename = "source_title"))]
    pub source: String,
    /// Address, a DOI, or nothing that could be looked up.
    #[cfg_attr(feature = "json", serde(rename = "source_url_or_doi"))]
    pub address: String,
    /// Whether it was seen at the source.
    #[cfg_attr(feature = "json", serde(rename = "seen_or_memory"))]
    pub seen: String,
    /// What to keep in mind.
    pub note: String,
}

impl Evidence {
    /// The address to look it up at, if there is one.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let address = &self.address;
        if address.starts_with("https://") || address.starts_with("http://") {
            Some(address.clone())
        } else if address.starts_with("10.") {
            Some(format!("https://doi.org/{address}"))
        } else {
            None
        }
    }

    /// Whether it was seen at the source, in words.
    #[must_use]
    pub fn seen(&self) -> Message {
        let id = match self.seen.as_str() {
            "SEEN" => "seen",
            "SEEN-SECONDARY" => "secondary",
            "ESSAY" => "essay",
            "DERIVED" => "derived",
            "ASSUMPTION" => "assumption",
            _ => "memory",
        };
        say::seen(id).unwrap_or_else(|| Message::from(id))
    }

    /// Whether it is one of the founding essays' own statements.
    #[must_use]
    pub fn is_essay(&self) -> bool {
        self.seen == "ESSAY"
    }
}

/// The rows of these ids, in their order.
#[must_use]
pub fn chosen<'a>(all: &'a [Evidence], ids: &[Text]) -> Vec<&'a Evidence> {
    let row = |id: &Text| all.iter().find(|row| row.id == *id);
    ids.iter().filter_map(row).collect()
}
