//! Texts of a config in the place of ours.

use l10n::text::Catalog;

/// Texts that a config puts in the place of ours, and names of what only it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides(pub Vec<Override>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Tag of the language it is in.
    pub language: String,
    /// Its place and its template, as [`Catalog::packed_text`] and [`Catalog::packed_name`] give them.
    pub packed: (usize, String),
}

impl Overrides {
    /// Puts those of the catalog's language in place.
    pub fn put_into(&self, catalog: &mut Catalog) {
        for Override { language, packed } in &self.0 {
            if language == catalog.language() {
                catalog.put_text(packed.0, &packed.1);
            }
        }
    }
}
