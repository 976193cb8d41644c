//! Signs and codes of currencies around an amount.

/// Codes and abbreviations, in lower case. Dollars are often preceded by a letter or two: `US$`.
const CODES: [&str; 103] = [
    "usd",
    "eur",
    "gbp",
    "rub",
    "rur",
    "uah",
    "kzt",
    "byn",
    "byr",
    "uzs",
    "kgs",
    "amd",
    "azn",
    "gel",
    "mdl",
    "tjs",
    "tmt",
    "chf",
    "pln",
    "czk",
    "huf",
    "ron",
    "bgn",
    "rsd",
    "sek",
    "nok",
    "dkk",
    "isk",
    "try",
    "ils",
    "inr",
    "cny",
    "rmb",
    "jpy",
    "krw",
    "thb",
    "vnd",
    "idr",
    "myr",
    "sgd",
    "hkd",
    "twd",
    "php",
    "aud",
    "nzd",
    "cad",
    "mxn",
    "brl",
    "ars",
    "clp",
    "cop",
    "pen",
    "zar",
    "ngn",
    "kes",
    "egp",
    "aed",
    "sar",
    "qar",
    "us",
    "ca",
    "au",
    "a",
    "c",
    "nz",
    "hk",
    "nt",
    "r",
    "rs",
    "rm",
    "rp",
    "zł",
    "zl",
    "kč",
    "kc",
    "ft",
    "kr",
    "fr",
    "sfr",
    "lei",
    "лв",
    "din",
    "дин",
    "руб",
    "рубль",
    "рубля",
    "рублей",
    "р",
    "p",
    "грн",
    "тг",
    "тнг",
    "тенге",
    "сум",
    "сом",
    "драм",
    "лари",
    "манат",
    "лей",
    "евро",
    "долл",
    "доллар",
    "долларов",
];

/// Words and letters for a thousand, in lower case.
const THOUSAND: [&str; 4] = ["k", "к", "тыс", "тысяч"];

fn is_sign(character: char) -> bool {
    matches!(character, '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '₠'..='⃀' | '﷼' | '￠' | '￡' | '￥' | '￦')
}

/// The text without one currency sign, code or abbreviation before or after it.
pub fn without_sign(text: &str) -> &str {
    let text = text.trim();
    let sign = text.strip_prefix(is_sign);
    if let Some(rest) = sign.or_else(|| text.strip_suffix(is_sign)) {
        return rest;
    }
    let (word, rest) = first_word(text);
    if !word.is_empty() && is_one_of(word, &CODES) {
        return rest;
    }
    let (rest, word) = last_word(text);
    if !word.is_empty() && is_one_of(word, &CODES) {
        return rest;
    }
    text
}

/// Whether a word, in lower case, is a code or abbreviation of more than one letter.
pub fn is_code(word: &str) -> bool {
    word.chars().nth(1).is_some() && CODES.contains(&word)
}

/// The text before a word for a thousand (`12 тыс.`, `1.2k`).
pub fn without_thousand(text: &str) -> Option<&str> {
    let (rest, word) = last_word(text.trim());
    is_one_of(word, &THOUSAND).then_some(rest)
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word) || words.contains(&word.to_lowercase().as_str())
}

/// The letters at the start, and what follows them and a point.
fn first_word(text: &str) -> (&str, &str) {
    let after = text.trim_start_matches(char::is_alphabetic);
    let word = text.strip_suffix(after).unwrap_or_default();
    (word, after.strip_prefix('.').unwrap_or(after))
}

/// The letters at the end, without the point after them, and what stands before.
fn last_word(text: &str) -> (&str, &str) {
    let text = text.strip_suffix('.').unwrap_or(text);
    let before = text.trim_end_matches(char::is_alphabetic);
    (before, text.strip_prefix(before).unwrap_or_default())
}
