//! Plural rules as the Unicode CLDR writes them: `v = 0 and i % 10 = 2..4 or n = 0`.

/// A constant of the type `Rule`.
///
/// # Errors
/// The condition that cannot be read.
pub fn code(rule: &str) -> Result<String, String> {
    let any: Result<Vec<String>, String> = rule
        .split(" or ")
        .map(|all| {
            let all: Result<Vec<String>, String> = all.split(" and ").map(relation).collect();
            Ok(format!("&[{}]", all?.join(", ")))
        })
        .collect();
    Ok(format!("&[{}]", any?.join(", ")))
}

/// `i % 10 = 2..4,9` as a constant of the type `Relation`.
fn relation(condition: &str) -> Result<String, String> {
    let unclear = || format!("{condition:?} is not a condition");
    let (left, right, within) = match condition.split_once("!=") {
        Some((left, right)) => (left, right, false),
        None => {
            let (left, right) = condition.split_once('=').ok_or_else(unclear)?;
            (left, right, true)
        }
    };
    let (operand, modulus) = match left.split_once('%') {
        Some((operand, modulus)) => {
            let modulus: u64 = modulus.trim().parse().map_err(|_| unclear())?;
            (operand, Some(modulus).filter(|modulus| *modulus > 0))
        }
        None => (left, None),
    };
    let operand = match operand.trim() {
        "n" => "N",
        "i" => "I",
        "v" => "V",
        "w" => "W",
        "f" => "F",
        "t" => "T",
        "c" | "e" => "E",
        _ => return Err(unclear()),
    };
    let mut ranges = Vec::new();
    for range in right.split(',') {
        let (first, last) = range.split_once("..").unwrap_or((range, range));
        let number = |text: &str| text.trim().parse::<u64>().map_err(|_| unclear());
        ranges.push((number(first)?, number(last)?));
    }
    Ok(format!(
        "Relation {{ operand: Operand::{operand}, modulus: {modulus:?}, within: {within}, \
         ranges: &{ranges:?} }}"
    ))
}
