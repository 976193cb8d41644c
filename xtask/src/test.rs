//! The checks, one after the other. All of them run even if one fails, so that the end of the output
//! says everything.

use crate::step::Step;
use crate::tally::Tally;
use crate::timing::Timing;
use crate::{applications, build, fuzz, repo, scripts, setup, size, tool, wordpress};
use anyhow::{Error, Result};
use std::process::{Command, ExitCode};

/// Every feature of the library that is compiled natively, so that all native steps share one build.
const FEATURES: &str =
    "service-level-calculator/ssr,service-level-calculator/worker,service-level-calculator/bench";

/// The lints that fail a check, as clippy's driver takes them: it splits the text at this mark.
const DENIED: &str = "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__";

/// What a change needs: everything that runs without a second browser and without other servers.
pub fn usual() -> Result<ExitCode> {
    let mut timing = Timing::start();
    timing.step("installing", || setup::run(setup::Extent::Chromium))?;
    let mut tally = timing.step("layout of the code", layout)?;
    tally.add(timing.step("lints and native tests", native_tests)?);
    tally.add(timing.step("scripts", scripts::check)?);
    match timing.step("release build", build::ensure) {
        Ok(()) => {
            tally.add(timing.step("size", within_budget)?);
            tally.add(timing.step("journeys in Chromium", || journeys(&[]))?);
        }
        Err(error) => tally.add(without_build(error)),
    }
    timing.print();
    Ok(verdict(&tally))
}

/// What [`usual`] leaves out: the other engines, WordPress, nginx, the applications, the fuzzer, the
/// documentation.
pub fn everywhere() -> Result<ExitCode> {
    let mut timing = Timing::start();
    timing.step("installing", || setup::run(setup::Extent::Everywhere))?;
    let mut tally = timing.step("documentation", documentation)?;
    tally.add(
        timing
            .step("fuzz targets", fuzz::smoke)
            .unwrap_or_else(broken),
    );
    match timing.step("release build", build::ensure) {
        Ok(()) => {
            let applications = timing.step("applications", applications::check);
            tally.add(applications.unwrap_or_else(broken));
            tally.add(timing.step("journeys everywhere", || journeys(&["--everywhere"]))?);
        }
        Err(error) => tally.add(without_build(error)),
    }
    timing.print();
    Ok(verdict(&tally))
}

/// The model alone: neither browser nor wasm target.
pub fn model() -> Result<ExitCode> {
    Ok(verdict(&tests_of_the_model()?))
}

/// The scripts of `embed/` alone: neither browser nor wasm target.
pub fn scripts() -> Result<ExitCode> {
    setup::scripts()?;
    Ok(verdict(&scripts::check()?))
}

/// The native tests and the journeys whose names contain a text; journeys in one engine.
pub fn named(name: &str, engine: Option<&str>) -> Result<ExitCode> {
    let mut tally = Tally::default();
    let listed = listed(name, engine)?;
    if engine.is_none() {
        tally.add(
            Step {
                doing: &format!("Native tests named {name}"),
                usually: "half a minute, three minutes the first time",
                remedy: "The lines above tell which test failed",
            }
            .check(
                linted("test")
                    .args(OURS)
                    .arg("--no-fail-fast")
                    .args([
                        "--lib", "--test", "model", "--test", "l10n", "--test", "app",
                    ])
                    .arg(name),
            )?,
        );
    }
    if listed.lines().any(|line| line.contains("::")) {
        let extent = match engine {
            None if !needs_more(&listed) => setup::Extent::Chromium,
            Some("chromium") if !needs_more(&listed) => setup::Extent::Chromium,
            _ => setup::Extent::Everywhere,
        };
        setup::run(extent)?;
        build::ensure()?;
        if listed.contains("::packages::") {
            tally.add(applications::check()?);
        }
        let engine = engine.map_or(vec![], |engine| vec!["--engine", engine]);
        tally.add(journeys(&[&engine[..], &[name]].concat())?);
    }
    Ok(verdict(&tally))
}

/// The journeys that fit a name, one a line.
fn listed(name: &str, engine: Option<&str>) -> Result<String> {
    let mut list = journey_command();
    list.args(["--list", name]);
    if let Some(engine) = engine {
        list.args(["--engine", engine]);
    }
    crate::step::output_of(&mut list)
}

/// Whether a listed journey needs a server or an application besides the browser.
fn needs_more(listed: &str) -> bool {
    ["::hosting::", "::wordpress::", "::packages::"]
        .iter()
        .any(|journey| listed.contains(journey))
}

