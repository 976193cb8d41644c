//! The parts of the program that are fetched when first needed, by name.

/// A part that is fetched when first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the first answer does without, but not the first screen.
    Screen,
    /// What stands below the first screen: breakdown, levers, headings of the panels; and what writes
    /// the session down.
    Below,
    /// What opens on demand: panels and explanations.
    Panels,
    /// What only owners ask for: configs in JSON, leads.
    Owner,
    /// What keeps, compares, passes on and takes away.
    Away,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Screen,
        Self::Below,
        Self::Panels,
        Self::Owner,
        Self::Away,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Below => "below",
            Self::Panels => "panels",
            Self::Owner => "owner",
            Self::Away => "away",
        }
    }
}
