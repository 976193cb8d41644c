//! Cases side by side: what sets them apart, in a table and on one chart.

mod drawing;
mod rows;

use super::answer::Answer;
use crate::session::cases::{Case, FileFault};
use crate::session::{Entries, Reason, Session};
pub use drawing::{Drawing, Line};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;
pub use rows::{Cell, Row};

/// What cases are called on the chart, in their order.
pub const LETTERS: [&str; crate::session::cases::MOST] = ["A", "B", "C", "D", "E", "F"];

/// A case with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What it is called.
    pub name: String,
    /// What the model says to it.
    pub answer: Answer,
}

impl Compared {
    /// What it forgoes against its best level, money a year.
    fn forgone(&self) -> f64 {
        self.answer.forgone(self.answer.firm.level)
    }

    /// The same as a share of its revenue.
    fn share(&self) -> f64 {
        self.forgone() / self.answer.outcome.revenue
    }

    /// The code of the currency that it counts in.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.answer.entries.currency
    }
}

/// All that is said of the cases.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareView {
    /// The cases, in the user's order.
    pub cases: Vec<Compared>,
    /// Which of them forgoes least; nothing for one alone.
    pub finding: Option<Message>,
    /// Whether all count in one currency.
    pub one_currency: bool,
    /// What is found, a row each.
    pub found: Vec<Row>,
    /// The inputs in which they differ.
    pub inputs: Vec<Row>,
    /// All of them on one chart.
    pub drawing: Drawing,
}

impl CompareView {
    /// Compares cases; `start` is what their states are read onto.
    #[must_use]
    pub fn new(cases: &[Case], start: &Entries, tables: &Tables) -> Self {
        let cases: Vec<Compared> = cases
            .iter()
            .filter_map(|case| {
                let (session, _) = Session::read(&case.state, start.clone(), tables);
                let answer = Answer::new(&session, tables).ok()?;
                let name = case.name.clone();
                Some(Compared { name, answer })
            })
            .collect();
        let mut currencies = cases.iter().map(Compared::currency);
        let first = currencies.next();
        let one_currency = currencies.all(|other| Some(other) == first);
        Self {
            finding: finding(&cases, one_currency),
            found: rows::found(&cases),
            inputs: rows::inputs(&cases, tables),
            drawing: Drawing::new(&cases, one_currency),
            one_currency,
            cases,
        }
    }
}

/// Which case forgoes least and by how much, against the next one.
fn finding(cases: &[Compared], one_currency: bool) -> Option<Message> {
    let amount = |case: &Compared| {
        if one_currency {
            case.forgone()
        } else {
            case.share()
        }
    };
    let mut ranked: Vec<&Compared> = cases.iter().collect();
    super::rank::rank(&mut ranked, |a, b| amount(a) < amount(b));
    let (best, next) = (ranked.first()?, ranked.get(1)?);
    let (name, other) = (best.name.clone().into(), next.name.clone().into());
    let (least, less) = (amount(best), amount(next) - amount(best));
    let figure = |value: f64| {
        if one_currency {
            Figure::money(value)
        } else {
            Figure::share(value)
        }
    };
    let (least, less) = (
        figure(least).named("compare.least"),
        figure(less).named("compare.less"),
    );
    Some(if less.value <= 0.0 {
        say::CompareAlike { name, other, least }.into()
    } else if one_currency {
        say::CompareBest {
            name,
            other,
            least,
            less,
        }
        .into()
    } else {
        say::CompareBestShare {
            name,
            other,
            least,
            less,
        }
        .into()
    })
}

/// Why a file of cases is refused, with the place.
#[must_use]
pub fn refusal(fault: &FileFault) -> Message {
    let place = |number: usize| Figure::integer(number as f64);
    match fault {
        FileFault::Large => say::compare_file_large(),
        FileFault::Json(at) => say::CompareFileJson {
            line: place(at.line),
            column: place(at.column),
        }
        .into(),
        FileFault::Format => say::compare_file_format(),
        FileFault::Version => say::compare_file_version(),
        FileFault::Name(at) => say::CompareFileName { at: place(*at) }.into(),
        FileFault::NoState(at) => say::CompareFileNoState { at: place(*at) }.into(),
        FileFault::StateVersion(at) => say::CompareFileStateVersion { at: place(*at) }.into(),
        FileFault::State(at, skipped) => {
            let (at, what) = (place(*at), Message::from(skipped.key.clone()));
            match skipped.reason {
                Reason::UnknownKey => say::CompareFileKey { at, what }.into(),
                Reason::UnknownId => say::CompareFileId { at, what }.into(),
                Reason::OutOfRange => say::CompareFileRange { at, what }.into(),
                Reason::Damaged | Reason::OtherVersion => say::CompareFileValue { at, what }.into(),
            }
        }
    }
}
