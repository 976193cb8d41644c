//! The treadmill: what a raise brings once customers are used to it, and what going back costs.

mod fact;

use super::answer::Answer;
use super::plot::Plot;
use crate::session::Field;
pub use fact::Fact;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Month, Raise, Tables, Treadmill, gestures, treadmill};

/// The fields of the panel.
pub const FIELDS: [Field; 3] = [Field::RaisedBy, Field::MonthsRaised, Field::CostOfOne];

/// Where marks in the middle keep clear of those at the ends.
const CLEAR: f64 = 0.3;

/// A raise, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct TreadmillView {
    /// From where to where the service is raised, and for how long.
    pub sentence: Message,
    /// Whether it pays.
    pub verdict: Message,
    /// Own customers' expectation, monthly money, money so far.
    pub plots: [Plot; 3],
    /// What to remember of it, a figure each.
    pub facts: Vec<Fact>,
    /// How it wears off, and what the way back costs.
    pub lasting: Lasting,
    /// What is assumed.
    pub assumption: Message,
}

/// How long a raise is felt, and what is paid for taking it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Lasting {
    /// Months until half of a WOW is taken for granted; none: never.
    pub half_life: Option<Figure>,
    /// Months at the raised level.
    pub raised: Figure,
    /// Months after it.
    pub after: Figure,
    /// What these cost, money in all; none where there are none, or where they cost nothing.
    pub going_back: Option<Figure>,
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
                    Some(level) => say::TreadmillStartOwn {
                        from: Figure::points(level),
                    }
                    .into(),
                    None => say::TreadmillStartExpected {
                        from: Figure::points(from).named("expected"),
                    }
                    .into(),
                };
                let (to, months_raised) = (Figure::points(to), Figure::integer(months));
                if months < horizon {
                    say::TreadmillRaise {
                        start,
                        to,
                        months: months_raised,
                    }
                    .into()
                } else {
                    say::TreadmillRaiseForGood {
                        start,
                        to,
                        months: months_raised,
                    }
                    .into()
                }
            } else {
                say::treadmill_nothing()
            },
            verdict: {
                let sum = Figure::money(run.cumulative).named("treadmill.cumulative");
                let horizon = Figure::integer(horizon);
                if run.cumulative >= 0.0 {
                    say::TreadmillPays {
                        sum: sum.signed(),
                        horizon,
                    }
                    .into()
                } else {
                    say::TreadmillDoesNotPay {
                        sum: sum.signed(),
                        horizon,
                    }
                    .into()
                }
            },
            plots,
            lasting: Lasting {
                half_life: run.half_life_purchases.map(|n| fact::months(firm, n)),
                raised: Figure::integer(months),
                after: Figure::integer(horizon - months),
                going_back: (run.cost_of_going_back > 0.0).then(|| fact::cost_of_going_back(&run)),
            },
            facts: vec![
                fact::half_life(firm, &run, &in_force),
                fact::going_back(&run, horizon - months),
                fact::monthly(&run, months),
                fact::instead(buys, cost, firm.business.customers),
            ],
            assumption: say::TreadmillAssumption {
                habituated: Figure::share(firm.parameters.habituation_share),
                per_purchase: Figure::share(firm.parameters.habituation_rate),
            }
            .into(),
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
                say::TreadmillExpectationSummary {
                    first: e1,
                    raised: e2,
                    last: e3,
                }
                .into(),
            ),
            &[&own, &level],
            (base, 2.0),
            Figure::points,
        ),
        Plot::new(
            (
                say::treadmill_money(),
                say::TreadmillMoneySummary {
                    first: d1,
                    raised: d2,
                    last: d3,
                }
                .into(),
            ),
            &[&delta],
            (0.0, 0.0),
            Figure::money,
        ),
        Plot::new(
            (
                say::treadmill_sum(),
                say::TreadmillSumSummary {
                    first: s1,
                    raised: s2,
                    last: s3,
                }
                .into(),
            ),
            &[&sum],
            (0.0, 0.0),
            Figure::money,
        ),
    ]
}

fn marks(months: f64, shaded: f64, horizon: f64) -> Vec<(f64, Message)> {
    let mark = |x: f64, month: f64| {
        (
            x,
            say::TreadmillMonth {
                month: Figure::integer(month),
            }
            .into(),
        )
    };
    let mut marks = vec![mark(0.0, 1.0), mark(1.0, horizon)];
    if (CLEAR..=1.0 - CLEAR).contains(&shaded) {
        marks.push(mark(shaded, months));
    }
    marks
}
