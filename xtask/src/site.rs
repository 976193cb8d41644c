//! What the page is made of besides its program: two style sheets from `styles/`, the
//! packed texts, the static verdict. Trunk calls this before each build and takes the
//! results from `target/site/`.

use crate::repo;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Style sheets that the others build upon, in this order; the rest follows by name.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];
/// The languages of `index.html`.
const LANGUAGES: [&str; 2] = ["en", "ru"];
/// Style sheets that only the full program needs.
const LATER: [&str; 3] = ["analysis.css", "explain.css", "table.css"];
/// Overrules the others.
const LAST: &str = "print.css";

/// Writes `target/site/`.
pub fn run() -> Result<()> {
    let site = repo::root().join("target/site");
    let locales = site.join("locales");
    fs::create_dir_all(&locales).with_context(|| format!("cannot create {}", site.display()))?;
    let styles = repo::root().join("styles");
    let later = |name: &str| LATER.contains(&name);
    fs::write(
        site.join("style.css"),
        style_sheet(&styles, |name| !later(name))?,
    )?;
    fs::write(site.join("full.css"), style_sheet(&styles, later)?)?;
    ours("texts", "json", &[&locales])?;
    for language in LANGUAGES {
        let verdict = ours("static-page", "ssr", &[language.as_ref()])?;
        fs::write(site.join(format!("verdict.{language}.html")), verdict)?;
    }
    Ok(())
}

fn style_sheet(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<String> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".css") && wanted(name))
        .collect();
    names.sort_by_key(|name| {
        let place = FIRST.iter().position(|first| first == name);
        (name == LAST, place.unwrap_or(FIRST.len()), name.clone())
    });
    let mut all = String::new();
    for name in names {
        all.push_str(&fs::read_to_string(folder.join(&name))?);
        all.push('\n');
    }
    Ok(all)
}

/// Runs one of our own small programs; returns what it prints.
fn ours(program: &str, feature: &str, arguments: &[&Path]) -> Result<Vec<u8>> {
    let output = Command::new("cargo")
        .current_dir(repo::root())
        .args([
            "run",
            "--quiet",
            "--features",
            feature,
            "--bin",
            program,
            "--",
        ])
        .args(arguments)
        .output()
        .context("cannot start cargo")?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "`cargo run --bin {program}` failed:\n{complaint}"
    );
    Ok(output.stdout)
}
