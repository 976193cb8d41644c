//! What a visitor downloads, against the budget.

use crate::build::program::PARTS;
use crate::check::weight::{Record, Weight, weigh};
use crate::repo;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::process::ExitCode;

/// What a visitor has to have for something to work, and how much that may weigh at most.
struct Bound {
    /// What works then.
    until: &'static str,
    /// Files by name; of several languages the heaviest counts, because one is fetched.
    files: &'static [&'static str],
    /// Brotli bytes.
    most: u64,
}

/// In the order in which a first visit to the page asks for them.
const FIRST_VISIT: &[&str] = &[
    "index.html",
    "page.js",
    "calculator.js",
    "style.css",
    "app.js",
    "app.wasm",
    "LANGUAGE.core.txt",
    "rest.css",
    "rest.wasm",
    "simulate.js",
    "worker.js",
    "worker.wasm",
    "panels.wasm",
    "LANGUAGE.more.txt",
];

const BOUNDS: [Bound; 3] = [
    Bound {
        until: "the first answer works",
        files: FIRST_VISIT.split_at(7).0,
        most: 135_000,
    },
    Bound {
        until: "the whole page works",
        files: FIRST_VISIT.split_at(10).0,
        most: 245_000,
    },
    Bound {
        until: "an embed is near the window",
        files: &["slc.js"],
        most: 4_000,
    },
];
/// Brotli bytes that each later part may bring at most once the page is there.
const MOST_OF_A_PART: u64 = 80_000;
/// Requests of a first visit, until it is idle.
const MOST_REQUESTS: usize = 20;
/// Files of the programs: Wasm, and the scripts that bind it.
const MOST_PROGRAM_FILES: usize = 8;
const PROGRAM_SCRIPTS: [&str; 2] = ["app.js", "worker.js"];

type Files = BTreeMap<String, Weight>;

/// Prints the table; fails above the budget.
pub fn run() -> Result<ExitCode> {
    Ok(match measure_and_print()? {
        None => ExitCode::SUCCESS,
        Some(excess) => {
            println!("{excess}");
            ExitCode::FAILURE
        }
    })
}

/// Prints the table; returns a complaint if the budget is exceeded.
pub fn measure_and_print() -> Result<Option<String>> {
    let files = weigh(&repo::dist()).context("`cargo xtask build` writes it")?;
    let first = names(&files, FIRST_VISIT)?;
    let before = Record::read();
    let mut now = Record::default();
    let mut excess = Vec::new();

    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for (name, weight) in &files {
        let mark = if first.contains(&name.as_str()) {
            "*"
        } else {
            " "
        };
        let change = before.change(name, weight.brotli);
        println!("{} {mark} {name}{change}", weight.row());
        now.note(name, weight.brotli);
    }
    println!("\n{:>9} {:>9} {:>9}  bound  sum", "raw", "gzip", "brotli");
    let mut hold = |sum: Weight, most: u64, what: &str| {
        let change = before.change(what, sum.brotli);
        now.note(what, sum.brotli);
        let mark = if sum.brotli > most { "ABOVE" } else { "" };
        println!("{} {most:>6}  {what}{change} {mark}", sum.row());
        if sum.brotli > most {
            excess.push(format!("{what}: {} bytes too many", sum.brotli - most));
        }
    };
    for Bound {
        until,
        files: of,
        most,
    } in BOUNDS
    {
        hold(sum(&files, of)?, most, &format!("until {until}"));
    }
    for part in PARTS.iter().filter_map(|path| path.rsplit_once('/')) {
        let file = format!("{}.wasm", part.1);
        hold(
            sum(&files, &[&file])?,
            MOST_OF_A_PART,
            &format!("for the part {}", part.1),
        );
    }
    let program = files.keys().filter(|name| is_program(name)).count();
    for (count, most, what) in [
        (first.len(), MOST_REQUESTS, "requests of a first visit"),
        (program, MOST_PROGRAM_FILES, "files of the programs"),
    ] {
        println!("{count:>29} {most:>6}  {what}");
        if count > most {
            excess.push(format!("{what}: {count}"));
        }
    }
    now.write()?;
    Ok((!excess.is_empty()).then(|| {
        let excess = excess.join("; ");
        format!("the page is above its budget ({excess}). See above which file grew")
    }))
}

/// Brotli bytes until the whole page works.
pub fn of_whole_page() -> Result<u64> {
    let [_, whole, _] = BOUNDS;
    Ok(sum(&weigh(&repo::dist())?, whole.files)?.brotli)
}

fn is_program(name: &str) -> bool {
    name.ends_with(".wasm") || PROGRAM_SCRIPTS.contains(&name)
}

/// The files that a list of names means.
fn names<'a>(files: &'a Files, wanted: &[&str]) -> Result<Vec<&'a str>> {
    let name = |wanted: &&str| {
        let found = match wanted.strip_prefix("LANGUAGE") {
            None => files.get_key_value(*wanted),
            Some(ending) => files
                .iter()
                .filter(|(name, _)| name.ends_with(ending))
                .max_by_key(|(_, weight)| weight.brotli),
        };
        let (name, _) = found.with_context(|| format!("the build has no {wanted}"))?;
        Ok(name.as_str())
    };
    wanted.iter().map(name).collect()
}

fn sum(files: &Files, wanted: &[&str]) -> Result<Weight> {
    let mut sum = Weight::default();
    for weight in names(files, wanted)?
        .into_iter()
        .filter_map(|name| files.get(name))
    {
        sum.add(*weight);
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::{Files, Weight, is_program, names, sum};

    fn files() -> Files {
        let rows = [("app.wasm", 9), ("en.core.txt", 2), ("ru.core.txt", 3)];
        let weight = |brotli| Weight {
            brotli,
            ..Weight::default()
        };
        rows.map(|(name, brotli)| (name.to_owned(), weight(brotli)))
            .into()
    }

    #[test]
    fn of_several_languages_the_heaviest_counts() {
        let wanted = ["app.wasm", "LANGUAGE.core.txt"];
        let found = names(&files(), &wanted).unwrap_or_default().join(" ");
        assert_eq!(found, "app.wasm ru.core.txt");
        assert_eq!(sum(&files(), &wanted).ok().map(|sum| sum.brotli), Some(12));
        assert!(names(&files(), &["page.js"]).is_err());
    }

    #[test]
    fn the_files_of_the_programs_are_counted() {
        assert!(is_program("rest.wasm") && is_program("worker.js"));
        assert!(!is_program("page.js"));
    }
}
