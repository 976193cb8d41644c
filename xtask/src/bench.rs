//! Speed against the budgets: of `dist/` in Chromium, and of the model natively.

use crate::figure::{self, Figure};
use crate::shelf::Shelf;
use crate::step::Step;
use crate::{build, criterion, machine, program, repo, setup, tool};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What the browser's part calls a whole recomputation.
const RECOMPUTATION: &str = "a whole recomputation in Wasm";

/// How many times as long as natively it may take.
const MOST_TIMES: f64 = 1.6;

/// Measures everything and prints the table; fails above a bound.
pub fn run() -> Result<ExitCode> {
    let before = machine::load();
    setup::run(setup::Extent::Browsers)?;
    if !repo::dist().join("index.html").exists() {
        build::run()?;
    }
    let folder = stored()?;
    // One right after the other: they are compared.
    let native = natively()?;
    let mut figures = in_browser(&folder)?;
    let wasm = figures.iter().find(|figure| figure.what == RECOMPUTATION);
    let wasm = wasm.context("the browser has not told how long a recomputation takes")?;
    let times = Figure {
        what: "Wasm against native, the same recomputation".to_owned(),
        value: wasm.value / native.value,
        unit: "times".to_owned(),
        bound: Some(MOST_TIMES),
    };
    figures.extend([native, times]);
    figures.extend(criterion::figures()?);
    figure::print(&figures)?;
    println!("\n{}", machine::remark(before, machine::load()));
    Ok(if figures.iter().all(Figure::is_kept) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Builds what is timed in the page's place, into a folder of its own.
fn stored() -> Result<PathBuf> {
    let folder = repo::scratch()?.join("recompute-site");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    program::recompute()?.store(&mut Shelf::new(&folder))?;
    Ok(folder)
}

fn in_browser(recompute: &Path) -> Result<Vec<Figure>> {
    let mut bench = Command::new("cargo");
    bench.args(["run", "--quiet", "--package", "web", "--bin", "bench", "--"]);
    bench.arg(recompute);
    tool::put_on_path(&mut bench)?;
    let step = Step {
        doing: "Measuring in Chromium",
        usually: "two minutes, four the first time",
        remedy: "The lines above tell what is wrong",
    };
    Ok(printed(&step, &mut bench)?
        .lines()
        .filter_map(Figure::read)
        .collect())
}

fn natively() -> Result<Figure> {
    let mut bench = Command::new("cargo");
    bench.args(["run", "--quiet", "--release", "--no-default-features"]);
    bench.args(["--features", "bench", "--bin", "recompute"]);
    let step = Step {
        doing: "Measuring a whole recomputation natively",
        usually: "a second, a minute the first time",
        remedy: "The lines above tell what is wrong",
    };
    let milliseconds = printed(&step, &mut bench)?;
    Ok(Figure {
        what: "natively: a whole recomputation".to_owned(),
        value: milliseconds
            .trim()
            .parse()
            .with_context(|| format!("not a time: {milliseconds}"))?,
        unit: "ms".to_owned(),
        bound: None,
    })
}

/// What a step prints; what it complains of is shown as it comes.
fn printed(step: &Step, command: &mut Command) -> Result<String> {
    step.announce();
    let output = command
        .current_dir(repo::root())
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    ensure!(
        output.status.success(),
        "{} broke off. {}",
        step.doing,
        step.remedy
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
