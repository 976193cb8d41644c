//! Plural categories: shared by the build, which checks every text, and the page.

/// A plural category of the Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plural {
    /// "zero", as in Arabic.
    Zero,
    /// "one": English 1; Russian 1, 21, 31…
    One,
    /// "two", as in Slovene.
    Two,
    /// "few": Russian 2–4, 22–24…
    Few,
    /// "many": Russian 0, 5–20, 25–30…
    Many,
    /// "other": what is left; Russian fractions.
    Other,
}

impl Plural {
    /// The category of that CLDR name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }
}
