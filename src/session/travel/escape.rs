//! Free text in letters, digits and `-._~`; every other byte as `%` and two hexadecimal digits.

/// The text as it travels.
pub fn write(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) {
            written.push(letter);
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

/// The text that travelled. Letters that something on the way has unescaped are taken as they are.
pub fn read(written: &str) -> Option<String> {
    let mut parts = written.split('%');
    let mut text = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        let mut digits = digits.chars().map(|digit| digit.to_digit(16));
        let (high, low) = (digits.next()??, digits.next()??);
        text.push(u8::try_from(16 * high + low).ok()?);
        text.extend(rest.bytes());
    }
    String::from_utf8(text).ok()
}
