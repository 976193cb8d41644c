//! libFuzzer on what comes from outside: links, what browsers have stored, imported files. Its
//! coverage comes from the compiler's stable flags, so that it needs no other toolchain.

use crate::step::{Step, output_of};
use crate::tally::Tally;
use crate::{debian, repo, test};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// What there is a target for in `fuzz/targets/`.
const TARGETS: [&str; 3] = ["link", "stored", "file"];

/// How long each runs unless it is said, seconds.
pub const USUAL: &str = "60";

/// How long each runs among the checks, seconds: enough to see that it does.
const SMOKE: u32 = 8;

/// What has the compiler count which branches are taken.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table";

/// What stands before the number of texts in what it says at the end.
const RUNS: &str = "stat::number_of_executed_units:";

/// Where flags of one's own do not reach what is compiled for building.
const HOST: &str = "host-tuple";

/// Runs every target for so many seconds, on from what earlier runs have found.
pub fn run(seconds: &str) -> Result<ExitCode> {
    let seconds = seconds
        .parse()
        .with_context(|| format!("not a number of seconds: {seconds}"))?;
    Ok(test::verdict(&check(seconds)?))
}

/// The same for a moment.
pub fn smoke() -> Result<Tally> {
    check(SMOKE)
}

fn check(seconds: u32) -> Result<Tally> {
    // The fuzzer itself is written in it.
    if output_of(Command::new("c++").arg("--version")).is_err() {
        debian::install(&["g++"], "half a minute")?;
    }
    let built = repo::target().join("fuzz");
    Step {
        doing: "Compiling the fuzz targets",
        usually: "a minute, two the first time",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--locked",
                "--release",
                "--target",
                HOST,
            ])
            .arg("--target-dir")
            .arg(&built)
            .env("RUSTFLAGS", FLAGS)
            .current_dir(folder()),
    )?;
    let mut tally = Tally::default();
    for target in TARGETS {
        tally.add(fuzz(target, seconds)?);
    }
    Ok(tally)
}

fn folder() -> PathBuf {
    repo::root().join("fuzz")
}

/// Runs a target; what breaks it is kept beside what it has found.
fn fuzz(target: &str, seconds: u32) -> Result<Tally> {
    let found = repo::target().join("fuzz/found").join(target);
    fs::create_dir_all(&found).with_context(|| format!("cannot create {}", found.display()))?;
    let triple = output_of(Command::new("rustc").args(["--print", HOST]))?;
    let built = repo::target().join("fuzz").join(triple.trim());
    let breaks = format!("{}/", repo::target().join("fuzz").display());
    let log = format!("fuzz-{target}");
    let step = Step {
        doing: &format!("Fuzzing: {target}"),
        usually: &format!("{seconds} seconds"),
        remedy: "The file that it names is what broke it: give it to the target as its argument",
    };
    let ran = step.run_logged(
        &log,
        Command::new(built.join("release").join(target))
            .arg(format!("-max_total_time={seconds}"))
            .arg("-timeout=10")
            .arg("-print_final_stats=1")
            .arg(format!("-dict={}", folder().join("words.dict").display()))
            .arg(format!("-artifact_prefix={breaks}{target}-"))
            .arg(&found)
            .arg(folder().join("seeds").join(target)),
    );
    let said = fs::read_to_string(repo::scratch()?.join(format!("{log}.log"))).unwrap_or_default();
    for runs in said.lines().filter_map(|line| line.strip_prefix(RUNS)) {
        println!("    {target}: {} texts", runs.trim());
    }
    let mut tally = Tally::default();
    tally.settle(ran.is_ok());
    if let Err(error) = ran {
        tally.complain(format!("{error:#}"));
    }
    Ok(tally)
}
