//! What a visitor downloads, against the budget.

use crate::repo;
use crate::weight::{Record, Weight, weigh};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

/// What a visitor has to have for something to work, and how much that may weigh at most.
struct Bound {
    /// What works then.
    until: &'static str,
    /// Files by name; of several languages the heaviest counts, because one is fetched.
    files: &'static [&'static [&'static str]],
    /// Parts of the program by name, with whatever they share with others.
    parts: &'static [&'static str],
    /// Brotli bytes.
    most: u64,
}

impl Bound {
    /// All that it counts, of these.
    fn weight(&self, files: &Files) -> Result<Weight> {
        let mut wanted = names(files, &self.files.concat())?;
        wanted.extend(of_parts(files, self.parts));
        Ok(sum(files, &wanted))
    }
}

const FIRST: [&str; 7] = [
    "index.html",
    "page.js",
    "calculator.js",
    "style.css",
    "app.js",
    "app.wasm",
    "LANGUAGE.core.txt",
];
/// Files that the rest of the first screen needs.
const SCREEN_FILES: [&str; 2] = ["screen.css", "simulate.js"];
/// Its part of the program.
const SCREEN: [&str; 1] = ["screen"];

/// The part that is fetched together with the first screen.
const BELOW: &str = "below";

const BOUNDS: [Bound; 3] = [
    Bound {
        until: "the first answer works",
        files: &[&FIRST],
        parts: &[],
        most: 135_000,
    },
    Bound {
        until: "everything on the first screen works",
        files: &[&FIRST, &SCREEN_FILES],
        parts: &SCREEN,
        most: 150_000,
    },
    Bound {
        until: "an embed is near the window",
        files: &[&["slc.js"]],
        parts: &[],
        most: 4_000,
    },
];
/// Brotli bytes that each other part may bring at most once the first screen is there.
const MOST_OF_A_PART: u64 = 80_000;

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
    let first = names(&files, &FIRST)?;
    let before = Record::read();
    let mut now = Record::default();
    let mut excess = Vec::new();

    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for (name, weight) in &files {
        let mark = if first.contains(name) { "*" } else { " " };
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
    for bound in &BOUNDS {
        hold(
            bound.weight(&files)?,
            bound.most,
            &format!("until {}", bound.until),
        );
    }
    let first = of_parts(&files, &SCREEN);
    for part in later_parts(&files) {
        // `below` is fetched together with the first screen, the others after both.
        let there = match part {
            BELOW => first.clone(),
            _ => &first | &of_parts(&files, &[BELOW]),
        };
        let more = &of_parts(&files, &[part]) - &there;
        hold(
            sum(&files, &more),
            MOST_OF_A_PART,
            &format!("for the part {part}"),
        );
    }
    now.write()?;
    Ok((!excess.is_empty()).then(|| {
        let excess = excess.join("; ");
        format!("the page is above its budget ({excess}). See above which file grew")
    }))
}

/// Brotli bytes until everything on the first screen works.
pub fn of_first_screen() -> Result<u64> {
    let [_, screen, _] = &BOUNDS;
    Ok(screen.weight(&weigh(&repo::dist())?)?.brotli)
}

/// The files that a list of names means.
fn names(files: &Files, wanted: &[&str]) -> Result<BTreeSet<String>> {
    let name = |wanted: &&str| {
        let found = match wanted.strip_prefix("LANGUAGE") {
            None => files.get_key_value(*wanted),
            Some(ending) => files
                .iter()
                .filter(|(name, _)| name.ends_with(ending))
                .max_by_key(|(_, weight)| weight.brotli),
        };
        let (name, _) = found.with_context(|| format!("the build has no {wanted}"))?;
        Ok(name.clone())
    };
    wanted.iter().map(name).collect()
}

/// The parts in a file's name: "panels.wasm", or "panels.screen.wasm" for what two share.
fn parts_of(name: &str) -> impl Iterator<Item = &str> {
    let stem = name.strip_suffix(".wasm");
    let stem = stem.filter(|stem| !["app", "worker"].contains(stem));
    stem.into_iter().flat_map(|stem| stem.split('.'))
}

fn of_parts(files: &Files, parts: &[&str]) -> BTreeSet<String> {
    let wanted = |name: &&String| parts_of(name).any(|part| parts.contains(&part));
    files.keys().filter(wanted).cloned().collect()
}

fn later_parts(files: &Files) -> BTreeSet<&str> {
    let all = files.keys().flat_map(|name| parts_of(name));
    all.filter(|part| !SCREEN.contains(part)).collect()
}

fn sum(files: &Files, names: &BTreeSet<String>) -> Weight {
    let mut sum = Weight::default();
    for weight in names.iter().filter_map(|name| files.get(name)) {
        sum.add(*weight);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{Files, Weight, later_parts, names, of_parts};
    use std::collections::BTreeSet;

    fn files() -> Files {
        let rows = [
            ("app.wasm", 9),
            ("worker.wasm", 9),
            ("screen.wasm", 5),
            ("panels.wasm", 7),
            ("panels.screen.wasm", 1),
            ("en.core.txt", 2),
            ("ru.core.txt", 3),
        ];
        let weight = |brotli| Weight {
            brotli,
            ..Weight::default()
        };
        rows.map(|(name, brotli)| (name.to_owned(), weight(brotli)))
            .into()
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn of_several_languages_the_heaviest_counts() {
        let found = names(&files(), &["app.wasm", "LANGUAGE.core.txt"]).ok();
        assert_eq!(found, Some(set(&["app.wasm", "ru.core.txt"])));
        assert!(names(&files(), &["page.js"]).is_err());
    }

    #[test]
    fn a_part_comes_with_what_it_shares() {
        let screen = set(&["screen.wasm", "panels.screen.wasm"]);
        assert_eq!(of_parts(&files(), &["screen"]), screen);
        assert_eq!(
            later_parts(&files()).into_iter().collect::<Vec<_>>(),
            ["panels"]
        );
    }
}
