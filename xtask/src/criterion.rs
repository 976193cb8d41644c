//! The model's native benchmarks, `crates/model/benches/`, as criterion prints them.

use crate::figure::Figure;
use crate::repo;
use crate::step::Step;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Milliseconds that the benchmarks whose name contains a word may take natively: what Wasm may
/// take, by 1.6. The answer alone has the millisecond of a whole recomputation to itself.
const BOUNDS: [(&str, f64); 2] = [("evaluate", 1.0 / 1.6), ("draws", 250.0 / 1.6)];

/// Runs them.
pub fn figures() -> Result<Vec<Figure>> {
    Step {
        doing: "Measuring the model natively",
        usually: "a minute, three the first time",
        remedy: "The lines above tell what is wrong",
    }
    .announce();
    let mut cargo = Command::new("cargo");
    cargo
        .args(["bench", "--package", "service-level-model"])
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
    let figure = |(name, value): (String, f64)| {
        let bound = BOUNDS.iter().find(|(word, _)| name.contains(word));
        Figure {
            what: format!("natively: {name}"),
            value,
            unit: "ms".to_owned(),
            bound: bound.map(|(_, bound)| *bound),
        }
    };
    Ok(measured.into_iter().map(figure).collect())
}

/// Name and milliseconds from criterion's "name  time:   [1.2 ms 1.3 ms 1.4 ms]"; a long
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
        "ns" => 1e-6,
        "µs" | "us" => 1e-3,
        "ms" => 1.0,
        "s" => 1e3,
        _ => return None,
    };
    Some((name.to_owned(), value * unit))
}

#[cfg(test)]
mod tests {
    use super::measurement;

    #[test]
    fn the_middle_of_criterions_three_figures_is_read() {
        let line = "evaluate                time:   [80.10 µs 81.25 µs 82.50 µs]";
        assert_eq!(
            measurement(line, ""),
            Some(("evaluate".to_owned(), 81.25e-3))
        );
        let long = "                        time:   [1.1000 ms 1.2000 ms 1.3000 ms]";
        assert_eq!(
            measurement(long, "a long name"),
            Some(("a long name".to_owned(), 1.2))
        );
        assert_eq!(measurement("running 0 tests", ""), None);
    }
}
