//! The table: a row a figure, a cell a case.

use super::Compared;
use crate::present::field::in_field;
use crate::present::names;
use crate::session::{DeliveredBy, Field};
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};
use model::{Tables, rung_of};

/// What stands in the table for a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it is.
    pub value: Message,
    /// How much more, or less, than in the first case; nothing where it is the same, or that cannot be
    /// said.
    pub difference: Option<Message>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id among the rows.
    pub id: String,
    /// What it is about.
    pub what: Message,
    /// A cell for each case.
    pub cells: Vec<Cell>,
}

/// A difference, unless there is none; that of shares is in points of percent.
fn difference(id: &str, by: f64, unit: Unit) -> Option<Message> {
    let name = ["difference.", id].concat();
    let named = |figure: Figure| figure.signed().named(name);
    (by != 0.0).then(|| match unit {
        Unit::Share => {
            let points = named(Figure::number(100.0 * by, 1));
            say::CompareMore { points }.into()
        }
        _ => named(Figure::new(by, unit)).into(),
    })
}

/// A row of numbers, with differences to the first case.
fn numbers(
    id: &str,
    what: Message,
    cases: &[Compared],
    figure: impl Fn(&Compared) -> Figure,
) -> Row {
    let first = cases.first();
    let base = first.map(&figure);
    let cell = |(place, case): (usize, &Compared)| {
        let own = figure(case);
        let money = matches!(own.unit, Unit::Money | Unit::MoneyExact);
        let like = !money || first.is_some_and(|first| first.currency() == case.currency());
        let base = base.as_ref().filter(|_| place > 0 && like);
        let difference = base.and_then(|base| difference(id, own.value - base.value, own.unit));
        Cell {
            value: own.named(id.to_owned()).into(),
            difference,
        }
    };
    Row {
        id: id.to_owned(),
        what,
        cells: cases.iter().enumerate().map(cell).collect(),
    }
}

/// A row of words.
fn words(id: &str, what: Message, cases: &[Compared], say: impl Fn(&Compared) -> Message) -> Row {
    let cell = |case| Cell {
        value: say(case),
        difference: None,
    };
    Row {
        id: id.to_owned(),
        what,
        cells: cases.iter().map(cell).collect(),
    }
}

/// What is found.
pub fn found(cases: &[Compared]) -> Vec<Row> {
    vec![
        words("verdict", say::compare_verdict(), cases, |case| {
            names::verdict(case.answer.outcome.verdict)
        }),
        numbers("level", say::compare_level(), cases, |case| {
            Figure::level(case.answer.outcome.level)
        }),
        numbers("expected", say::compare_expected(), cases, |case| {
            Figure::level(case.answer.outcome.expected)
        }),
        words("band", say::compare_band(), cases, |case| {
            let (low, high) = case.answer.outcome.band;
            say::CompareFromTo {
                low: Figure::level(low).named("band.0"),
                high: Figure::level(high).named("band.1"),
            }
            .into()
        }),
        numbers("loss", say::compare_lost(), cases, |case| {
            Figure::money(case.answer.outcome.loss)
        }),
        numbers(
            "exceeding.extra_cost",
            say::compare_spent(),
            cases,
            |case| Figure::money(case.answer.outcome.exceeding.extra_cost),
        ),
        numbers("forgone", say::compare_forgone(), cases, |case| {
            Figure::money(case.forgone())
        }),
    ]
}

/// Whether the cells of a row say different things.
fn differs(row: &Row) -> bool {
    let mut cells = row.cells.iter().map(|cell| &cell.value);
    let first = cells.next();
    cells.any(|other| Some(other) != first)
}

/// The inputs in which the cases differ.
pub fn inputs(cases: &[Compared], tables: &Tables) -> Vec<Row> {
    let entries = |case: &'_ Compared| case.answer.entries.clone();
    let mut rows = vec![
        words("segment", say::compare_market(), cases, |case| {
            names::segment(&entries(case).segment)
        }),
        words("tier", say::compare_tier(), cases, |case| {
            names::tier(&entries(case).tier)
        }),
        words("currency", say::compare_currency(), cases, |case| {
            names::currency(case.currency())
        }),
        words("rated_by", say::compare_rated(), cases, |case| {
            rated(case, tables)
        }),
    ];
    let asked = |field: Field| {
        let mut all = cases.iter();
        all.any(|case| case.answer.entries.deciding().any(|own| own == field))
    };
    for field in Field::ALL.iter().copied().filter(|field| asked(*field)) {
        rows.push(number(field, cases, tables));
    }
    rows.push(numbers(
        "consistency",
        say::compare_consistency(),
        cases,
        |case| Figure::share(case.answer.outcome.consistency),
    ));
    for parameter in tables.parameters.iter() {
        let value = |case: &Compared| {
            let own = case
                .answer
                .entries
                .parameters
                .get(&parameter.id.to_string());
            Figure::number(own.copied().unwrap_or(parameter.range.value), 3)
        };
        if cases
            .iter()
            .any(|case| value(case).value != parameter.range.value)
        {
            rows.push(numbers(
                &parameter.id,
                names::parameter(&parameter.id),
                cases,
                value,
            ));
        }
    }
    rows.retain(differs);
    rows
}

/// How well it serves, in the user's words.
fn rated(case: &Compared, tables: &Tables) -> Message {
    let answer = &case.answer;
    if answer.is_what_if {
        return say::compare_looked();
    }
    match answer.entries.delivered_by {
        DeliveredBy::Rung => {
            let own = answer.entries.rung.as_deref();
            let rung = own.or_else(|| {
                let o = &answer.outcome;
                rung_of(o.level, o.expected, &tables.ladder).map(|rung| &*rung.id)
            });
            own.map_or_else(say::compare_not_rated, |_| {
                names::rung(rung.unwrap_or_default())
            })
        }
        DeliveredBy::Practices => say::compare_practices(),
        DeliveredBy::Measured => say::compare_survey(),
        DeliveredBy::Level => say::compare_points(),
    }
}

/// A number that is in force, with its unit; money in the case's own currency.
fn number(field: Field, cases: &[Compared], tables: &Tables) -> Row {
    use crate::session::Kind;
    let figure = |case: &Compared| {
        let value = case.answer.number(field, tables);
        match field.kind() {
            Kind::Money => Figure::money_exact(value),
            Kind::Share => Figure::share(value),
            Kind::Plain => in_field(field, value),
        }
    };
    numbers(field.id(), names::field(field.id()), cases, figure)
}
