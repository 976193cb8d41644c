//! The cases on one chart: what each level forgoes, in 0..1 (x to the right, y upwards).

use super::{Compared, LETTERS};
use crate::present::chart::{Curve, nice_step, ticks};
use l10n::figure::Figure;

/// Points of a curve.
const POINTS: usize = 60;

/// How far the chart reaches to the left of the lowest level or band, points.
const BELOW: f64 = 8.0;

/// How many lines the grid has at most.
const MOST_TICKS: f64 = 3.0;

/// How far apart labels are at least.
const APART: (f64, f64) = (0.05, 0.1);

/// A case on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its letter.
    pub letter: &'static str,
    /// What each level forgoes.
    pub curve: Curve,
    /// The present level.
    pub you: (f64, f64),
    /// Where its letter stands.
    pub label: (f64, f64),
    /// The sufficient band, x.
    pub band: (f64, f64),
}

/// The chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Levels at the left and right edge, points.
    pub levels: (f64, f64),
    /// Lines of the grid across: y, and the money a year or share of revenue that it stands for.
    pub ticks: Vec<(f64, Figure)>,
    /// The cases.
    pub lines: Vec<Line>,
}

impl Drawing {
    /// Draws cases: in money where all count in one currency, else in shares of their revenue.
    #[must_use]
    pub fn new(cases: &[Compared], one_currency: bool) -> Self {
        let lowest = cases.iter().fold(100.0, |low: f64, case| {
            low.min(case.answer.outcome.level)
                .min(case.answer.outcome.band.0)
        });
        let left = ((lowest - BELOW).max(0.0) / 5.0).floor() * 5.0;
        let x = |level: f64| ((level - left) / (100.0 - left)).clamp(0.0, 1.0);
        let per = |case: &Compared| {
            if one_currency {
                1.0
            } else {
                case.answer.outcome.revenue
            }
        };
        let forgone = |case: &Compared, level: f64| {
            let answer = &case.answer;
            answer.forgone(level) / per(case)
        };
        let highest = cases.iter().fold(0.0, |high: f64, case| {
            high.max(1.15 * forgone(case, case.answer.firm.level))
                .max(4.0 * case.answer.firm.tolerance() / per(case))
        });
        let step = nice_step(highest / MOST_TICKS);
        let top = (highest / step).ceil().max(1.0) * step;
        let y = |amount: f64| (amount / top).clamp(-0.1, 2.0);
        let figure = |amount: f64| {
            if one_currency {
                Figure::money(amount)
            } else {
                Figure::share(amount)
            }
        };
        let mut lines: Vec<Line> = Vec::new();
        for (case, letter) in cases.iter().zip(LETTERS) {
            let answer = &case.answer;
            let level = |i: usize| left + (100.0 - left) * i as f64 / POINTS as f64;
            let point = |level: f64| {
                let amount = answer.forgone(level) / per(case);
                (x(level), y(amount))
            };
            let you = point(answer.firm.level);
            lines.push(Line {
                letter,
                curve: (0..=POINTS).map(|i| point(level(i))).collect(),
                you,
                label: free(you, &lines),
                band: (x(answer.outcome.band.0), x(answer.outcome.band.1)),
            });
        }
        Self {
            levels: (left, 100.0),
            ticks: ticks(0.0, top, step)
                .map(|amount| (y(amount), figure(amount)))
                .collect(),
            lines,
        }
    }
}

/// The place for a letter above a point where no other one stands.
fn free((x, y): (f64, f64), placed: &[Line]) -> (f64, f64) {
    let mut label = (x, y + APART.1 / 2.0);
    let near = |label: (f64, f64)| {
        let close = |line: &Line| {
            let (other_x, other_y) = line.label;
            (other_x - label.0).abs() < APART.0 && (other_y - label.1).abs() < 0.99 * APART.1
        };
        placed.iter().any(close)
    };
    for _ in placed {
        if near(label) {
            label.1 += APART.1;
        }
    }
    label
}
