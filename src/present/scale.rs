//! Individual approach at scale: each order by itself, or by a standard that leaves room for
//! exceptions, at 5, 10, 500 and the user's own number of orders a day.

use super::field::in_field;
use super::rank::rank;
use crate::session::{Entries, Entry, Field};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Orders, Scale, Tables, scale};

/// The numbers of orders a day that are always shown, with their names.
const ALWAYS_SHOWN: [(f64, &str); 3] = [(5.0, "5"), (10.0, "10"), (500.0, "500")];

/// The fields that it depends on.
pub const FIELDS: [Field; 8] = [
    Field::OrdersPerDay,
    Field::MinutesIndividual,
    Field::MinutesStandard,
    Field::Exceptions,
    Field::Wage,
    Field::Days,
    Field::StandardOneOff,
    Field::ShiftHours,
];

/// The costs of handling orders one by one and by a standard, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleView {
    /// From few orders to many.
    pub rows: Vec<Row>,
    /// From how many orders a day the standard pays.
    pub break_even: Message,
    /// The same as a figure; none where it never does.
    pub pays_from: Option<Figure>,
    /// What share of exceptions is assumed, and whose figure it is.
    pub exceptions: Message,
}

/// One number of orders a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whether it is the user's own, or the example that stands in for it.
    pub own: bool,
    /// Orders a day, and whose they are.
    pub title: Message,
    /// Orders a day.
    pub orders: Figure,
    /// Money a month, each individually.
    pub individual: Figure,
    /// Money a month, by the standard with exceptions.
    pub standard: Figure,
    /// The difference.
    pub saving: Figure,
    /// People busy all day, each individually.
    pub people_individual: Figure,
    /// People busy all day, by the standard with exceptions.
    pub people_standard: Figure,
}

/// The number in force in a field, if its entry is valid.
pub(super) fn sound(field: Field, entries: &Entries, tables: &Tables) -> Option<f64> {
    let error = entries.error(field, tables);
    error.is_none().then(|| entries.number(field, tables))
}

impl ScaleView {
    /// The view of the entries; none where one of them is not valid.
    #[must_use]
    pub fn new(entries: &Entries, tables: &Tables) -> Option<Self> {
        let number = |field| sound(field, entries, tables);
        let orders = Orders {
            orders_per_day: number(Field::OrdersPerDay)?,
            minutes_individual: number(Field::MinutesIndividual)?,
            minutes_standard: number(Field::MinutesStandard)?,
            exceptions: number(Field::Exceptions)?,
            wage: number(Field::Wage)?,
            days: number(Field::Days)?,
            one_off: number(Field::StandardOneOff)?,
            shift_hours: number(Field::ShiftHours)?,
        };
        let own = orders.orders_per_day;
        let at = |n: f64, id: &str| {
            let there = Orders {
                orders_per_day: n,
                ..orders
            };
            Some(row(n, id, &scale(&there, tables).ok()?))
        };
        let others = ALWAYS_SHOWN.iter().filter(|(n, _)| *n != own);
        let mut rows = others
            .map(|(n, id)| at(*n, id))
            .collect::<Option<Vec<Row>>>()?;
        let mut of_own = at(own, "own")?;
        let orders_of = of_own.orders.clone();
        of_own.title = match entries.entry(Field::OrdersPerDay) {
            Entry::Unknown => say::ScaleExample { orders: orders_of }.into(),
            _ => say::ScaleOwn { orders: orders_of }.into(),
        };
        rows.push(of_own);
        rank(&mut rows, |a, b| a.orders.value < b.orders.value);
        let pays_from = pays_from(&scale(&orders, tables).ok()?);
        Some(Self {
            rows,
            break_even: break_even(pays_from.clone(), own),
            pays_from,
            exceptions: say::ScaleExceptions {
                exceptions: Figure::share(orders.exceptions),
            }
            .into(),
        })
    }
}

fn row(n: f64, id: &str, scale: &Scale) -> Row {
    let name = |path: &str| format!("scale.{id}.{path}");
    let money = |value: f64, path: &str| Figure::money(value).named(name(path));
    let people = |value: f64, path: &str| Figure::count(value).named(name(path));
    Row {
        own: id == "own",
        title: in_field(Field::OrdersPerDay, n).into(),
        orders: in_field(Field::OrdersPerDay, n),
        individual: money(scale.individual_monthly, "individual_monthly"),
        standard: money(scale.standard_monthly, "standard_monthly"),
        saving: money(scale.saving_monthly, "saving_monthly"),
        people_individual: people(scale.people_individual, "people_individual"),
        people_standard: people(scale.people_standard, "people_standard"),
    }
}

fn pays_from(scale: &Scale) -> Option<Figure> {
    let orders = scale.break_even_orders_per_day?;
    Some(Figure::count(orders).named("scale.own.break_even_orders_per_day"))
}

fn break_even(pays_from: Option<Figure>, own: f64) -> Message {
    match pays_from {
        None => say::scale_never(),
        Some(orders) if orders.value == 0.0 => say::scale_at_once(),
        Some(orders) if own >= orders.value => say::ScalePays { orders }.into(),
        Some(orders) => say::ScalePaysLater { orders }.into(),
    }
}
