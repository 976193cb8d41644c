//! What the page is made of besides its programs: style sheets from `styles/`, the packed texts, the
//! evidence, the static text.

use crate::build::Care;
use crate::step::{Step, output_of};
use crate::{repo, tool};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Style sheets that the others build upon, in this order; the rest follows by name.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];
/// Style sheets of what the first screen shows beyond the first answer.
const SCREEN: [&str; 5] = [
    "bars.css",
    "chart.css",
    "costs.css",
    "field.css",
    "segmented.css",
];
/// Style sheets of what stands further down or opens on demand.
const LATER: [&str; 7] = [
    "analysis.css",
    "dock.css",
    "explain.css",
    "handover.css",
    "panel.css",
    "print.css",
    "table.css",
];
/// The style sheets of what is printed sheet by sheet, and of cases side by side.
const PAPER: &str = "paper.css";
const COMPARE: &str = "compare.css";
/// The style sheet of the page around the calculator.
const PAGE: &str = "page.css";
/// The style sheet of the configurator's own.
const CONFIGURATOR: &str = "configurator.css";
/// Overrules the others.
const LAST: &str = "print.css";

/// What stands beside the programs.
pub struct Site {
    /// Files by name, in want of a hash.
    pub hashed: Vec<(String, Vec<u8>)>,
    /// What the page says without a program.
    pub texts: Texts,
}

/// What the page says without a program.
pub struct Texts {
    /// Title and description, as HTML.
    pub head: String,
    /// The static text of every language, as HTML.
    pub sections: String,
    /// What its scripts say, as JSON by language.
    pub scripts: String,
}

/// Makes all of it.
pub fn files(care: Care) -> Result<Site> {
    let styles = repo::root().join("styles");
    let screen = |name: &str| SCREEN.contains(&name);
    let later = |name: &str| LATER.contains(&name);
    let evidence =
        fs::read(repo::root().join("crates/model/data/evidence.json")).context("no evidence")?;
    let mut hashed = vec![
        style_sheet(&styles, "style.css", care, |name| {
            !screen(name) && !later(name) && ![PAGE, CONFIGURATOR, PAPER, COMPARE].contains(&name)
        })?,
        style_sheet(&styles, "screen.css", care, screen)?,
        style_sheet(&styles, "later.css", care, later)?,
        style_sheet(&styles, PAPER, care, |name| name == PAPER)?,
        style_sheet(&styles, COMPARE, care, |name| name == COMPARE)?,
        style_sheet(&styles, PAGE, care, |name| name == PAGE)?,
        style_sheet(&styles, CONFIGURATOR, care, |name| name == CONFIGURATOR)?,
        ("evidence.json".to_owned(), evidence),
    ];
    build()?;
    let texts = repo::scratch()?.join("texts");
    let _ = fs::remove_dir_all(&texts);
    output_of(ours("texts").arg(&texts))?;
    for name in repo::names_in(&texts)? {
        let content = fs::read(texts.join(&name))?;
        hashed.push((name, content));
    }
    let texts = Texts {
        head: said("head")?,
        sections: said("sections")?,
        scripts: said("scripts")?,
    };
    Ok(Site { hashed, texts })
}

/// What the scripts say alone, as [`Texts::scripts`].
pub fn scripts_say() -> Result<String> {
    build()?;
    said("scripts")
}

/// What the page says, as the static page prints it.
fn said(what: &str) -> Result<String> {
    output_of(ours("static-page").arg(what)).map(|text| text.trim().to_owned())
}

fn build() -> Result<()> {
    Step {
        doing: "Writing the texts and the static verdict",
        usually: "seconds, a minute the first time",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        Command::new("cargo")
            .current_dir(repo::root())
            .args(["build", "--quiet", "--package", "service-level-calculator"])
            .args([
                "--package",
                "l10n",
                "--features",
                "service-level-calculator/ssr",
            ])
            .args(["--bin", "texts", "--bin", "static-page", "--target-dir"])
            .arg(repo::target()),
    )
}

/// One of our own small programs, as just built.
fn ours(program: &str) -> Command {
    let built = repo::target().join("debug").join(program);
    Command::new(built.with_extension(std::env::consts::EXE_EXTENSION))
}

fn style_sheet(
    folder: &Path,
    name: &str,
    care: Care,
    wanted: impl Fn(&str) -> bool,
) -> Result<(String, Vec<u8>)> {
    let mut names = repo::names_in(folder)?;
    names.retain(|name| name.ends_with(".css") && wanted(name));
    names.sort_by_key(|name| {
        let place = FIRST.iter().position(|first| first == name);
        (name == LAST, place.unwrap_or(FIRST.len()), name.clone())
    });
    let mut all = String::new();
    for name in names {
        all.push_str(&fs::read_to_string(folder.join(&name))?);
        all.push('\n');
    }
    let whole = repo::scratch()?.join(name);
    fs::write(&whole, all)?;
    let sheet = output_of(tool::esbuild(care)?.arg(&whole))?;
    Ok((name.to_owned(), sheet.into_bytes()))
}
