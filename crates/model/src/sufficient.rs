//! The sufficient level: where the yearly value is highest, and the band around it (section 6).

use super::calibration::Calibrated;
use std::iter;

/// Slack for comparing levels that lie on the grid.
const ON_GRID: f64 = 1e-9;

/// Points between the grid points that the first pass looks at: fine enough that no hump of
/// `value` hides between two of them, since its knots lie whole points apart.
const STRIDE: usize = 5;

/// The sufficient level and band, points, with the value at the best level, money a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sufficient {
    /// Q*, the best level.
    pub level: f64,
    /// The lowest level whose value is close to the best.
    pub low: f64,
    /// The highest level whose value is close to the best.
    pub high: f64,
    /// The yearly value at Q*.
    pub value: f64,
}

/// Where a level stands against the sufficient band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
pub enum Verdict {
    /// Below the band.
    Under,
    /// Within it.
    Sufficient,
    /// Above it.
    Over,
}

impl Verdict {
    /// The verdict's id, as in the outcome.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Under => "under",
            Self::Sufficient => "sufficient",
            Self::Over => "over",
        }
    }
}

impl Sufficient {
    /// Where a level stands.
    #[must_use]
    pub fn verdict(&self, level: f64) -> Verdict {
        if level < self.low - ON_GRID {
            Verdict::Under
        } else if level > self.high + ON_GRID {
            Verdict::Over
        } else {
            Verdict::Sufficient
        }
    }
}

/// Yearly values at points of the grid, as far as they were needed to find the sufficient level.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(Vec<Option<f64>>);

/// The values at the points of the grid, computed when first asked for.
struct Grid<'a> {
    firm: &'a Calibrated,
    consistency: f64,
    values: Vec<Option<f64>>,
}

impl<'a> Grid<'a> {
    /// The first `points` of the grid.
    fn new(firm: &'a Calibrated, consistency: f64, points: usize) -> Self {
        Self {
            firm,
            consistency,
            values: vec![None; points],
        }
    }

    fn last(&self) -> usize {
        self.values.len().saturating_sub(1)
    }

    fn level(&self, point: usize) -> f64 {
        self.firm.grid_level(point)
    }

    fn value(&mut self, point: usize) -> f64 {
        if let Some(Some(known)) = self.values.get(point) {
            return *known;
        }
        let level = self.level(point);
        let value = self.firm.yearly(level, self.consistency).value();
        if let Some(place) = self.values.get_mut(point) {
            *place = Some(value);
        }
        value
    }

    /// The first of the points with the highest value.
    fn best(&mut self, points: impl Iterator<Item = usize>) -> (usize, f64) {
        let mut best = (0, f64::NEG_INFINITY);
        for point in points {
            let value = self.value(point);
            if value > best.1 || (value == best.1 && point < best.0) {
                best = (point, value);
            }
        }
        best
    }

    /// Every `stride`-th point, then ever more closely around each local maximum of those.
    fn peak(&mut self, stride: usize) -> (usize, f64) {
        let last = self.last();
        let mut found = (0, f64::NEG_INFINITY);
        let mut seen: Vec<(usize, f64)> = Vec::new();
        for point in (0..last).step_by(stride).chain([last]) {
            let before = seen.last().map_or(0, |(point, _)| *point);
            let after = (point + stride).min(last);
            let value = if self.reaches(before, after, found.1) {
                self.value(point)
            } else {
                f64::NEG_INFINITY
            };
            seen.push((point, value));
            if value > found.1 {
                found = (point, value);
            }
        }
        for (index, &(point, here)) in seen.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| seen.get(index));
            let (before, left) = before.copied().unwrap_or((point, here));
            let (after, right) = seen.get(index + 1).copied().unwrap_or((point, here));
            if here.is_finite() && here >= left && here >= right {
                let near = self.closer(before, after, stride);
                if near.1 > found.1 || (near.1 == found.1 && near.0 < found.0) {
                    found = near;
                }
            }
        }
        found
    }

    /// Whether a value may be as high anywhere between two points; where it cannot, by a bound that
    /// takes a fifth of the time of a value, most levels that exceed need none.
    fn reaches(&self, low: usize, high: usize, value: f64) -> bool {
        let (low, high) = (self.level(low), self.level(high));
        low < self.firm.expectation.expected
            || self.firm.value_at_most(low, high, self.consistency) >= value
    }

    /// The best point of a hump that was seen at every `stride`-th point.
    fn closer(&mut self, mut low: usize, mut high: usize, mut stride: usize) -> (usize, f64) {
        loop {
            stride = if stride.is_multiple_of(2) {
                stride / 2
            } else {
                1
            };
            let best = self.best((low..=high).step_by(stride));
            if stride == 1 {
                return best;
            }
            low = best.0.saturating_sub(stride).max(low);
            high = (best.0 + stride).min(high);
        }
    }

    /// The last point of the run that starts at `from` and stays at or above `enough`. It looks at
    /// every point: a dip between two humps may be one point wide.
    fn run(&mut self, from: usize, enough: f64, step: impl Fn(usize) -> Option<usize>) -> usize {
        let mut edge = from;
        while let Some(next) = step(edge).filter(|next| self.value(*next) >= enough) {
            edge = next;
        }
        edge
    }
}

