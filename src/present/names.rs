//! What ids are called: a text of the catalog, or what a config calls it that brought it.

use l10n::text::{Message, say};
use model::Verdict;

/// What a catalog knows the customers of a config's own segment by; the segment itself by its id.
#[must_use]
pub fn customers_of(id: &str) -> String {
    ["customers.", id].concat()
}

/// Its customers, as the start of a sentence: "Clients of a beauty salon".
#[must_use]
pub fn customers(id: &str) -> Message {
    say::customers(id).unwrap_or_else(|| Message::from(customers_of(id)))
}

/// A name looked up by id.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        $($(#[$doc])* #[must_use] pub fn $name(id: &str) -> Message {
            say::$name(id).unwrap_or_else(|| Message::from(id.to_owned()))
        })+
    };
}

names! {
    /// A market segment: "Beauty salon".
    segment,
    /// A price tier.
    tier,
    /// A price tier within a sentence: "with premium prices".
    at_tier,
    /// A rung of the ladder.
    rung,
    /// Whose customers: consumers, businesses, the state.
    market,
    /// A practice of the self-assessment.
    practice,
    /// A sign of a service system.
    sign,
    /// An uncertain number of the model.
    parameter,
}

/// The label of a field.
#[must_use]
pub fn field(id: &str) -> Message {
    let label = say::field(id).or_else(|| say::work(id));
    label.unwrap_or_else(|| Message::from(id.to_owned()))
}

/// The unit of a field, where it has one.
#[must_use]
pub fn field_unit(id: &str) -> Message {
    let unit = say::field_unit(id).or_else(|| say::work_unit(id));
    unit.unwrap_or_else(|| Message::from(""))
}

/// A currency by its ISO 4217 code; the code where it has no name.
#[must_use]
pub fn currency(code: &str) -> Message {
    say::currency(&code.to_ascii_lowercase()).unwrap_or_else(|| Message::from(code.to_owned()))
}

/// Under, sufficient or over, in words.
#[must_use]
pub fn verdict(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Under => say::chip_under(),
        Verdict::Sufficient => say::chip_sufficient(),
        Verdict::Over => say::chip_over(),
    }
}
