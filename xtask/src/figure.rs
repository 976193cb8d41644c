//! A measured figure, its bound, and what it was at the last run.

use crate::repo;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;

/// What begins a line with a figure on it.
const MARK: &str = "figure";

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// In words; the figure goes by them from run to run.
    pub what: String,
    pub value: f64,
    pub unit: String,
    /// The most that is well; none where the figure is only worth knowing.
    pub bound: Option<f64>,
}

impl Figure {
    /// From a line "figure, what, value, unit, bound" with tabs between; the bound may be empty.
    pub fn read(line: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        if columns.next() != Some(MARK) {
            return None;
        }
        let what = columns.next()?.to_owned();
        let value = columns.next()?.parse().ok()?;
        let unit = columns.next()?.to_owned();
        let bound = columns.next().and_then(|bound| bound.parse().ok());
        Some(Self {
            what,
            value,
            unit,
            bound,
        })
    }

    /// Whether it keeps its bound. What could not be measured does not.
    pub fn is_kept(&self) -> bool {
        self.bound.is_none_or(|bound| self.value <= bound)
    }

    fn row(&self, change: &str) -> String {
        let bound = self.bound.map(short).unwrap_or_default();
        let verdict = match self.bound {
            None => "",
            Some(_) if self.is_kept() => "within",
            Some(_) => "ABOVE",
        };
        let (value, unit, what) = (short(self.value), &self.unit, &self.what);
        format!("{value:>9} {unit:<5} {bound:>7}  {verdict:<6} {change:>8}  {what}")
    }
}

/// Three digits that say something.
fn short(value: f64) -> String {
    let digits = match value.abs() {
        size if size >= 100.0 || size.fract() == 0.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    format!("{value:.digits$}")
}

/// Prints the table, with the change since the last run, which it then takes the place of.
pub fn print(figures: &[Figure]) -> Result<()> {
    let path = repo::scratch()?.join("bench.txt");
    let before = values(&fs::read_to_string(&path).unwrap_or_default());
    println!(
        "\n{:>9} {:<5} {:>7}  {:<6} {:>8}  what",
        "figure", "unit", "bound", "", "change"
    );
    for figure in figures {
        let then = before.get(&figure.what).copied();
        println!("{}", figure.row(&change(then, figure.value)));
    }
    let rows = figures
        .iter()
        .map(|figure| format!("{}\t{}\n", figure.what, figure.value));
    fs::write(&path, rows.collect::<String>())
        .with_context(|| format!("cannot write {}", path.display()))
}

fn values(text: &str) -> BTreeMap<String, f64> {
    let rows = text.lines().filter_map(|line| {
        let (what, value) = line.rsplit_once('\t')?;
        Some((what.to_owned(), value.parse().ok()?))
    });
    rows.collect()
}

fn change(then: Option<f64>, now: f64) -> String {
    match then {
        Some(then) if then > 0.0 => format!("{:+.0} %", 100.0 * (now / then - 1.0)),
        Some(then) if then != now => format!("{:+}", now - then),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, change, short, values};

    #[test]
    fn a_figure_is_read_with_and_without_its_bound() {
        let figure = Figure::read("figure\ta recomputation\t0.25\tms\t1");
        let wanted = Figure {
            what: "a recomputation".to_owned(),
            value: 0.25,
            unit: "ms".to_owned(),
            bound: Some(1.0),
        };
        assert_eq!(figure, Some(wanted));
        let free = Figure::read("figure\tstart\t80\tms\t");
        assert_eq!(free.and_then(|figure| figure.bound), None);
        assert_eq!(Figure::read("anything else"), None);
    }

    #[test]
    fn what_could_not_be_measured_is_not_within_its_bound() {
        let kept = |value: &str| {
            let figure = Figure::read(&format!("figure\ta\t{value}\tms\t1"));
            figure.map(|figure| figure.is_kept())
        };
        assert_eq!(kept("1"), Some(true));
        assert_eq!(kept("1.01"), Some(false));
        assert_eq!(kept("NaN"), Some(false));
    }

    #[test]
    fn a_change_is_a_share_where_there_was_something() {
        assert_eq!(change(Some(2.0), 3.0), "+50 %");
        assert_eq!(change(Some(0.0), 2.0), "+2");
        assert_eq!(change(None, 2.0), "");
        assert_eq!(values("a\tb\t2\n").get("a\tb"), Some(&2.0));
        assert_eq!([0.1234, 12.34, 200.0].map(short), ["0.123", "12.3", "200"]);
    }
}
