//! The queue behind one customer: Erlang C (section 12).

use super::error::{InputError, whole};
use super::inputs::{ranged, ranged_as};
use super::tables::Tables;
use super::time::HOUR;
use libm::exp;

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
