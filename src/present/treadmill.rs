//! The treadmill: what a raise brings once customers are used to it, and what going back costs.

use super::answer::Answer;
use super::figure::Figure;
use super::plot::Plot;
use super::text::{Message, say};
use crate::model::{
    Calibrated, Month, Parameters, Raise, Tables, Treadmill, Verdict, gestures, treadmill,
};
use crate::session::Field;

/// The fields of the panel.
pub const FIELDS: [Field; 3] = [Field::RaisedBy, Field::MonthsRaised, Field::CostOfOne];

/// Where marks in the middle keep clear of those at the ends.
const CLEAR: f64 = 0.3;

/// A raise, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct TreadmillView {
    /// What is done.
    pub sentence: Message,
    /// Whether it pays.
    pub verdict: Message,
    /// Own customers' expectation, monthly money, money so far.
    pub plots: [Plot; 3],
    /// What to remember.
    pub facts: Vec<Fact>,
    /// What is assumed.
    pub assumption: Message,
}

/// A figure to remember.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: Message,
    /// How much.
    pub amount: Message,
    /// More about it.
    pub detail: Option<Message>,
    /// Whose side it is on.
    pub side: Option<Verdict>,
}

/// The level that a raise starts from other than the expected one, where the user has one.
#[must_use]
pub fn own_start(answer: &Answer) -> Option<f64> {
    let level = answer.firm.level;
    let same = (level - answer.firm.expectation.expected).abs() < 0.05;
    (!same).then_some(level)
}

impl TreadmillView {
    /// The treadmill of an answer, from the user's own level or from the expected one; none while a
    /// field of the panel is at fault.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, from_own: bool) -> Option<Self> {
        let (entries, firm) = (&answer.entries, &answer.firm);
        if FIELDS
            .iter()
            .any(|field| entries.error(*field, tables).is_some())
        {
            return None;
        }
        let (inputs, in_force) = (entries.inputs(tables), entries.tables(tables));
        let [raised_by, months, cost] = FIELDS.map(|field| entries.number(field, tables));
        let raise = Raise {
            from: own_start(answer).filter(|_| from_own),
            raised_by,
            months_raised: months,
            months: None,
        };
        let run = treadmill(&inputs, &raise, &in_force).ok()?;
        let buys = gestures(&inputs, cost, &in_force).ok()?.gestures_per_year;
        let horizon = firm.constants.treadmill_months;
        let from = raise.from.unwrap_or(firm.expectation.expected);
        let to = raise.to(from);
        let raised = raised_by > 0.0 && months > 0.0;
        let shaded = ((months - 0.5) / (horizon - 1.0)).clamp(0.0, 1.0);
        let marks = marks(months, shaded, horizon);
        let plots = plots(&run, months).map(|plot| Plot {
            shaded,
            marks: marks.clone(),
            ..plot
        });
        Some(Self {
            sentence: if raised {
                let start = match raise.from {
                    Some(level) => say::treadmill_start_own(Figure::points(level)),
                    None => say::treadmill_start_expected(Figure::points(from).named("expected")),
                };
                let (to, months_raised) = (Figure::points(to), Figure::integer(months));
                if months < horizon {
                    say::treadmill_raise(start, to, months_raised)
                } else {
                    say::treadmill_raise_for_good(start, to, months_raised)
                }
            } else {
                say::treadmill_nothing()
            },
            verdict: {
                let sum = Figure::money(run.cumulative).named("treadmill.cumulative");
                let horizon = Figure::integer(horizon);
                if run.cumulative >= 0.0 {
                    say::treadmill_pays(sum.signed(), horizon)
                } else {
                    say::treadmill_does_not_pay(sum.signed(), horizon)
                }
            },
            plots,
            facts: vec![
                half_life(firm, &run, &in_force),
                going_back(&run, horizon - months),
                monthly(&run, months),
                instead(buys, cost, firm.business.customers),
            ],
            assumption: say::treadmill_assumption(
                Figure::share(firm.parameters.habituation_share),
                Figure::share(firm.parameters.habituation_rate),
            ),
        })
    }
}

/// The month at the raised level that is drawn last, counted from 0.
fn last_raised(months: f64) -> usize {
    (months as usize).saturating_sub(1)
}

