//! A text of a file, as a message quotes it.

/// The text for a message: one line of at most 40 characters.
pub fn quotable(text: &str) -> String {
    const MOST: usize = 40;
    let mut quoted: String = text
        .trim()
        .chars()
        .take(MOST)
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    if text.trim().chars().nth(MOST).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_for_a_message() {
        assert_eq!(quotable(" a\nb "), "a b");
        assert_eq!(quotable(&"x".repeat(100_000)).chars().count(), 41);
    }
}
