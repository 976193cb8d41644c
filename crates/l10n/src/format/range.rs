//! A range from its two ends as they are written: "$8K–27K", "12–18%", "0,47–1,6 млн ₽".
//! `Intl` has its own way, "$7.9–27K", which takes it fifty times as long as a number.

/// What stands before the digits of a number, the digits, and what stands after them.
fn parts(written: &str) -> (&str, &str, &str) {
    let digit = |c: char| c.is_ascii_digit();
    let start = written.find(digit).unwrap_or(0);
    let end = written.rfind(digit).map_or(start, |last| last + 1);
    let (before, rest) = written.split_at(start);
    let (digits, after) = rest.split_at(end - start);
    (before, digits, after)
}

/// Whether a unit is a letter at the digits, as the K of "$8K", which stays with each of them.
fn is_letter(unit: &str) -> bool {
    unit.starts_with(char::is_alphabetic)
}

/// The range from `first` to `second`, which is written for `high`; `scaled` writes both as plain
/// numbers of so many.
pub(super) fn join(
    first: &str,
    second: &str,
    high: f64,
    scaled: impl FnOnce(f64) -> (String, String),
) -> String {
    let (before, digits, after) = parts(first);
    let (sign, last, unit) = parts(second);
    let last = if before == sign {
        format!("{last}{unit}")
    } else {
        second.to_owned()
    };
    if is_letter(unit) && after == unit {
        return format!("{first}–{last}");
    }
    if is_letter(unit) {
        return format!("{first}–{second}");
    }
    if after == unit {
        return format!("{before}{digits}–{last}");
    }
    // One unit for both, if it is a power of a thousand.
    let mut scale = 1.0;
    while high >= 1000.0 * scale {
        scale *= 1000.0;
    }
    let (low, high) = scaled(scale);
    if last == format!("{high}{unit}") {
        format!("{before}{low}–{last}")
    } else {
        format!("{first}–{last}")
    }
}
