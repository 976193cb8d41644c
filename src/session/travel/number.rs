//! Numbers in a short text that gives them back to the bit.
//!
//! Rust's own printing and parsing of floats would weigh more than all the rest of this on the
//! page. A decimal of up to 53 bits and 22 places is a whole number over a power of ten, both
//! exact, and one division rounds as it should: that writes and reads what people type. What is
//! left, such as most quotients, is `x` and the bits in hexadecimal.

/// Up to here every whole number is a double.
const EXACT: u64 = 1 << 53;

/// Up to here every power of ten is a double.
const MOST_PLACES: usize = 22;

/// The number as a text of digits, `-`, `.`, `x` and `a`–`f`.
pub fn write(number: f64) -> String {
    let (sign, size) = match number.is_sign_negative() {
        true => ("-", -number),
        false => ("", number),
    };
    let mut scale = 1.0;
    for places in 0..=MOST_PLACES {
        let whole = (size * scale).round();
        if whole >= EXACT as f64 {
            break;
        }
        if whole / scale == size {
            let digits = (whole as u64).to_string();
            let missing = (places + 1).saturating_sub(digits.len());
            let digits = "0".repeat(missing) + &digits;
            let (units, decimals) = digits.split_at(digits.len() - places);
            let point = if places == 0 { "" } else { "." };
            return [sign, units, point, decimals].concat();
        }
        scale *= 10.0;
    }
    // The last digits of rounder numbers are zeros.
    let bits = format!("x{:016x}", number.to_bits());
    bits.trim_end_matches('0').to_owned()
}

/// The finite number of a text.
pub fn read(text: &str) -> Option<f64> {
    let number = match text.strip_prefix('x') {
        Some(digits) => bits(digits)?,
        None => match text.strip_prefix('-') {
            Some(size) => -decimal(size)?,
            None => decimal(text)?,
        },
    };
    number.is_finite().then_some(number)
}

fn bits(digits: &str) -> Option<f64> {
    let mut bits: u64 = 0;
    let mut left: u32 = 64;
    for digit in digits.chars() {
        left = left.checked_sub(4)?;
        bits |= u64::from(digit.to_digit(16)?) << left;
    }
    Some(f64::from_bits(bits))
}

fn decimal(text: &str) -> Option<f64> {
    let (units, decimals) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    if units.is_empty() || decimals.len() > MOST_PLACES {
        return None;
    }
    let mut whole: u64 = 0;
    for digit in units.chars().chain(decimals.chars()) {
        let digit = u64::from(digit.to_digit(10)?);
        whole = whole.checked_mul(10)?.checked_add(digit)?;
    }
    let scale = decimals.chars().fold(1.0, |scale, _| scale * 10.0);
    (whole <= EXACT).then(|| whole as f64 / scale)
}
