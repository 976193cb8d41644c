//! The table of claims in METHODOLOGY.md: each claim names tests that there are.

use super::{file, read};
use std::fs;
use std::path::PathBuf;

/// How many claims the essays make.
const CLAIMS: usize = 23;

/// All Rust of the folders with tests, as one text.
fn tests() -> String {
    let mut text = String::new();
    let mut folders: Vec<PathBuf> = vec![
        file("tests"),
        file("crates/model/tests"),
        file("crates/l10n/tests"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

/// The words between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Names of tests are sentences: no id of the tables is as long.
fn is_sentence(word: &str) -> bool {
    word.matches('_').count() >= 4
}

/// The files of cases that a cell names: "cases `outcome` (`exceeding`), `beliefs`; …".
fn cases(cell: &str) -> Vec<String> {
    let parts = cell.split(';').map(str::trim);
    let lists = parts.filter_map(|part| part.strip_prefix("cases "));
    let bare = lists.map(|list| {
        let outside = list
            .split('(')
            .map(|part| part.rsplit(')').next().unwrap_or(part));
        outside.collect::<String>()
    });
    bare.flat_map(|list| quoted(&list).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_test_that_the_methodology_names_is_there() {
    let (text, tests) = (read("METHODOLOGY.md"), tests());
    let mut named = 0;
    for name in quoted(&text).filter(|word| is_sentence(word)) {
        named += 1;
        assert!(tests.contains(&format!("fn {name}(")), "no test {name}");
    }
    assert!(named > CLAIMS, "{named} tests are named");
}

#[test]
fn every_claim_of_the_essays_names_a_test() {
    let text = read("METHODOLOGY.md");
    let (_, table) = text.split_once("\n## Claims\n").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| "));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(" | ").collect()).collect();
    // The first row is the head.
    assert_eq!(rows.len(), CLAIMS + 1);
    for (row, number) in rows.iter().skip(1).zip(1..) {
        assert_eq!(row[0], number.to_string());
        let shown_by = row[row.len() - 1];
        assert!(
            quoted(shown_by).any(is_sentence) || !cases(shown_by).is_empty(),
            "{number}"
        );
        for name in cases(shown_by) {
            let path = file(&format!("tests/cases/{name}.json"));
            assert!(path.exists(), "claim {number}: no cases {name}");
        }
    }
}
