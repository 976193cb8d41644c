//! Speed against the budgets: of `dist/` in Chromium, and of the model natively.

use crate::figure::{self, Figure};
use crate::shelf::Shelf;
use crate::step::Step;
use crate::{build, criterion, machine, program, repo, setup, size, tool, yardstick};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What the browser's part calls a whole recomputation.
const RECOMPUTATION: &str = "a whole recomputation in Wasm";

/// How many times as long as natively it may take.
const MOST_TIMES: f64 = 1.6;

/// What the browser's part calls one of SurveyJS's, which is of far less.
const THEIR_RECOMPUTATION: &str = "SurveyJS: a recomputation";

/// What the calculator may take of what SurveyJS takes: in time for a recomputation, in bytes.
const MOST_OF_THEIRS: [f64; 2] = [0.1, 1.0 / 3.0];

/// Measures everything and prints the table; fails above a bound.
pub fn run() -> Result<ExitCode> {
    let before = machine::load();
    setup::run(setup::Extent::Chromium)?;
    build::ensure()?;
    let (folder, yardstick) = (stored()?, yardstick::build()?);
    // One right after the other: they are compared.
    let native = natively()?;
    let mut figures = in_browser(&folder, &yardstick)?;
    let told = |what: &str| {
        let told = figures.iter().find(|figure| figure.what == what);
        told.map(|figure| figure.value)
            .with_context(|| format!("the browser has not told of this: {what}"))
    };
    let (wasm, theirs) = (told(RECOMPUTATION)?, told(THEIR_RECOMPUTATION)?);
    let share = |what: &str, value: f64, bound: f64| Figure {
        what: what.to_owned(),
        value,
        unit: "times".to_owned(),
        bound: Some(bound),
    };
    let [most_time, most_bytes] = MOST_OF_THEIRS;
    let bytes = size::of_first_screen()? as f64 / yardstick::bytes()? as f64;
    let times = share(
        "Wasm against native, the same recomputation",
        wasm / native.value,
        MOST_TIMES,
    );
    let compared = [
        share(
            "a recomputation, against SurveyJS's",
            wasm / theirs,
            most_time,
        ),
        share(
            "bytes of the first screen, against SurveyJS's",
            bytes,
            most_bytes,
        ),
    ];
    figures.extend([native, times]);
    figures.extend(compared);
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

fn in_browser(recompute: &Path, yardstick: &Path) -> Result<Vec<Figure>> {
    let mut bench = Command::new("cargo");
    bench.args(["run", "--quiet", "--package", "web", "--bin", "bench", "--"]);
    bench.args([recompute, yardstick]);
    tool::put_on_path(&mut bench)?;
    let step = Step {
        doing: "Measuring in Chromium",
        usually: "four minutes, six the first time",
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
