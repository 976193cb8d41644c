//! The many characters for one thing, brought to the one of ASCII.

use std::borrow::Cow;

/// The text without surrounding space, with every kind of digit, space, dash and apostrophe
/// brought to ASCII's, and without marks that are not seen (direction marks, byte order marks).
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |character| plain_character(character) == Some(character);
    if text.is_ascii() || text.chars().all(is_plain) {
        return Cow::Borrowed(text.trim());
    }
    let plain: String = text.chars().filter_map(plain_character).collect();
    Cow::Owned(plain.trim().to_owned())
}

fn plain_character(character: char) -> Option<char> {
    Some(match character {
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' => return None,
        '\u{FEFF}' | '\u{00AD}' | '\u{061C}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' | '`' | '\u{066C}' | '\u{FF07}' => '\'',
        '\u{066B}' => '.',
        // Full-width forms of ASCII.
        '\u{FF01}'..='\u{FF5E}' => shifted(character, 0xFF01, '!')?,
        '\u{0660}'..='\u{0669}' => shifted(character, 0x0660, '0')?,
        '\u{06F0}'..='\u{06F9}' => shifted(character, 0x06F0, '0')?,
        '\u{0966}'..='\u{096F}' => shifted(character, 0x0966, '0')?,
        _ if character.is_whitespace() => ' ',
        _ => character,
    })
}

/// The character as far after `to` as `character` is after the code point `from`.
fn shifted(character: char, from: u32, to: char) -> Option<char> {
    let distance = u32::from(character).checked_sub(from)?;
    char::from_u32(u32::from(to).checked_add(distance)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_become_those_of_ascii() {
        for (text, expected) in [
            ("12", "12"),
            ("\u{200E}12\u{FEFF}", "12"),
            ("１２，５", "12,5"),
            ("١٬٢٣٤٫٥", "1'234.5"),
            ("۱۲", "12"),
            ("1\u{202F}234\u{A0}₽", "1 234 ₽"),
            ("−5 – 6", "-5 - 6"),
            ("1’000", "1'000"),
            (" Ёж ", "Ёж"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
