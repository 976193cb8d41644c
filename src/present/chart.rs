//! The chart: what each level forgoes a year against the best one, as shapes in 0..1 (x to the
//! right, y upwards).

use super::answer::Answer;
use super::decade::decade;
use l10n::figure::Figure;
use model::{Rung, Tables, Uncertainty, rung_of};

/// Points of the curve, at least. Those on the grid are known by now where the search has looked: of
/// most levels up to the upper edge of the band.
const POINTS: f64 = 100.0;

/// How many lines the grid has at most.
const MOST_TICKS: f64 = 4.0;

/// How far the chart reaches to the left of adequate at least, points.
const BELOW: f64 = 14.0;

/// The least distance of two rungs along the level axis.
const APART: f64 = 0.115;

/// Which rungs are placed first where there is no room for all.
const FIRST: [&str; 6] = [
    "expected",
    "basic",
    "wow",
    "desired",
    "terrible",
    "unbelievable",
];

/// A curve as (x, y).
pub type Curve = Vec<(f64, f64)>;

/// A rung on the level axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Rung id.
    pub id: String,
    /// Where it stands.
    pub x: f64,
    /// The level it amounts to.
    pub level: Figure,
    /// Whether the level looked at is nearest to it.
    pub here: bool,
}

/// The geometry of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Levels at the left and right edge, points.
    pub levels: (f64, f64),
    /// Money at the upper edge.
    pub top: f64,
    /// What is lost by too little, from the left edge to the best level.
    pub lost: Curve,
    /// What is spent by too much, from the best level to the right edge.
    pub spent: Curve,
    /// The sufficient band, x.
    pub band: (f64, f64),
    /// What still counts as sufficient: y, and how much it is a year.
    pub tolerance: (f64, Figure),
    /// Where the best level lies in 80 of 100 simulations, x.
    pub likely: Option<(f64, f64)>,
    /// The present level, x.
    pub own: f64,
    /// The level looked at.
    pub you: (f64, f64),
    /// What it forgoes in 80 of 100 simulations, y.
    pub you_likely: Option<(f64, f64)>,
    /// Lines of the grid across: y and what it stands for.
    pub money_ticks: Vec<(f64, Figure)>,
    /// The rungs along the bottom.
    pub steps: Vec<Step>,
}

impl Chart {
    /// The chart of an answer, with ranges where there are simulations of it.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, draws: Option<&Uncertainty>) -> Self {
        let (firm, o) = (&answer.firm, &answer.outcome);
        let forgone = |level: f64| answer.forgone(level);
        // Wide enough for what is below adequate and for both levels of the user's.
        let least = (o.adequate - BELOW)
            .min(answer.own_level - 4.0)
            .min(firm.level - 4.0);
        let left = (least / 5.0).floor().max(0.0) * 5.0;
        let right = 100.0;
        let x = |level: f64| ((level - left) / (right - left)).clamp(0.0, 1.0);
        // As high as the right wing and what is little below sufficient: far below, the loss may
        // tower over all else, and the curve leaves the chart.
        let a_little_less = o.band.0 - (right - o.band.1).min(BELOW / 2.0);
        let seen = [
            right,
            a_little_less,
            firm.level.max(a_little_less),
            firm.level,
        ];
        let highest = seen
            .into_iter()
            .map(forgone)
            .fold(4.0 * firm.tolerance(), f64::max);
        let step = nice_step(highest / MOST_TICKS);
        let top = (highest / step).ceil().max(1.0) * step;
        // What leaves the drawing is cut off there.
        let y = |money: f64| (money / top).clamp(-0.1, 2.0);
        let stride = ((right - left) / POINTS / firm.constants.grid_step) as u32;
        let curve = |from: f64, to: f64| -> Curve {
            let levels = firm.levels(from, to, stride.max(1));
            levels.map(|level| (x(level), y(forgone(level)))).collect()
        };
        Self {
            levels: (left, right),
            top,
            lost: curve(left, o.sufficient),
            spent: curve(o.sufficient, right),
            band: (x(o.band.0), x(o.band.1)),
            tolerance: (y(firm.tolerance()), Figure::money(firm.tolerance())),
            likely: draws.map(|d| (x(d.level[0]), x(d.level[2]))),
            own: x(answer.own_level),
            you: (x(firm.level), y(forgone(firm.level))),
            you_likely: draws.map(|d| (y(d.gap[0]), y(d.gap[2]))),
            money_ticks: ticks(0.0, top, step)
                .map(|money| (y(money), Figure::money(money)))
                .collect(),
            steps: steps(answer, tables, left, &x),
        }
    }

    /// Where a level stands on the curve.
    #[must_use]
    pub fn at(&self, level: f64) -> (f64, f64) {
        let (left, right) = self.levels;
        let x = ((level - left) / (right - left)).clamp(0.0, 1.0);
        let points = self.lost.iter().chain(&self.spent);
        let mut before = self.you;
        for &(next, high) in points {
            if next >= x {
                let (from, low) = before;
                let width = next - from;
                let share = if width > 0.0 { (x - from) / width } else { 1.0 };
                return (x, low + (high - low) * share.clamp(0.0, 1.0));
            }
            before = (next, high);
        }
        (x, before.1)
    }

    /// The level at a place along the bottom, to half a point.
    #[must_use]
    pub fn level_at(&self, x: f64) -> f64 {
        let (left, right) = self.levels;
        let level = left + (right - left) * x.clamp(0.0, 1.0);
        ((level * 2.0).round() / 2.0).clamp(0.0, 100.0)
    }
}

/// The rungs that have room along the axis; each keeps its distance.
fn steps(answer: &Answer, tables: &Tables, left: f64, x: &dyn Fn(f64) -> f64) -> Vec<Step> {
    let firm = &answer.firm;
    let here = rung_of(firm.level, answer.outcome.expected, &tables.ladder);
    let step = |rung: &Rung| {
        let level = firm.self_rated(rung.offset);
        Step {
            id: rung.id.to_string(),
            x: x(level),
            level: Figure::level(level),
            here: here.is_some_and(|here| here.id == rung.id),
        }
    };
    let mut placed: Vec<Step> = Vec::new();
    let rungs = FIRST
        .iter()
        .filter_map(|id| tables.ladder.iter().find(|rung| rung.id == *id));
    for step in rungs.map(step) {
        let apart = |other: &Step| (other.x - step.x).abs() >= APART;
        if step.level.value >= left && placed.iter().all(apart) {
            placed.push(step);
        }
    }
    placed
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
