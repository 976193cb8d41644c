//! The parts of the program that are fetched when first needed, by name.

/// A part that is fetched when first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The rest of the page: chart, choice of the market, numbers, what to do first, headings of the
    /// panels; and what writes the session down.
    Rest,
    /// What opens on demand: panels and explanations.
    Panels,
    /// Link, card, cases side by side, report, lists and files.
    Takeaway,
    /// What only owners ask for: configs in JSON, leads.
    Owner,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Rest, Self::Panels, Self::Takeaway, Self::Owner];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Panels => "panels",
            Self::Takeaway => "takeaway",
            Self::Owner => "owner",
        }
    }
}
