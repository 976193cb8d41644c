//! The records of a CSV text, one by one.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Bytes and cells for which there is room at first.
const ROOM: (usize, usize) = (1 << 10, 1 << 5);

/// Reads records one by one; `csv_core` knows quotes and line ends, lines are counted here.
pub struct Records<'t> {
    reader: Reader,
    rest: &'t [u8],
    /// The line at which `rest` begins, from 1.
    line: u32,
    /// Whether `rest` begins with the second half of `\r\n`.
    halfway: bool,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// A record: its cells as texts, without their quotation marks.
pub struct Record<'r> {
    /// The line at which it begins, from 1.
    pub line: u32,
    /// The line at which it ends, later where a cell has line breaks in it.
    pub last_line: u32,
    bytes: &'r [u8],
    ends: &'r [usize],
}

/// A quotation mark that is opened in this line and never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuote(pub u32);

impl<'t> Records<'t> {
    /// The records of a text whose cells are separated by an ASCII character; `line` is the line
    /// of the file at which the text begins.
    pub fn new(text: &'t str, separator: u8, line: u32) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(separator).build(),
            rest: text.as_bytes(),
            line,
            halfway: false,
            bytes: vec![0; ROOM.0],
            ends: vec![0; ROOM.1],
        }
    }

    /// The next record that has any text but line breaks; `None` at the end.
    ///
    /// # Errors
    /// [`OpenQuote`]: the rest of the file would be one cell.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, OpenQuote> {
        self.skip_line_breaks();
        let line = self.line;
        let (mut filled, mut cells) = (0, 0);
        // At the end of the text a line break ends the last record; if it does not, it stands
        // within quotation marks.
        let mut ending: Option<&[u8]> = None;
        loop {
            let input = ending.unwrap_or(self.rest);
            let room = self.bytes.get_mut(filled..).unwrap_or_default();
            let ends = self.ends.get_mut(cells..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, room, ends);
            (filled, cells) = (filled + written, cells + ended);
            if ending.is_none() {
                self.advance(read);
            }
            match result {
                ReadRecordResult::Record if ending == Some(b"") => return Err(OpenQuote(line)),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::InputEmpty if ending.is_none() => ending = Some(b"\n"),
                ReadRecordResult::InputEmpty => ending = Some(b""),
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            }
        }
        // The line break that ended the record is counted already, unless the text ends without one.
        let counted = ending.is_none() && !self.halfway;
        Ok(Some(Record {
            line,
            last_line: self.line.saturating_sub(u32::from(counted)),
            bytes: self.bytes.get(..filled).unwrap_or_default(),
            ends: self.ends.get(..cells).unwrap_or_default(),
        }))
    }

    fn skip_line_breaks(&mut self) {
        let breaks = self
            .rest
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let breaks = breaks.count();
        self.advance(breaks);
    }

    /// Goes on by so many bytes and counts the lines that end in them. `\r\n` ends a line once.
    fn advance(&mut self, bytes: usize) {
        let (taken, rest) = self
            .rest
            .split_at_checked(bytes)
            .unwrap_or((self.rest, &[]));
        let count = |wanted: u8| taken.iter().filter(|byte| **byte == wanted).count();
        let (feeds, returns) = (count(b'\n'), count(b'\r'));
        self.halfway = taken.ends_with(b"\r") && rest.starts_with(b"\n");
        let mut pairs = usize::from(self.halfway);
        if returns > 0 {
            pairs += taken
                .array_windows()
                .filter(|pair| *pair == b"\r\n")
                .count();
        }
        let lines = feeds.saturating_add(returns).saturating_sub(pairs);
        self.line = self
            .line
            .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.rest = rest;
    }
}

impl<'r> Record<'r> {
    /// How many cells there are, at least one.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a cell, counted from 0, without surrounding space; empty where there is none.
    pub fn cell(&self, at: usize) -> &'r str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(at).copied().unwrap_or_default();
        let bytes = self.bytes.get(start.copied().unwrap_or_default()..end);
        // The text is cut at ASCII characters only, so a cell is valid.
        std::str::from_utf8(bytes.unwrap_or_default())
            .unwrap_or_default()
            .trim()
    }

    /// The texts of all cells.
    pub fn cells(&self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(|at| self.cell(at))
    }

    /// How many cells there are up to the last one that is not empty.
    pub fn filled(&self) -> usize {
        let empty = |at: &usize| self.cell(*at).is_empty();
        let trailing = (0..self.len()).rev().take_while(empty).count();
        self.len() - trailing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Lines = (u32, u32, Vec<String>);

    fn read(text: &str, separator: u8) -> Result<Vec<Lines>, OpenQuote> {
        let mut records = Records::new(text, separator, 1);
        let mut read = Vec::new();
        while let Some(record) = records.read()? {
            let cells = record.cells().map(str::to_owned).collect();
            read.push((record.line, record.last_line, cells));
        }
        Ok(read)
    }

    fn lines(expected: &[(u32, u32, &[&str])]) -> Vec<Lines> {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        expected
            .iter()
            .map(|(from, to, cells)| (*from, *to, owned(cells)))
            .collect()
    }

    #[test]
    fn records_have_their_cells_and_lines() {
        let plain = lines(&[(1, 1, &["a", "b"]), (2, 2, &["c", "d"])]);
        for text in [
            "a,b\nc,d",
            "a,b\nc,d\n",
            "a,b\r\nc,d\r\n",
            "a,b\rc,d\r",
            " a , b\n\"c\",\"d\"",
        ] {
            assert_eq!(read(text, b','), Ok(plain.clone()), "{text:?}");
        }
        let blank = lines(&[(3, 3, &["a"]), (5, 5, &["b"])]);
        for text in ["\n\na\n\nb\n\n\n", "\r\n\r\na\r\n\r\nb", "\r\ra\r\rb\r"] {
            assert_eq!(read(text, b','), Ok(blank.clone()), "{text:?}");
        }
        assert_eq!(read("", b','), Ok(Vec::new()));
        assert_eq!(read("\n\r\n", b','), Ok(Vec::new()));
    }

    #[test]
    fn quotation_marks_hold_separators_quotes_and_line_breaks() {
        let expected = lines(&[(1, 3, &["a, \"b\"\nc", "d"]), (4, 4, &["e", ""])]);
        let text = "\"a, \"\"b\"\"\nc\n\",d\ne,\n";
        assert_eq!(read(text, b','), Ok(expected));
        let windows = read("\"a\r\nb\";c\r\nd;e", b';');
        assert_eq!(
            windows,
            Ok(lines(&[(1, 2, &["a\r\nb", "c"]), (3, 3, &["d", "e"])]))
        );
        // A quotation mark within a cell is a character like others.
        assert_eq!(
            read("5\" pipe,x", b','),
            Ok(lines(&[(1, 1, &["5\" pipe", "x"])]))
        );
    }

    #[test]
    fn an_open_quotation_mark_is_noticed() {
        for text in ["a\nb,\"c\nd\ne", "a\nb,\"c\n", "a\n\"", "a\r\nb,\"\"\"\r\n"] {
            assert_eq!(read(text, b','), Err(OpenQuote(2)), "{text:?}");
        }
    }

    #[test]
    fn records_longer_than_the_first_room_are_whole() {
        let cell = "x".repeat(5_000);
        let text = format!("{cell}{}\nb", ",y".repeat(100));
        let read = read(&text, b',').unwrap_or_default();
        let first = read
            .first()
            .map(|(_, _, cells)| (cells.len(), cells.concat().len()));
        assert_eq!((read.len(), first), (2, Some((101, 5_100))));
    }
}
