//! Individual approach at scale: what it costs at 5, 10, 500 orders a day (section 11).

use super::business::Business;
use super::error::InputError;
use super::inputs::ranged;
use super::tables::Tables;
use super::time::{HOUR, MONTHS};

/// Orders handled one by one or by a standard.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Orders {
    /// n, orders a day.
    pub orders_per_day: f64,
    /// t_i, minutes an order takes individually.
    pub minutes_individual: f64,
    /// t_s, minutes an order takes by the standard.
    pub minutes_standard: f64,
    /// x, share of orders the standard does not cover.
    pub exceptions: f64,
    /// Wage, money an hour.
    pub wage: f64,
    /// Working days a month.
    pub days: f64,
    /// S, one-off cost of writing the standard, money.
    pub one_off: f64,
    /// Hours of a shift.
    pub shift_hours: f64,
}

/// Days of work of an example business in a year.
const DAYS_A_YEAR: f64 = 264.0;

impl Orders {
    /// Orders a day that stand there until something is typed, within what can be entered.
    #[must_use]
    pub fn example_per_day(business: &Business, tables: &Tables) -> f64 {
        let orders = (business.purchases_a_year() / DAYS_A_YEAR).round().max(1.0);
        let row = tables.input("orders_per_day");
        row.map_or(orders, |row| orders.min(row.max))
    }
}

/// The individual approach against a standard that leaves room for exceptions.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Scale {
    /// Money a month, all individually.
    pub individual_monthly: f64,
    /// Money a month, by the standard with exceptions.
    pub standard_monthly: f64,
    /// What the standard saves, money a month; below zero it costs more.
    pub saving_monthly: f64,
    /// Orders a day at which the standard pays back in a year; `None`: never.
    pub break_even_orders_per_day: Option<f64>,
    /// People busy all day, all individually.
    pub people_individual: f64,
    /// People busy all day, by the standard with exceptions.
    pub people_standard: f64,
}

/// Compares the two ways of handling orders.
///
/// # Errors
/// A field out of range.
pub fn scale(orders: &Orders, tables: &Tables) -> Result<Scale, InputError> {
    let n = ranged(tables, "orders_per_day", orders.orders_per_day)?;
    let individual = ranged(tables, "minutes_individual", orders.minutes_individual)?;
    let standard = ranged(tables, "minutes_standard", orders.minutes_standard)?;
    let x = ranged(tables, "exceptions", orders.exceptions)?;
    let wage = ranged(tables, "wage", orders.wage)?;
    let days = ranged(tables, "days", orders.days)?;
    let one_off = ranged(tables, "one_off", orders.one_off)?;
    let shift = ranged(tables, "shift_hours", orders.shift_hours)?;

    let mix = (1.0 - x) * standard + x * individual;
    let monthly = |minutes: f64| n * days * minutes / HOUR * wage;
    let people = |minutes: f64| n * minutes / HOUR / shift;
    let saved = individual - mix;
    let per_order = MONTHS * days * saved / HOUR * wage;
    let pays = saved > 0.0 && wage > 0.0 && days > 0.0;
    // A saving too small for a double leaves a quotient without limit: never.
    let break_even = pays.then(|| one_off / per_order).filter(|n| n.is_finite());
    Ok(Scale {
        individual_monthly: monthly(individual),
        standard_monthly: monthly(mix),
        saving_monthly: monthly(individual) - monthly(mix),
        break_even_orders_per_day: break_even,
        people_individual: people(individual),
        people_standard: people(mix),
    })
}
