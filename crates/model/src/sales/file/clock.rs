//! The time that may follow a date.

/// Whether the text is nothing, or a time with a sign or a space before it: `T13:45:00.000Z`,
/// ` 1:45 PM`, `, 13:45:00 +03:00`. `г.` for "year" may precede it.
pub fn is_time(text: &str) -> bool {
    let text = without_year_word(text.trim());
    if text.is_empty() {
        return true;
    }
    let (set_apart, text) = match text.strip_prefix(['T', 't', ',', ' ']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let text = ["в ", "at "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    let (hour, rest) = digits(text);
    // ISO's basic form has no colons: 134500.
    if set_apart && matches!(hour.len(), 4 | 6) {
        return is_zone(rest);
    }
    let Some(rest) = rest.strip_prefix(':').filter(|_| below(hour, 25)) else {
        return below(hour, 13) && is_half_of_day(rest.trim_start());
    };
    let (minutes, rest) = digits(rest);
    let mut rest = rest;
    if !below(minutes, 60) || minutes.len() != 2 {
        return false;
    }
    if let Some(after) = rest.strip_prefix(':') {
        let (seconds, after) = digits(after);
        if !below(seconds, 61) {
            return false;
        }
        rest = after
            .strip_prefix(['.', ','])
            .map_or(after, |fraction| digits(fraction).1);
    }
    let rest = rest.trim_start();
    is_half_of_day(rest) || is_zone(rest)
}

fn without_year_word(text: &str) -> &str {
    let words = ["года", "год", "г.", "г"].iter();
    let mut rests = words.filter_map(|word| text.strip_prefix(word));
    rests
        .find(|rest| !rest.starts_with(char::is_alphabetic))
        .map_or(text, str::trim_start)
}

/// The digits at the start, and what follows.
fn digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

/// Whether one or two digits are a number below `bound`.
fn below(digits: &str, bound: u8) -> bool {
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|number| number < bound)
}

fn is_half_of_day(text: &str) -> bool {
    let text = text.replace(['.', ' '], "");
    text.eq_ignore_ascii_case("am") || text.eq_ignore_ascii_case("pm")
}

/// Whether the text is nothing or a time zone: `Z`, `UTC`, `+03:00`, `+0300 MSK`.
fn is_zone(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let offset = |word: &str| {
        let number = word.strip_prefix(['+', '-']).unwrap_or_default();
        let of_offset = |byte: u8| byte.is_ascii_digit() || byte == b':';
        (1..=5).contains(&number.len()) && number.bytes().all(of_offset)
    };
    let name = |word: &str| word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    words.clone().count() <= 2 && words.all(|word| offset(word) || name(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_recognised() {
        for text in [
            "",
            " ",
            " 13:45",
            " 9:05",
            "T13:45:00",
            "T13:45:00Z",
            "T13:45:00.123456+03:00",
            ", 13:45:00",
            " 1:45 PM",
            " 1:45:00 p.m.",
            " 1 PM",
            " 13:45:00 +0300",
            " 13:45:00 UTC",
            " 13:45:00 +0300 MSK",
            " г.",
            "г. 13:45",
            " года",
            " в 13:45",
            "T134500Z",
            " 24:00",
            " 00:00:00,000",
        ] {
            assert!(is_time(text), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_time_is_not() {
        for text in [
            "x",
            " 25:00",
            " 13:60",
            " 13:5",
            " 13",
            "-13:45:00:00",
            " 13:45 o'clock sharp",
            " 1:45 XX XX XX",
            ".5",
            "/2024",
            "г2024",
            " 13:45:61",
            " 99 PM",
        ] {
            assert!(!is_time(text), "{text:?}");
        }
    }
}
