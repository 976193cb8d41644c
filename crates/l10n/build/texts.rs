//! Checks `locales/*.json` and turns them into code and packed files.
//!
//! A language is one file, `locales/<tag>.json`:
//! ```json
//! { "language": "English", "families": ["segment"],
//!   "plurals": { "one": "i = 1 and v = 0", "other": "" },
//!   "format": { "decimal": ".", "group": ",", "grouped_from": 4, "compact": { "1000": "0K" },
//!               "percent": "0%", "currency": "¤0", "signs": { "USD": "$" } },
//!   "page": { "title": "Service level calculator" },
//!   "core": { "verdict": { "under": "You lose {loss:figure} to {n#one:one fault|other:faults}" } },
//!   "more": { "treadmill": { "title": "The *treadmill*" } } }
//! ```
//! - `core` is what the first screen needs, `more` is fetched when first needed. Sections nest;
//!   a key is its dotted path, `verdict.under`. English is the reference: the others must have
//!   its keys and slots. The syntax of a text is in `src/text/template.rs`.
//! - A section among the `families` (in English only) is looked up by id.
//! - `plurals` has the rule of each category as the Unicode CLDR writes it; the language's
//!   choices must give just these categories.
//! - `format` says how numbers are written without a browser; in a pattern `0` stands for the
//!   number and `¤` for the sign of the currency. `src/format/notation.rs` explains it.
//! - `page` are plain texts that stand in the page before any program arrives.
//!
//! Made from them, in `OUT_DIR`:
//! - `texts.rs`: a struct a message with slots, `VerdictUnder { loss, n }`, a function a message
//!   without, `treadmill_title()`, a lookup a family, `segment(id)`;
//! - `packed.rs`, which names the files below and has the texts of `page`; `notations.rs`, how
//!   each language writes numbers;
//! - `locales/<tag>.core.txt`, `<tag>.more.txt`: a line a text, in the order of the keys,
//!   slots by number in the order of their names; `locales/keys.txt`: the names of texts and slots, in the same order.
//!   The first line of each holds a signature of all keys and slots.

#[path = "../src/format/plural.rs"]
mod plural;
#[path = "../src/text/template.rs"]
mod template;

#[path = "texts/locale.rs"]
mod locale;
#[path = "texts/notation.rs"]
mod notation;
#[path = "texts/pack.rs"]
mod pack;
#[path = "texts/rule.rs"]
mod rule;

use std::path::Path;
use std::{env, fs};

use locale::Locale;
use plural::Plural;

const REFERENCE: &str = "en";

/// One file of `locales/`.
pub struct Source {
    /// The tag that the file is named after.
    pub language: String,
    /// What stands in it, unparsed.
    pub json: String,
}

/// Name and content of the files made.
pub type Made = Vec<(String, String)>;

/// Reads `locales/`, writes into `OUT_DIR`.
pub fn generate() -> Result<(), String> {
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=src/format/plural.rs");
    println!("cargo::rerun-if-changed=src/text/template.rs");
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let failed = |error: std::io::Error| format!("locales: {error}");
    let mut sources = Vec::new();
    for entry in fs::read_dir("../../locales").map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            sources.push(Source {
                language: path
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                json: fs::read_to_string(&path).map_err(failed)?,
            });
        }
    }
    fs::create_dir_all(Path::new(&out).join("locales")).map_err(failed)?;
    for (name, content) in compile(&sources)? {
        fs::write(Path::new(&out).join(name), content).map_err(failed)?;
    }
    Ok(())
}

/// Checks the sources and makes the files.
///
/// # Errors
/// All faults, a line each, naming file, key and fault.
pub fn compile(sources: &[Source]) -> Result<Made, String> {
    let mut errors = Vec::new();
    let mut locales: Vec<Locale> = sources
        .iter()
        .map(|source| Locale::read(source, &mut errors))
        .collect();
    locales.sort_by_key(|locale| (locale.tag != REFERENCE, locale.tag.clone()));
    match locales.iter().find(|locale| locale.tag == REFERENCE) {
        None => errors.push(format!("locales/{REFERENCE}.json: missing")),
        Some(reference) => {
            for locale in &locales {
                locale.compare(reference, &mut errors);
            }
            reference.check_families(&mut errors);
            if errors.is_empty() {
                return Ok(pack::made(reference, &locales));
            }
        }
    }
    Err(errors.join("\n"))
}
