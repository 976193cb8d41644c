//! Comma-separated values as RFC 4180 has them, with a mark by which spreadsheets know UTF-8.

use super::{Cell, Sheet, Writing};

/// What spreadsheets take for the start of a formula, in the widths in which it can be typed.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The tables below each other, an empty line between two.
#[must_use]
pub fn csv(sheets: &[Sheet], write: &Writing<'_>) -> String {
    let mut file = String::from('\u{feff}');
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            file.push_str("\r\n");
        }
        let head: Vec<_> = sheet
            .head
            .iter()
            .map(|name| quoted(&write.text(name)))
            .collect();
        line(&mut file, &head);
        for row in &sheet.rows {
            let cells: Vec<_> = row
                .iter()
                .map(|cell| match cell {
                    Cell::Text(words) => quoted(&write.text(words)),
                    Cell::Number(value) => write.number(*value),
                })
                .collect();
            line(&mut file, &cells);
        }
    }
    file
}

fn line(file: &mut String, cells: &[String]) {
    file.push_str(&cells.join(","));
    file.push_str("\r\n");
}

/// Words that no spreadsheet takes for a formula: an apostrophe before what would begin one, also
/// behind spaces, which some drop.
fn quoted(words: &str) -> String {
    let begins = words.trim_start_matches([' ', '\u{a0}']);
    let apostrophe = if begins.starts_with(FORMULA) { "'" } else { "" };
    let inner = words.replace('"', "\"\"");
    if apostrophe.is_empty() && !words.contains(['"', ',', ';', '\r', '\n', '\t']) {
        return inner;
    }
    ["\"", apostrophe, &inner, "\""].concat()
}