impl Calibrated {
    /// The number of the last point of the grid, counted from 0 at adequate.
    fn last_on_grid(&self) -> usize {
        let room = (100.0 - self.expectation.adequate) / self.constants.grid_step;
        (room + ON_GRID).floor().max(0.0) as usize
    }

    fn grid_level(&self, point: usize) -> f64 {
        // Divided, not multiplied by the step: j/10 is the nearest double, j·0.1 is not.
        self.expectation.adequate + point as f64 / (1.0 / self.constants.grid_step)
    }

    /// The levels of the grid, lowest first.
    pub fn grid_levels(&self) -> impl Iterator<Item = f64> {
        (0..=self.last_on_grid()).map(|point| self.grid_level(point))
    }

    /// How much yearly value may be missing within the sufficient band: a share of what is left
    /// after serving.
    #[must_use]
    pub fn tolerance(&self) -> f64 {
        let c = &self.constants;
        let left = self.share_after_serving().max(c.band_floor * self.margin);
        c.band_tolerance * self.revenue * left
    }

    /// Levels from one to another: both, and between them every `stride`-th point of the grid, carried on
    /// below adequate.
    pub fn levels(&self, from: f64, to: f64, stride: u32) -> impl Iterator<Item = f64> {
        let adequate = self.expectation.adequate;
        let (per_point, stride) = (1.0 / self.constants.grid_step, f64::from(stride));
        let place = |level: f64| (level - adequate) * per_point / stride;
        let places = place(from).floor() as i32..=place(to).ceil() as i32;
        let on_grid = places.map(move |at| adequate + f64::from(at) * stride / per_point);
        let between = on_grid.filter(move |level| *level > from && *level < to);
        iter::once(from).chain(between).chain(iter::once(to))
    }

    /// The yearly value at a level at the business's own consistency, of which some are known.
    #[must_use]
    pub fn value(&self, known: &Values, level: f64) -> f64 {
        let per_point = 1.0 / self.constants.grid_step;
        let point = ((level - self.expectation.adequate) * per_point).round();
        let known = (point >= 0.0 && self.grid_level(point as usize) == level)
            .then(|| known.0.get(point as usize).copied().flatten());
        known
            .flatten()
            .unwrap_or_else(|| self.yearly(level, self.business.consistency).value())
    }

    /// The sufficient level and band at a consistency.
    #[must_use]
    pub fn sufficient(&self, consistency: f64) -> Sufficient {
        self.search(consistency).0
    }

    /// The sufficient level and band at a consistency, and the values that were computed to find it.
    #[must_use]
    pub fn search(&self, consistency: f64) -> (Sufficient, Values) {
        let mut grid = Grid::new(self, consistency, self.last_on_grid() + 1);
        let (best, value) = grid.peak(STRIDE);
        let enough = value - self.tolerance();
        let last = grid.last();
        let low = grid.run(best, enough, |point| point.checked_sub(1));
        let high = grid.run(best, enough, |point| (point < last).then_some(point + 1));
        let sufficient = Sufficient {
            level: grid.level(best),
            low: grid.level(low),
            high: grid.level(high),
            value,
        };
        (sufficient, Values(grid.values))
    }

    /// The highest yearly value at a point of the grid below a level; none where there is no such
    /// point.
    #[must_use]
    pub fn best_below(&self, level: f64, consistency: f64) -> Option<f64> {
        let points = self.grid_levels().take_while(|point| *point < level);
        let mut grid = Grid::new(self, consistency, points.count());
        (!grid.values.is_empty()).then(|| grid.peak(STRIDE).1)
    }

    /// The best level and its value, looking first at every `stride`-th point of the grid.
    #[must_use]
    pub fn peak(&self, consistency: f64, stride: usize) -> (f64, f64) {
        let mut grid = Grid::new(self, consistency, self.last_on_grid() + 1);
        let (best, value) = grid.peak(stride);
        (grid.level(best), value)
    }
}
