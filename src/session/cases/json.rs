//! As much of JSON as the file of cases needs, read by hand: the page has no other reader.

use super::Place;

/// How deep values may stand in each other.
const DEEPEST: u8 = 16;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object, in its order.
    Object(Vec<(String, Json<'a>)>),
    /// A number, `true`, `false` or `null`, as it stands there.
    Other(&'a str),
}

impl Json<'_> {
    /// The value of a key of an object; the last one counts.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(pairs) => {
                let found = pairs.iter().rev().find(|(own, _)| own == key);
                found.map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

/// Appends a text as JSON has it.
pub fn write(text: &str, to: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    to.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => to.extend(['\\', letter]),
            '\0'..='\x1f' => {
                to.push_str("\\u00");
                let code = letter as usize;
                to.extend(DIGITS.get(code / 16));
                to.extend(DIGITS.get(code % 16));
            }
            _ => to.push(letter),
        }
    }
    to.push('"');
}

/// Reads a text that is one value.
///
/// # Errors
/// It is no JSON from this place on.
pub fn read(text: &str) -> Result<Json<'_>, Place> {
    // Some editors put a mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { rest: text };
    let value = reader.value(0).filter(|_| {
        reader.space();
        reader.rest.is_empty()
    });
    value.ok_or_else(|| {
        let before = text.strip_suffix(reader.rest).unwrap_or_default();
        let last = before.rsplit('\n').next().unwrap_or_default();
        Place {
            line: before.matches('\n').count() + 1,
            column: last.chars().count() + 1,
        }
    })
}

struct Reader<'a> {
    /// What is still to be read; where reading fails, from there on.
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    /// Takes a letter if it comes next.
    fn takes(&mut self, letter: char) -> bool {
        let rest = self.rest.strip_prefix(letter);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The same after space.
    fn mark(&mut self, letter: char) -> bool {
        self.space();
        self.takes(letter)
    }

    fn value(&mut self, depth: u8) -> Option<Json<'a>> {
        self.space();
        if depth > DEEPEST {
            return None;
        }
        if self.takes('{') {
            let pair = |own: &mut Self| {
                own.space();
                let key = own.text()?;
                let colon = own.mark(':');
                Some((key, colon.then(|| own.value(depth + 1))??))
            };
            return self.several('}', pair).map(Json::Object);
        }
        if self.takes('[') {
            return self
                .several(']', |own| own.value(depth + 1))
                .map(Json::List);
        }
        if self.rest.starts_with('"') {
            return self.text().map(Json::Text);
        }
        self.other().map(Json::Other)
    }

    fn several<T>(
        &mut self,
        end: char,
        mut one: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut all = Vec::new();
        if self.mark(end) {
            return Some(all);
        }
        loop {
            all.push(one(self)?);
            if self.mark(end) {
                return Some(all);
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn other(&mut self) -> Option<&'a str> {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        let end = self.rest.find(|letter| !is_part(letter));
        let (word, rest) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        let known = ["true", "false", "null"].contains(&word) || is_number(word);
        known.then(|| {
            self.rest = rest;
            word
        })
    }

    fn text(&mut self) -> Option<String> {
        if !self.takes('"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let letter = self.rest.chars().next()?;
            match letter {
                '"' => {
                    self.takes('"');
                    return Some(text);
                }
                '\0'..='\x1f' => return None,
                '\\' => text.push(self.escaped()?),
                _ => {
                    self.takes(letter);
                    text.push(letter);
                }
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        letters.next();
        let plain = match letters.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => return self.coded(),
            letter @ ('"' | '\\' | '/') => letter,
            _ => return None,
        };
        self.rest = letters.as_str();
        Some(plain)
    }

    /// `\u00e9`, or two of them for what lies beyond.
    fn coded(&mut self) -> Option<char> {
        let start = self.rest;
        let first = self.unit()?;
        let code = match first {
            0xd800..0xdc00 => match self.unit() {
                Some(second @ 0xdc00..0xe000) => {
                    0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                }
                _ => first,
            },
            _ => first,
        };
        let letter = char::from_u32(code);
        if letter.is_none() {
            self.rest = start;
        }
        letter
    }

    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.strip_prefix("\\u")?.split_at_checked(4)?;
        let mut code = 0;
        for digit in digits.chars() {
            code = 16 * code + digit.to_digit(16)?;
        }
        self.rest = rest;
        Some(code)
    }
}

/// Whether a word is a number: `-12.5e+3`.
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix('-').unwrap_or(word);
    let (base, power) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, part) = base.split_once('.').unwrap_or((base, "0"));
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let leads = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !leads && digits(part) && digits(power)
}
