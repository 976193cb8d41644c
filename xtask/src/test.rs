//! The checks, one after the other. All of them run even if one fails, so that one look
//! at the end tells everything.

use crate::step::Step;
use crate::tally::Tally;
use crate::{applications, build, fuzz, repo, scripts, setup, size, tool};
use anyhow::{Error, Result};
use std::process::{Command, ExitCode};

const WASM: &str = "wasm32-unknown-unknown";

/// Everything that CI checks.
pub fn everything() -> Result<ExitCode> {
    setup::run(setup::Extent::Browsers)?;
    let mut tally = style()?;
    // With the components: their tests draw into plain text, without a browser.
    tally.add(native_tests(&["--features", "ssr"])?);
    tally.add(command_tests()?);
    tally.add(scripts::check()?);
    tally.add(documentation()?);
    tally.add(fuzz::smoke().unwrap_or_else(broken));
    match build::run() {
        Ok(()) => {
            tally.add(within_budget()?);
            tally.add(applications::check().unwrap_or_else(broken));
            tally.add(browser_tests(&[])?);
        }
        Err(error) => {
            tally.add(broken(error));
            tally.complain("Without a build no browser was started".to_owned());
        }
    }
    Ok(verdict(&tally))
}

/// The model alone: neither browser nor wasm target.
pub fn model() -> Result<ExitCode> {
    Ok(verdict(&native_tests(&[])?))
}

/// The scripts of `embed/` alone: neither browser nor wasm target.
pub fn scripts() -> Result<ExitCode> {
    setup::scripts()?;
    Ok(verdict(&scripts::check()?))
}

/// The npm package alone, in the applications that use it: no browser.
pub fn applications() -> Result<ExitCode> {
    Ok(verdict(&applications::check()?))
}

/// The browser tests alone, of a fresh release build.
pub fn web(filter: &[&str]) -> Result<ExitCode> {
    setup::run(setup::Extent::Browsers)?;
    build::run()?;
    let mut tally = applications::check()?;
    tally.add(browser_tests(filter)?);
    Ok(verdict(&tally))
}

fn style() -> Result<Tally> {
    let mut tally = Step {
        doing: "Checking the layout of the code",
        usually: "a second",
        remedy: "cargo fmt --all mends it",
    }
    .check(cargo("fmt").args(["--all", "--check"]))?;
    tally.add(
        Step {
            doing: "Clippy, native",
            usually: "a minute the first time",
            remedy: "The lines above tell what to change",
        }
        .check(
            cargo("clippy")
                .args(["--workspace", "--all-targets"])
                .args([
                    "--features",
                    "service-level-calculator/ssr,service-level-calculator/worker,service-level-calculator/bench",
                    "--",
                    "-D",
                    "warnings",
                ]),
        )?,
    );
    tally.add(
        Step {
            doing: "Clippy, wasm32",
            usually: "half a minute the first time",
            remedy: "The lines above tell what to change",
        }
        .check(
            cargo("clippy")
                .args(["--target", WASM, "--no-default-features"])
                .args(["--features", "ui,worker,bench", "--", "-D", "warnings"]),
        )?,
    );
    Ok(tally)
}

fn native_tests(features: &[&str]) -> Result<Tally> {
    Step {
        doing: "Testing the library",
        usually: "half a minute, two minutes the first time",
        remedy: "The lines above tell which test failed",
    }
    .check(cargo("test").arg("--no-fail-fast").args(features))
}

fn command_tests() -> Result<Tally> {
    Step {
        doing: "Testing these commands",
        usually: "seconds",
        remedy: "The lines above tell which test failed",
    }
    .check(cargo("test").args(["--package", "xtask", "--package", "bundle"]))
}

fn documentation() -> Result<Tally> {
    Step {
        doing: "Building the documentation",
        usually: "seconds",
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

/// The browser tests of what is in `dist/`.
pub fn browser_tests(filter: &[&str]) -> Result<Tally> {
    let mut tests = cargo("test");
    tests
        .args(["--package", "web", "--no-fail-fast", "--"])
        .args(filter);
    tool::put_on_path(&mut tests)?;
    Step {
        doing: "Testing in Chromium, Firefox and WebKit",
        usually: if filter.is_empty() {
            "forty minutes; their names appear as they pass"
        } else {
            "minutes; their names appear as they pass"
        },
        remedy: "The lines above tell which test failed in which browser",
    }
    .check(&mut tests)
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