fn plots(run: &Treadmill, months: f64) -> [Plot; 3] {
    let all = |figure: fn(&Month) -> f64| -> Vec<f64> { run.path.iter().map(figure).collect() };
    let own = all(|month| month.own_expectation);
    let level = all(|month| month.level);
    let delta = all(|month| month.delta);
    let sum = all(|month| month.cumulative);
    let three = |values: &[f64], figure: fn(f64) -> Figure| {
        [0, last_raised(months), values.len().saturating_sub(1)]
            .map(|month| figure(values.get(month).copied().unwrap_or_default()))
    };
    let signed = |value: f64| Figure::money(value).signed();
    let base = own.first().copied().unwrap_or_default();
    let ([e1, e2, e3], [d1, d2, d3], [s1, s2, s3]) = (
        three(&own, Figure::points),
        three(&delta, signed),
        three(&sum, signed),
    );
    [
        Plot::new(
            (
                say::treadmill_expectation(),
                say::treadmill_expectation_summary(e1, e2, e3),
            ),
            &[&own, &level],
            (base, 2.0),
            Figure::points,
        ),
        Plot::new(
            (
                say::treadmill_money(),
                say::treadmill_money_summary(d1, d2, d3),
            ),
            &[&delta],
            (0.0, 0.0),
            Figure::money,
        ),
        Plot::new(
            (say::treadmill_sum(), say::treadmill_sum_summary(s1, s2, s3)),
            &[&sum],
            (0.0, 0.0),
            Figure::money,
        ),
    ]
}

fn marks(months: f64, shaded: f64, horizon: f64) -> Vec<(f64, Message)> {
    let mark = |x: f64, month: f64| (x, say::treadmill_month(Figure::integer(month)));
    let mut marks = vec![mark(0.0, 1.0), mark(1.0, horizon)];
    if (CLEAR..=1.0 - CLEAR).contains(&shaded) {
        marks.push(mark(shaded, months));
    }
    marks
}

fn half_life(firm: &Calibrated, run: &Treadmill, tables: &Tables) -> Fact {
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
    let months = firm.business.months_of(purchases);
    let figure = Figure::number(purchases, 1).named("treadmill.half_life_purchases");
    Fact {
        label,
        amount: say::treadmill_half_life_purchases(figure),
        detail: Some(say::treadmill_half_life_detail(
            Figure::count(months),
            Figure::number(purchases, 1).range(low, high),
        )),
        side: None,
    }
}

fn going_back(run: &Treadmill, months_after: f64) -> Fact {
    let cost = Figure::money(run.cost_of_going_back).named("treadmill.cost_of_going_back");
    Fact {
        label: say::treadmill_going_back(),
        amount: say::figure_alone(cost),
        detail: Some(if months_after > 0.0 {
            say::treadmill_months_after(Figure::integer(months_after))
        } else {
            say::treadmill_no_months_after()
        }),
        side: Some(Verdict::Under),
    }
}

fn monthly(run: &Treadmill, months: f64) -> Fact {
    let first = Figure::money(run.delta_month_1)
        .named("treadmill.delta_month_1")
        .signed();
    let last = last_raised(months);
    let month = run.path.get(last).filter(|_| months > 1.0);
    Fact {
        label: say::treadmill_first_month(),
        amount: say::figure_alone(first),
        detail: month.map(|month| {
            let name = format!("treadmill.path.{last}.delta");
            let delta = Figure::money(month.delta).named(name).signed();
            if month.delta < run.delta_month_1 {
                say::treadmill_last_month(delta)
            } else {
                say::treadmill_last_month_same(delta)
            }
        }),
        side: None,
    }
}

fn instead(a_year: f64, cost: f64, customers: f64) -> Fact {
    let figure = Figure::count(a_year).named("treadmill.gestures_per_year");
    let each = Figure::money_exact(cost);
    Fact {
        label: say::treadmill_gestures(),
        amount: say::treadmill_gestures_a_year(figure),
        detail: Some(if a_year >= customers {
            say::treadmill_gestures_each(each, Figure::count(a_year / customers))
        } else if a_year > 0.0 {
            say::treadmill_gestures_among(each, Figure::count(customers / a_year))
        } else {
            say::treadmill_gestures_none()
        }),
        side: Some(Verdict::Over),
    }
}
