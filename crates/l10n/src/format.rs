//! Turning figures into what people read, and what people type into numbers.

mod number;
mod plural;
mod range;

#[cfg(not(target_arch = "wasm32"))]
mod decimal;
#[cfg(not(target_arch = "wasm32"))]
pub mod notation;
#[cfg(not(target_arch = "wasm32"))]
mod table;

use super::figure::{Figure, Measure, Style};
pub use number::NumberError;
pub use plural::Plural;
#[cfg(not(target_arch = "wasm32"))]
pub use table::TableFormat;

/// Writes numbers the way a language does. The page passes the browser's `Intl`,
/// native tests and the static page a `TableFormat`.
pub trait Format {
    /// The language, a tag such as `en`.
    fn language(&self) -> &str;

    /// A finite number.
    fn number(&self, value: f64, style: Style) -> String;

    /// A number as machines read it, in full: `0.1`. Asked of the formatter because the browser can
    /// do it without the ten kilobytes that Rust's own printing of floats adds to the page.
    fn machine(&self, value: f64) -> String;

    /// A text in small letters, for searching.
    fn fold(&self, text: &str) -> String;

    /// The plural category of a finite number as it is shown.
    fn category(&self, value: f64, style: Style) -> Plural;

    /// A figure as people read it. Ends of a range that are written alike are written
    /// once; a figure that is not finite is a dash.
    fn figure(&self, figure: &Figure) -> String {
        let (low, high) = figure.ends();
        if !low.is_finite() || !high.is_finite() {
            return "–".to_owned();
        }
        let style = figure.style();
        let (low, high) = (style.settled(low), style.settled(high));
        let first = self.number(low, style);
        if low == high {
            return first;
        }
        let second = self.number(high, style);
        if first == second {
            first
        } else if low < 0.0 || high < 0.0 || style.signed {
            // Ends with signs stay apart.
            format!("{first} – {second}")
        } else {
            let scaled = |scale: f64| {
                let plain = Style {
                    measure: Measure::Plain,
                    compact: false,
                    ..style
                };
                let short = |value: f64| self.number(value / scale, plain);
                (short(low), short(high))
            };
            range::join(&first, &second, high, scaled)
        }
    }

    /// The plural category that goes with a figure as shown; the upper end's for a range.
    fn plural(&self, figure: &Figure) -> Plural {
        let (_, high) = figure.ends();
        if high.is_finite() {
            let style = figure.style();
            self.category(style.settled(high), style)
        } else {
            Plural::Other
        }
    }
}

// Not one of the trait: the fields alone read numbers, and they come later.
impl dyn Format + '_ {
    /// The number someone typed or pasted: `1 234,5`, `1,234.5`, `1.234,5`, `1'234.5`,
    /// with a sign, with a currency or percent sign (which is dropped: `14 %` is 14).
    /// `1,234` is read as this language writes: 1234 in English, 1.234 in Russian.
    ///
    /// # Errors
    /// Nothing was entered, or it is not one finite number.
    pub fn parse_number(&self, text: &str) -> Result<f64, NumberError> {
        let groups = self.group_separator();
        number::parse(text, groups.filter(|c| matches!(c, '.' | ',')))
    }

    /// What stands between thousands, if anything does.
    pub fn group_separator(&self) -> Option<char> {
        let million = self.number(1e6, Figure::integer(1e6).style());
        million.chars().find(|c| !c.is_ascii_digit())
    }
}
