//! What to remember of a raise: how fast it wears off, what going back costs, what else the money buys.

use super::last_raised;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Calibrated, Parameters, Tables, Treadmill, Verdict};

/// A figure to remember.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: Message,
    /// How much.
    pub amount: Message,
    /// What else to know about it.
    pub detail: Option<Message>,
    /// Whose side it is on.
    pub side: Option<Verdict>,
}

/// After how many purchases half of the novelty is gone, with the range of the rate.
pub fn half_life(firm: &Calibrated, run: &Treadmill, tables: &Tables) -> Fact {
    let label = say::treadmill_half_life();
    let Some(purchases) = run.half_life_purchases else {
        return Fact {
            label,
            amount: say::treadmill_half_life_never(),
            detail: Some(say::treadmill_half_life_never_detail()),
            side: None,
        };
    };
    let with_rate = |habituation_rate: f64| {
        let parameters = Parameters {
            habituation_rate,
            ..firm.parameters
        };
        Calibrated {
            parameters,
            ..*firm
        }
        .half_life_of_wow()
    };
    let rate = tables.parameter("habituation_rate");
    let ends = rate.and_then(|row| Some((with_rate(row.range.high)?, with_rate(row.range.low)?)));
    let (low, high) = ends.unwrap_or((purchases, purchases));
    let figure = Figure::number(purchases, 1).named("treadmill.half_life_purchases");
    Fact {
        label,
        amount: say::TreadmillHalfLifePurchases { purchases: figure }.into(),
        detail: Some(
            say::TreadmillHalfLifeDetail {
                months: months(firm, purchases),
                purchases: Figure::number(purchases, 1).range(low, high),
            }
            .into(),
        ),
        side: None,
    }
}

/// In how many months so many purchases are made.
pub fn months(firm: &Calibrated, purchases: f64) -> Figure {
    Figure::count(firm.business.months_of(purchases))
}

/// What the months after the raise cost, in all.
pub fn cost_of_going_back(run: &Treadmill) -> Figure {
    Figure::money(run.cost_of_going_back).named("treadmill.cost_of_going_back")
}

/// The same to remember.
pub fn going_back(run: &Treadmill, months_after: f64) -> Fact {
    Fact {
        label: say::treadmill_going_back(),
        amount: cost_of_going_back(run).into(),
        detail: Some(if months_after > 0.0 {
            say::TreadmillMonthsAfter {
                months: Figure::integer(months_after),
            }
            .into()
        } else {
            say::treadmill_no_months_after()
        }),
        side: Some(Verdict::Under),
    }
}

/// What the first month of the raise brings, and what the last.
pub fn monthly(run: &Treadmill, months: f64) -> Fact {
    let first = Figure::money(run.delta_month_1)
        .named("treadmill.delta_month_1")
        .signed();
    let last = last_raised(months);
    let month = run.path.get(last).filter(|_| months > 1.0);
    Fact {
        label: say::treadmill_first_month(),
        amount: first.into(),
        detail: month.map(|month| {
            let name = format!("treadmill.path.{last}.delta");
            let delta = Figure::money(month.delta).named(name).signed();
            if month.delta < run.delta_month_1 {
                say::TreadmillLastMonth { money: delta }.into()
            } else {
                say::TreadmillLastMonthSame { money: delta }.into()
            }
        }),
        side: None,
    }
}

/// How many one-off gestures the money of a lasting raise would buy.
pub fn instead(a_year: f64, cost: f64, customers: f64) -> Fact {
    let figure = Figure::count(a_year).named("treadmill.gestures_per_year");
    let each = Figure::money_exact(cost);
    Fact {
        label: say::treadmill_gestures(),
        amount: say::TreadmillGesturesAYear { gestures: figure }.into(),
        detail: Some(if a_year >= customers {
            say::TreadmillGesturesEach {
                cost: each,
                per_customer: Figure::count(a_year / customers),
            }
            .into()
        } else if a_year > 0.0 {
            say::TreadmillGesturesAmong {
                cost: each,
                customers: Figure::count(customers / a_year),
            }
            .into()
        } else {
            say::treadmill_gestures_none()
        }),
        side: Some(Verdict::Over),
    }
}
