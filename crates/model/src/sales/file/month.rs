//! Names of months in English and Russian.

/// Beginnings of the names, in lower case, January first; a month may have two.
const BEGINNINGS: [&[&str]; 12] = [
    &["jan", "янв"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "апр"],
    &["may", "май", "мая"],
    &["jun", "июн"],
    &["jul", "июл"],
    &["aug", "авг"],
    &["sep", "сен"],
    &["oct", "окт"],
    &["nov", "ноя"],
    &["dec", "дек"],
];

/// The longest name of a month, in letters.
const LONGEST: usize = 9;

/// The month, 1–12, of a name or its abbreviation of three letters or more.
pub fn by_name(name: &str) -> Option<u32> {
    if name.chars().nth(LONGEST).is_some() {
        return None;
    }
    let name = name.to_lowercase();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|start| name.starts_with(start));
    let (month, _) = (1..)
        .zip(BEGINNINGS)
        .find(|(_, beginnings)| begins(beginnings))?;
    Some(month)
}
