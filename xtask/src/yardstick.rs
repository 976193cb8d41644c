//! What the calculator is compared with: a form of the same inputs made by SurveyJS, as anybody would
//! build it. `tests/yardstick/` has its sources.

use crate::shelf::Shelf;
use crate::step::{Step, output_of};
use crate::weight::weigh;
use crate::{build, repo, tool};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPT: &str = "surveyjs.js";
const STYLES: &str = "surveyjs.css";
const PAGES: [&str; 2] = ["surveyjs.html", "empty.html"];

/// Builds it into a folder of its own.
pub fn build() -> Result<PathBuf> {
    let (sources, folder) = (repo::scratch()?.join("yardstick"), site()?);
    for folder in [&sources, &folder] {
        build::wipe(folder)?;
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    repo::copy(&repo::root().join("tests/yardstick"), &sources)?;
    let installing = Step {
        doing: "Installing SurveyJS, to compare with",
        usually: "seconds",
        remedy: "Is the network there? Then try again",
    };
    let mut npm = Command::new("npm");
    tool::put_on_path(&mut npm)?;
    installing.run_logged("yardstick", npm.current_dir(&sources).arg("ci"))?;
    let mut esbuild = tool::esbuild(build::Care::Release)?;
    esbuild.args(["--bundle", "--format=esm"]);
    let script = output_of(esbuild.arg(sources.join(SCRIPT)))?;
    let styles = sources.join("node_modules/survey-core/survey-core.min.css");
    let shelf = Shelf::new(&folder);
    shelf.put_as(SCRIPT, script.as_bytes())?;
    shelf.put_as(STYLES, &read(&styles)?)?;
    for page in PAGES {
        shelf.put_as(page, &read(&sources.join(page))?)?;
    }
    Ok(folder)
}

/// Brotli bytes of its script and style sheet.
pub fn bytes() -> Result<u64> {
    let files = weigh(&site()?)?;
    let parts = [SCRIPT, STYLES].map(|name| files.get(name).map(|weight| weight.brotli));
    parts
        .into_iter()
        .sum::<Option<u64>>()
        .context("the yardstick is not built")
}

fn site() -> Result<PathBuf> {
    Ok(repo::scratch()?.join("yardstick-site"))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
