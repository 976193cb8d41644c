//! Numbers as people type them.

/// Why an entry is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was entered.
    Empty,
    /// Not one finite number.
    Unreadable,
}

const SIGNS: [char; 11] = ['%', '$', '€', '£', '₽', '₸', '₴', '₺', '₹', '¥', '¤'];

/// Reads `text` as someone meant it whose language puts `group`, if that is point or comma,
/// between thousands.
pub fn parse(text: &str, group: Option<char>) -> Result<f64, NumberError> {
    let around = |c: char| c.is_whitespace() || SIGNS.contains(&c);
    let text = text.trim_matches(around);
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let number = unsigned(text.trim_start_matches(around), group);
    match number.filter(|number| number.is_finite()) {
        Some(number) => Ok(if negative { -number } else { number }),
        None => Err(NumberError::Unreadable),
    }
}

fn unsigned(text: &str, group: Option<char>) -> Option<f64> {
    let (body, mut exponent) = match text.split_once(['e', 'E']) {
        Some((body, exponent)) => (body, i32::from(exponent.parse::<i16>().ok()?)),
        None => (text, 0),
    };
    let (whole, fraction) = match decimal_mark(body, group) {
        Some(mark) => body.rsplit_once(mark)?,
        None => (body, ""),
    };
    let mut digits = ungrouped(whole)?;
    digits.push_str(fraction);
    if digits.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    exponent -= i32::try_from(fraction.len()).ok()?;
    // The standard parser's tables weigh 15 KB compressed. This is as exact up to 15
    // digits, and within a few units of the last place beyond.
    let number = digits
        .bytes()
        .fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    let scale = 10f64.powi(exponent.abs());
    Some(if exponent < 0 {
        number / scale
    } else {
        number * scale
    })
}

/// Which of point and comma sets off the decimals, if any does.
fn decimal_mark(body: &str, group: Option<char>) -> Option<char> {
    let last = body.rfind(['.', ','])?;
    let mark = if body.get(last..)?.starts_with('.') {
        '.'
    } else {
        ','
    };
    let (before, after) = body.rsplit_once(mark)?;
    if before.contains(mark) {
        return None; // it groups: 1.234.567
    }
    let alone = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    let grouping = alone && before.len() <= 3 && !before.starts_with('0') && after.len() == 3;
    (!(grouping && group == Some(mark))).then_some(mark)
}

/// Digits without the marks between thousands; `None` if these stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let apostrophe = |c| matches!(c, '\'' | '’');
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit()).map(|c| {
        if c.is_whitespace() {
            ' '
        } else if apostrophe(c) {
            '\''
        } else {
            c
        }
    });
    let first = groups.next()?;
    let mut digits = first.to_owned();
    if let Some(mark) = marks.next() {
        let known = matches!(mark, ' ' | '\'' | '.' | ',');
        if !known || marks.any(|other| other != mark) || !(1..=3).contains(&first.len()) {
            return None;
        }
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}
