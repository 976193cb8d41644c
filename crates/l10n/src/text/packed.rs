//! The packed files of every language, for programs that do not fetch them, and the texts of the
//! page itself, for its build. What mentions neither carries neither.

include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// A text of the page itself, such as `title` or `start_failed`: plain, not yet escaped. The keys
/// are those of `page` in `locales/`; [`PAGES`] has them all.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn page_text(language: &str, key: &str) -> Option<&'static str> {
    let (_, texts) = PAGES.iter().find(|(tag, _)| *tag == language)?;
    let (_, text) = texts.iter().find(|(name, _)| *name == key)?;
    Some(text)
}