/// Writes everything anew that is generated from the sources and compared by a test: tables of
/// METHODOLOGY.md, types, schema, snapshots, the plugin's translations.
pub fn update() -> Result<ExitCode> {
    let tests_that_write = [
        "data::",
        "config::",
        "present::",
        "report::",
        "cases::",
        "wordpress::",
    ];
    let tally = Step {
        doing: "Writing what is generated, by the tests that compare it",
        usually: "half a minute",
        remedy: "The lines above tell what is wrong",
    }
    .check(
        cargo("test")
            .args([
                "--package",
                "service-level-calculator",
                "--features",
                "ssr",
                "--test",
                "app",
                "--",
            ])
            .args(tests_that_write)
            .env("UPDATE", "1"),
    )?;
    Ok(verdict(&tally))
}

/// Changes the model in small ways and looks whether a test notices.
pub fn mutants(arguments: &[&str]) -> Result<ExitCode> {
    tool::MUTANTS.ensure()?;
    let mut mutants = cargo("mutants");
    tool::put_on_path(&mut mutants)?;
    let tally = Step {
        doing: "Changing the model in small ways",
        usually: "an hour on two cores; add `--file crates/model/src/flow.rs` for a part of it",
        remedy: "target/mutants.out/missed.txt lists what no test noticed",
    }
    .check(
        mutants
            .args(["--package", "service-level-model", "--output", "target"])
            .args(arguments),
    )?;
    Ok(verdict(&tally))
}

fn layout() -> Result<Tally> {
    Step {
        doing: "Checking the layout of the code",
        usually: "a second",
        remedy: "cargo fmt --all mends it",
    }
    .check(cargo("fmt").args(["--all", "--check"]))
}

/// Lints and tests in one compilation: cargo compiles our packages by clippy's driver, which is the
/// compiler with more lints. (`cargo clippy` would compile everything a second time.)
fn native_tests() -> Result<Tally> {
    let step = Step {
        doing: "Lints and native tests",
        usually: "half a minute, three minutes the first time",
        remedy: "The lines above tell which test failed, or what to change",
    };
    step.check(linted("test").args(OURS).arg("--no-fail-fast"))
}

/// All packages with one set of features.
const OURS: [&str; 3] = ["--workspace", "--features", FEATURES];

/// A cargo command that compiles by clippy's driver.
fn linted(subcommand: &str) -> Command {
    let mut cargo = cargo(subcommand);
    cargo
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
        .env("CLIPPY_ARGS", DENIED);
    cargo
}

fn tests_of_the_model() -> Result<Tally> {
    Step {
        doing: "Testing the model",
        usually: "seconds, a minute the first time",
        remedy: "The lines above tell which test failed",
    }
    .check(cargo("test").args(["--package", "service-level-model", "--no-fail-fast"]))
}

fn documentation() -> Result<Tally> {
    Step {
        doing: "Building the documentation",
        usually: "seconds, half a minute the first time",
        remedy: "The lines above tell which comment is wrong",
    }
    .check(
        cargo("doc")
            .arg("--no-deps")
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn within_budget() -> Result<Tally> {
    let mut tally = Tally::default();
    let over = size::measure_and_print()?;
    tally.settle(over.is_none());
    if let Some(excess) = over {
        tally.complain(excess);
    }
    Ok(tally)
}

/// What could not even be checked.
fn broken(error: Error) -> Tally {
    let mut tally = Tally::default();
    tally.settle(false);
    tally.complain(format!("{error:#}"));
    tally
}

fn without_build(error: Error) -> Tally {
    let mut tally = broken(error);
    tally.complain("Without a build no browser was started".to_owned());
    tally
}

fn journey_command() -> Command {
    let mut journeys = linted("test");
    journeys
        .args(OURS)
        .args(["--quiet", "--test", "journeys", "--"]);
    journeys
}

/// The journeys through what is in `dist/`, in real browsers.
pub fn journeys(arguments: &[&str]) -> Result<Tally> {
    let mut command = journey_command();
    tool::put_on_path(command.args(arguments))?;
    if arguments.contains(&"--everywhere") {
        wordpress::ensure()?;
    }
    Step {
        doing: "Journeys in real browsers",
        usually: "minutes; a line as each one ends",
        remedy: "The lines above tell which test failed in which browser",
    }
    .check(&mut command)
}

fn cargo(subcommand: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg(subcommand).current_dir(repo::root());
    cargo
}

/// Ends with the count.
pub fn verdict(tally: &Tally) -> ExitCode {
    if tally.report() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
