//! Parts of a document that are made from data: each stands between `<!-- name -->` and
//! `<!-- end of name -->`.

use super::{file, read};
use std::fs;

/// Asserts that the parts of a document are as they are made; with `UPDATE=1` writes them instead.
#[track_caller]
pub fn check(path: &str, parts: &[(&str, String)]) {
    let before = read(path);
    let mut after = before.clone();
    for (name, part) in parts {
        let open = format!("<!-- {name} -->\n");
        let close = format!("<!-- end of {name} -->");
        let start = after.find(&open);
        let start = start.unwrap_or_else(|| panic!("{path}: no {open}")) + open.len();
        let end = after.find(&close);
        let end = end.unwrap_or_else(|| panic!("{path}: no {close}"));
        after.replace_range(start..end, &format!("\n{part}\n"));
    }
    if std::env::var_os("UPDATE").is_some() {
        // In one step: other tests read the document at the same time.
        let beside = file(&format!("{path}.new"));
        fs::write(&beside, &after).unwrap();
        fs::rename(beside, file(path)).unwrap();
    } else {
        assert!(
            before == after,
            "{path} is not what the data says; cargo xtask update rewrites it"
        );
    }
}

/// A text without its generated parts, so that only what was written by hand is left.
pub fn by_hand(text: &str) -> String {
    let mut left = String::new();
    let mut generated = false;
    for line in text.lines() {
        let marker = line.starts_with("<!-- ");
        generated = (generated || marker) && !line.starts_with("<!-- end of ");
        if !generated && !marker {
            left.push_str(line);
            left.push('\n');
        }
    }
    left
}
