//! The queue behind one customer: Erlang C (section 12).

use super::business::Business;
use super::error::{InputError, whole};
use super::inputs::{ranged, ranged_as};
use super::segment::QueueExample;
use super::tables::Tables;
use super::time::HOUR;
use libm::exp;

/// Hours that an example business is open a year: 300 days of 8 hours.
const HOURS_A_YEAR: f64 = 2400.0;

/// How many times as many customers come in the busiest hour as on average.
const PEAK: f64 = 2.0;

/// Share of the time that people at an example counter are busy.
const BUSY: f64 = 0.85;

/// A number, kept within what can be entered.
fn inside(id: &str, value: f64, tables: &Tables) -> f64 {
    match tables.input(id) {
        Some(row) => value.max(row.min).min(row.max),
        None => value,
    }
}

/// A counter at its busiest hour.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Counter {
    /// λ, customers an hour.
    pub arrivals_per_hour: f64,
    /// t, minutes each takes.
    pub minutes: f64,
    /// c, people who serve: a whole number.
    pub staff: f64,
    /// τ, seconds that a customer waits gladly.
    pub tolerance_s: f64,
}

impl Counter {
    /// What stands there until something is typed: twice the mean of a year of 300 days of 8 hours,
    /// the segment's minutes and tolerance, and people who are busy 85 % of the time. All is kept
    /// within what can be entered.
    #[must_use]
    pub fn example(business: &Business, of: &QueueExample, tables: &Tables) -> Self {
        let contacts = business.customers * business.contacts();
        let arrivals = (PEAK * contacts / HOURS_A_YEAR).round().max(1.0);
        let arrivals = inside("arrivals_per_hour", arrivals, tables);
        Self {
            arrivals_per_hour: arrivals,
            minutes: of.minutes,
            staff: Self::example_staff(arrivals, of.minutes, tables),
            tolerance_s: of.tolerance_s,
        }
    }

    /// How many people are busy 85 % of the time with so many customers an hour, each of whom takes
    /// so many minutes.
    #[must_use]
    pub fn example_staff(arrivals_per_hour: f64, minutes: f64, tables: &Tables) -> f64 {
        let people = (arrivals_per_hour * minutes / HOUR / BUSY).ceil();
        inside("staff", people, tables)
    }

    /// The same counter where each customer takes some minutes more.
    #[must_use]
    pub fn longer_by(&self, minutes: f64) -> Self {
        Self {
            minutes: self.minutes + minutes,
            ..*self
        }
    }
}

/// How customers wait.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Wait {
    /// Chance to wait at all.
    pub p_wait: f64,
    /// Mean wait, seconds.
    pub mean_wait_s: f64,
    /// Share that waits longer than is tolerated.
    pub p_over: f64,
}

/// The queue and the people it needs.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Queue {
    /// The wait; `None`: with these people the queue grows without limit.
    pub wait: Option<Wait>,
    /// People needed so that few wait longer than is tolerated (`queue_target_share`).
    pub staff_needed: f64,
}

impl Queue {
    /// Share that waits longer than is tolerated: all, where the queue grows without limit.
    #[must_use]
    pub fn share_over(&self) -> f64 {
        self.wait.map_or(1.0, |wait| wait.p_over)
    }

    /// How many people more `later` needs.
    #[must_use]
    pub fn extra_people(&self, later: &Self) -> f64 {
        (later.staff_needed - self.staff_needed).max(0.0)
    }
}

/// What a person at the counter is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Wage, money an hour.
    pub wage: f64,
    /// Hours of a shift.
    pub hours: f64,
    /// Working days a month.
    pub days: f64,
}

impl Shift {
    /// What so many people cost, money a month.
    #[must_use]
    pub fn monthly_cost(&self, people: f64) -> f64 {
        people * self.wage * self.hours * self.days
    }
}

/// The queue at a counter.
///
/// # Errors
/// A field out of range; `staff` not whole.
pub fn queue(counter: &Counter, tables: &Tables) -> Result<Queue, InputError> {
    let arrivals = ranged(tables, "arrivals_per_hour", counter.arrivals_per_hour)?;
    let minutes = ranged_as(tables, "contact_minutes", "minutes", counter.minutes)?;
    let staff = whole("staff", ranged(tables, "staff", counter.staff)?)?;
    let tolerance = ranged(tables, "tolerance_s", counter.tolerance_s)?;

    let load = arrivals * minutes / HOUR;
    let seconds = minutes * HOUR;
    let mut wait = None;
    let mut staff_needed = None;
    let mut blocked = 1.0; // Erlang B, by its recurrence from no staff at all.
    let mut people = 0.0;
    while people < staff || staff_needed.is_none() {
        people += 1.0;
        blocked = load * blocked / (people + load * blocked);
        if people <= load {
            continue;
        }
        let busy = load / people;
        let p_wait = blocked / (1.0 - busy * (1.0 - blocked));
        let spare = people - load;
        let p_over = p_wait * exp(-spare * tolerance / seconds);
        if people == staff {
            let mean_wait_s = p_wait * seconds / spare;
            wait = Some(Wait {
                p_wait,
                mean_wait_s,
                p_over,
            });
        }
        if staff_needed.is_none() && p_over <= tables.constants.queue_target_share {
            staff_needed = Some(people);
        }
    }
    Ok(Queue {
        wait,
        staff_needed: staff_needed.unwrap_or(people),
    })
}
