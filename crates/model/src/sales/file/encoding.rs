//! The encoding of a file, and its text.

use super::error::SalesError;
use std::borrow::Cow;

/// How a file's bytes were read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-8, save for a few bytes, which were read as replacement characters.
    DamagedUtf8,
    /// UTF-16, as spreadsheets write "Unicode text".
    Utf16,
    /// Not UTF-8; letters beyond ASCII stand next to each other, as in Russian.
    Windows1251,
    /// Not UTF-8; letters beyond ASCII stand among those of ASCII, as in the west of Europe.
    Windows1252,
}

/// Windows-1251 from 0x80 to 0xBF; from there on it is А to я.
const CYRILLIC: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’',
    '“', '”', '•', '–', '—', '\u{FFFD}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{A0}', 'Ў', 'ў',
    'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©', 'Є', '«', '¬', '\u{AD}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ',
    'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
];

/// Windows-1252 from 0x80 to 0x9F; from there on it is Unicode.
const WESTERN: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// Valid characters beyond ASCII for each invalid sequence, from which on a file is UTF-8 with
/// faults and not of another encoding.
const VALID_FOR_EACH_FAULT: usize = 10;

/// Reads a file's text, without a byte order mark.
///
/// # Errors
/// `Workbook` for a spreadsheet's own format, `NotText` for other files that are no text.
pub fn decode(file: &[u8]) -> Result<(Cow<'_, str>, Encoding), SalesError> {
    match file {
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(SalesError::Workbook),
        [0xFF, 0xFE, rest @ ..] => return Ok(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Ok(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    if file.contains(&0) {
        return without_mark(file).ok_or(SalesError::NotText);
    }
    if let Ok(text) = std::str::from_utf8(file) {
        return Ok((Cow::Borrowed(text), Encoding::Utf8));
    }
    let (mut valid, mut faults) = (0_usize, 0_usize);
    for chunk in file.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    if valid >= VALID_FOR_EACH_FAULT.saturating_mul(faults) {
        return Ok((String::from_utf8_lossy(file), Encoding::DamagedUtf8));
    }
    let encoding = if is_cyrillic(file) {
        Encoding::Windows1251
    } else {
        Encoding::Windows1252
    };
    let character = |byte: &u8| match (encoding, *byte) {
        (_, 0..=0x7F) => char::from(*byte),
        (Encoding::Windows1251, 0xC0..) => {
            char::from_u32(u32::from('А') + u32::from(byte - 0xC0)).unwrap_or('\u{FFFD}')
        }
        (Encoding::Windows1251, _) => of(&CYRILLIC, byte - 0x80),
        (_, 0x80..=0x9F) => of(&WESTERN, byte - 0x80),
        _ => char::from(*byte),
    };
    Ok((Cow::Owned(file.iter().map(character).collect()), encoding))
}

fn of(table: &[char], at: u8) -> char {
    table.get(usize::from(at)).copied().unwrap_or('\u{FFFD}')
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'static, str>, Encoding) {
    let (pairs, _) = bytes.as_chunks();
    let units = pairs.iter().map(|pair| unit(*pair));
    let characters = char::decode_utf16(units);
    let text = characters.map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER));
    (Cow::Owned(text.collect()), Encoding::Utf16)
}

/// Reads UTF-16 without a byte order mark: its digits and separators have a zero byte each, always
/// on the same side.
fn without_mark(file: &[u8]) -> Option<(Cow<'static, str>, Encoding)> {
    let (pairs, _) = file.as_chunks::<2>();
    let zeros = |of: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| of(pair) == 0).count();
    let (first, second) = (zeros(|[first, _]| *first), zeros(|[_, second]| *second));
    let many = |zeros: usize| zeros >= (pairs.len() / 10).max(2);
    match (first, second) {
        (0, zeros) if many(zeros) => Some(utf16(file, u16::from_le_bytes)),
        (zeros, 0) if many(zeros) => Some(utf16(file, u16::from_be_bytes)),
        _ => None,
    }
}

/// Whether bytes beyond ASCII that are letters in both encodings stand next to each other more
/// often than next to a letter of ASCII. Where there are none, the signs of western currencies
/// decide.
fn is_cyrillic(file: &[u8]) -> bool {
    let letter = |byte: &u8| matches!(byte, 0xC0..|0xA8| 0xB8);
    let (mut together, mut among_ascii) = (0_usize, 0_usize);
    for pair in file.array_windows::<2>() {
        match pair {
            [one, other] if letter(one) && letter(other) => together += 1,
            [one, other] if letter(one) && other.is_ascii_alphabetic() => among_ascii += 1,
            [one, other] if one.is_ascii_alphabetic() && letter(other) => among_ascii += 1,
            _ => {}
        }
    }
    if together == among_ascii {
        return !file.iter().any(|byte| matches!(byte, 0x80 | 0xA3 | 0xA5));
    }
    together > among_ascii
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn decoded(file: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(file).unwrap();
        (text.into_owned(), encoding)
    }

    #[test]
    fn texts_are_read_in_their_encoding() {
        let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "Дата;Сумма\n01.02.2024;5"
                .encode_utf16()
                .flat_map(unit)
                .collect()
        };
        let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
        let expected = "Дата;Сумма\n01.02.2024;5";
        for (file, encoding) in [
            (marked(b"\xEF\xBB\xBF", expected.as_bytes()), Encoding::Utf8),
            (expected.as_bytes().to_vec(), Encoding::Utf8),
            (marked(b"\xFF\xFE", &little), Encoding::Utf16),
            (marked(b"\xFE\xFF", &big), Encoding::Utf16),
            (little, Encoding::Utf16),
            (big, Encoding::Utf16),
            (
                b"\xC4\xE0\xF2\xE0;\xD1\xF3\xEC\xEC\xE0\n01.02.2024;5".to_vec(),
                Encoding::Windows1251,
            ),
        ] {
            assert_eq!(decoded(&file), (expected.to_owned(), encoding));
        }
        assert_eq!(decoded(b"\xA8\xB8\xB9\x88").0, "Ёё№€");
        assert_eq!(
            decoded(b"M\xFCller;\x80 5"),
            ("Müller;€ 5".to_owned(), Encoding::Windows1252)
        );
        assert_eq!(decoded(b"a;\xA35").0, "a;£5");
        assert_eq!(decoded(b""), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn a_few_damaged_bytes_leave_a_text_utf8() {
        let mut file = "Иванов Иван;01.02.2024;5".as_bytes().to_vec();
        file.push(0xD0);
        let (text, encoding) = decoded(&file);
        assert_eq!(encoding, Encoding::DamagedUtf8);
        assert!(text.starts_with("Иванов") && text.ends_with('\u{FFFD}'));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (file, error) in [
            (&b"PK\x03\x04\x14\0"[..], SalesError::Workbook),
            (b"\xD0\xCF\x11\xE0\xA1", SalesError::Workbook),
            (b"a\0b\0\0c", SalesError::NotText),
            (b"\0\0\0\0", SalesError::NotText),
        ] {
            assert_eq!(decode(file), Err(error), "{file:?}");
        }
    }
}
