//! The chart: money a year against the level, as shapes in 0..1 (x to the right, y upwards).

use super::answer::Answer;
use super::decade::decade;
use super::figure::Figure;

/// Points of a curve.
const POINTS: usize = 200;

/// How many lines the grid has at most.
const MOST_TICKS: f64 = 4.0;

/// A curve as (x, y).
pub type Curve = Vec<(f64, f64)>;

/// The geometry of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Levels at the left and right edge, points.
    pub levels: (f64, f64),
    /// Money at the upper edge.
    pub top: f64,
    /// The loss to bad service.
    pub loss: Curve,
    /// The cost of exceeding.
    pub exceeding: Curve,
    /// Both together.
    pub sum: Curve,
    /// The sufficient band, x.
    pub band: (f64, f64),
    /// The rule of thumb, x.
    pub rule: (f64, f64),
    /// The adequate level, x.
    pub adequate: f64,
    /// The expected level, x.
    pub expected: f64,
    /// The best level, x.
    pub sufficient: f64,
    /// The present level, x.
    pub own: f64,
    /// The level looked at: x, and y of the sum.
    pub you: (f64, f64),
    /// Lines of the grid across: y and what it stands for.
    pub money_ticks: Vec<(f64, Figure)>,
    /// Marks along the bottom: x and what it stands for.
    pub level_ticks: Vec<(f64, Figure)>,
}

impl Chart {
    /// The chart of an answer.
    #[must_use]
    pub fn new(answer: &Answer) -> Self {
        let (firm, o) = (&answer.firm, &answer.outcome);
        let k = firm.business.consistency;
        // Wide enough for the adequate level and for both levels of the user's.
        let least = (o.adequate - 10.0)
            .min(answer.own_level - 4.0)
            .min(firm.level - 4.0);
        let left = (least / 5.0).floor().max(0.0) * 5.0;
        let right = 100.0;
        let x = |level: f64| ((level - left) / (right - left)).clamp(0.0, 1.0);
        let samples: Vec<(f64, f64, f64)> = (0..POINTS)
            .map(|i| left + (right - left) * i as f64 / (POINTS - 1) as f64)
            .map(|level| (level, firm.yearly(level, k).loss(), firm.extra_cost(level)))
            .collect();
        // Far below adequate the loss may tower over all else: there the curve leaves the chart.
        let shown = |level: f64| level >= o.adequate - 2.0 || level >= firm.level;
        let highest = samples
            .iter()
            .filter(|(level, ..)| shown(*level))
            .map(|(_, loss, extra)| loss + extra)
            .fold(0.0, f64::max);
        let step = nice_step(highest / MOST_TICKS);
        let top = (highest / step).ceil().max(1.0) * step;
        // Above the top the curve leaves the drawing, which cuts it off there.
        let y = |money: f64| (money / top).clamp(0.0, 2.0);
        let curve = |figure: &dyn Fn(f64, f64) -> f64| -> Curve {
            let points = samples.iter();
            points
                .map(|&(level, loss, extra)| (x(level), y(figure(loss, extra))))
                .collect()
        };
        let here = o.loss + firm.extra_cost(firm.level);
        Self {
            levels: (left, right),
            top,
            loss: curve(&|loss, _| loss),
            exceeding: curve(&|_, extra| extra),
            sum: curve(&|loss, extra| loss + extra),
            band: (x(o.band.0), x(o.band.1)),
            rule: (x(o.rule_band.0), x(o.rule_band.1)),
            adequate: x(o.adequate),
            expected: x(o.expected),
            sufficient: x(o.sufficient),
            own: x(answer.own_level),
            you: (x(firm.level), y(here)),
            money_ticks: ticks(0.0, top, step)
                .map(|money| (y(money), Figure::money(money)))
                .collect(),
            level_ticks: ticks(left, right, 10.0)
                .map(|level| (x(level), Figure::level(level)))
                .collect(),
        }
    }

    /// The level at a place along the bottom, to half a point.
    #[must_use]
    pub fn level_at(&self, x: f64) -> f64 {
        let (left, right) = self.levels;
        let level = left + (right - left) * x.clamp(0.0, 1.0);
        ((level * 2.0).round() / 2.0).clamp(0.0, 100.0)
    }
}

/// The multiples of `step` from `low` to `high`.
pub(super) fn ticks(low: f64, high: f64, step: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((low / step).ceil(), (high / step + 1e-9).floor());
    let count = (last - first).clamp(0.0, 20.0) as u32;
    (0..=count).map(move |i| (first + f64::from(i)) * step)
}

/// The next of 1, 2, 5 times a power of ten.
pub(super) fn nice_step(at_least: f64) -> f64 {
    if !(at_least > 0.0 && at_least.is_finite()) {
        return 1.0;
    }
    let power = decade(at_least);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step >= at_least)
        .unwrap_or(power)
}
