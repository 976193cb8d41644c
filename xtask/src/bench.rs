//! Speed against the budgets.

use crate::repo;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

/// A bound on one benchmark's typical time.
struct Budget {
    /// What the benchmark's name contains.
    bench: &'static str,
    /// Nanoseconds, natively.
    bound: f64,
    /// Where the bound comes from.
    because: &'static str,
}

const BUDGETS: [Budget; 2] = [
    Budget {
        bench: "evaluate",
        bound: 625e3,
        because: "1 ms in Wasm, which may take 1.6 times as long",
    },
    Budget {
        bench: "draws",
        bound: 312e6,
        because: "10,000 draws in 500 ms of a worker, 1.6 times as long as native",
    },
];

/// Runs the native benchmarks and holds them against their bounds.
pub fn run() -> Result<ExitCode> {
    Step {
        doing: "Measuring the model natively",
        usually: "a minute, three the first time",
        remedy: "The lines above tell what is wrong",
    }
    .announce();
    let mut cargo = Command::new("cargo");
    cargo
        .arg("bench")
        .current_dir(repo::root())
        .stdout(Stdio::piped());
    let mut child = cargo.spawn().context("cannot start cargo")?;
    let mut measured: Vec<(String, f64)> = Vec::new();
    let mut last_line = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            measured.extend(measurement(&line, &last_line));
            last_line = line;
        }
    }
    if !child.wait()?.success() {
        bail!("the benchmarks broke off. The lines above tell what is wrong");
    }
    println!();
    let mut kept = true;
    for (name, time) in &measured {
        let note = match BUDGETS.iter().find(|budget| name.contains(budget.bench)) {
            None => String::new(),
            Some(Budget { bound, because, .. }) => {
                kept &= time <= bound;
                let verdict = if time <= bound { "within" } else { "ABOVE" };
                format!("{verdict} {} ({because})", in_words(*bound))
            }
        };
        println!("{name:<40} {:>10}  {note}", in_words(*time));
    }
    Ok(if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Name and nanoseconds from criterion's "name  time:   [1.2 ms 1.3 ms 1.4 ms]"; a long
/// name stands alone on the line before.
fn measurement(line: &str, line_before: &str) -> Option<(String, f64)> {
    let (name, figures) = line.split_once("time:")?;
    let name = if name.trim().is_empty() {
        line_before.trim()
    } else {
        name.trim()
    };
    let mut words = figures
        .trim()
        .trim_start_matches('[')
        .split_whitespace()
        .skip(2);
    let value: f64 = words.next()?.parse().ok()?;
    let unit = match words.next()? {
        "ns" => 1.0,
        "µs" | "us" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some((name.to_owned(), value * unit))
}

fn in_words(nanoseconds: f64) -> String {
    match nanoseconds {
        t if t < 1e3 => format!("{t:.0} ns"),
        t if t < 1e6 => format!("{:.1} µs", t / 1e3),
        t if t < 1e9 => format!("{:.1} ms", t / 1e6),
        t => format!("{:.2} s", t / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::measurement;

    #[test]
    fn the_middle_of_criterions_three_figures_is_read() {
        let line = "evaluate                time:   [80.10 µs 81.25 µs 82.50 µs]";
        assert_eq!(
            measurement(line, ""),
            Some(("evaluate".to_owned(), 81_250.0))
        );
        let long = "                        time:   [1.1000 ms 1.2000 ms 1.3000 ms]";
        assert_eq!(
            measurement(long, "a long name"),
            Some(("a long name".to_owned(), 1.2e6))
        );
        assert_eq!(measurement("running 0 tests", ""), None);
    }
}
