//! What the guides in `docs/` show, so that the tests do it.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of what has been built.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// The text of a guide.
pub fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name);
    fs::read_to_string(path).expect("the guide")
}

/// The first block of code of this kind below a heading.
pub fn block(guide: &str, heading: &str, kind: &str) -> String {
    let text = read(guide);
    let below = text
        .split_once(&format!("## {heading}\n"))
        .map(|(_, below)| below);
    let found = below.and_then(|below| {
        let (_, rest) = below.split_once(&format!("```{kind}\n"))?;
        Some(rest.split_once("```")?.0.to_owned())
    });
    found.unwrap_or_else(|| panic!("{guide} has no {kind} below `{heading}`"))
}

/// The blocks of HTML that are marked to be run, with what the mark says.
pub fn snippets(guide: &str) -> Vec<(String, String)> {
    let text = read(guide);
    let marked = text.split("<!-- run").skip(1);
    let snippet = |marked: &str| {
        let (mark, rest) = marked.split_once("-->")?;
        let (_, rest) = rest.split_once("```html\n")?;
        let (snippet, _) = rest.split_once("```")?;
        let mark = mark.trim_start_matches(':').trim();
        Some((mark.to_owned(), snippet.to_owned()))
    };
    marked.filter_map(snippet).collect()
}
