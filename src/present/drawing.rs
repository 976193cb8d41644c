//! A drawing as a file of its own: SVG text with its colours in it and the fonts of the system.

use std::fmt::Write as _;

/// How wide a letter is at most, in hundredths of the font's size: what words may take.
const LETTER: usize = 62;

/// SVG text that is being written; lengths are whole pixels of the drawing.
#[derive(Debug)]
pub struct Drawing(String);

/// How words stand: where, how large, how heavy, in which colour and to which side.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// To the right.
    pub x: i32,
    /// Down, of the line that they stand on.
    pub y: i32,
    /// The font's size.
    pub size: i32,
    /// Whether they are bold.
    pub bold: bool,
    /// Their colour.
    pub colour: &'static str,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
}

impl Drawing {
    /// A white drawing of this size, that is called so.
    #[must_use]
    pub fn new(width: i32, height: i32, title: &str) -> Self {
        let title = escaped(title);
        Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif\">\
             <title>{title}</title><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
        ))
    }

    /// Adds an element that stands here as it is.
    pub fn put(&mut self, element: &str) {
        self.0.push_str(element);
    }

    /// Adds a line of words.
    pub fn words(&mut self, at: Words, words: &str) {
        let Words {
            x,
            y,
            size,
            colour,
            anchor,
            bold,
        } = at;
        let weight = if bold { 700 } else { 400 };
        let words = escaped(words);
        let _ = write!(
            self.0,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{words}</text>"
        );
    }

    /// Adds words in lines of at most this width, at most so many; what finds no room ends in an
    /// ellipsis. Gives the lines that there are.
    pub fn paragraph(&mut self, at: Words, words: &str, width: i32, most: usize) -> i32 {
        let letters =
            (width.unsigned_abs() as usize * 100) / (at.size.unsigned_abs() as usize * LETTER);
        let lines = wrapped(words, letters.max(1), most);
        let leading = at.size * 5 / 4;
        let mut y = at.y;
        for line in &lines {
            self.words(Words { y, ..at }, line);
            y += leading;
        }
        lines.len() as i32
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> String {
        self.0 + "</svg>"
    }
}

/// Words in lines of at most so many letters.
fn wrapped(words: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let length = |line: &str| line.chars().count();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && length(&line) + 1 + length(word) > letters {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    let cut = lines.len() > most;
    lines.truncate(most);
    let count = lines.len();
    for (place, line) in lines.iter_mut().enumerate() {
        if length(line) > letters || (cut && place + 1 == count) {
            *line = line.chars().take(letters.saturating_sub(1)).collect();
            line.push('…');
        }
    }
    lines
}

/// Words within XML; what XML cannot hold at all is left out.
pub(super) fn escaped(words: &str) -> String {
    let mut safe = String::new();
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => safe.push(letter),
        }
    }
    safe
}
