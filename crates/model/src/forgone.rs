//! What a level forgoes against the sufficient one (section 6): the one curve that agrees with the
//! verdict.

use super::calibration::Calibrated;
use super::sufficient::Sufficient;
use super::tables::Rung;

/// What a business forgoes at one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Points 0–100.
    pub level: f64,
    /// Money a year, never negative.
    pub forgone: f64,
}

/// What a business forgoes by level, in steps of the grid; lowest level first.
#[derive(Clone, Debug, PartialEq)]
pub struct Forgone {
    /// Below adequate.
    pub below_adequate: Vec<Point>,
    /// From adequate on: 0 at the sufficient level, within the tolerance inside the band; left of
    /// it lost by too little service, right of it spent by too much.
    pub from_adequate: Vec<Point>,
}

impl Calibrated {
    /// Yearly value missing at a level of the value `value` against the best there is; never below
    /// 0: between two points of the grid may lie a slightly better one.
    #[must_use]
    pub fn missing(&self, best: f64, value: f64) -> f64 {
        (best - value).max(0.0)
    }

    /// What the business would forgo at a level, at its own consistency; money a year.
    #[must_use]
    pub fn forgone(&self, sufficient: &Sufficient, level: f64) -> f64 {
        let value = self.yearly(level, self.business.consistency).value();
        self.missing(sufficient.value, value)
    }

    /// What it would forgo on each rung of the ladder, in its order.
    #[must_use]
    pub fn forgone_by_rung(&self, sufficient: &Sufficient, ladder: &[Rung]) -> Vec<Point> {
        let levels = ladder.iter().map(|rung| self.self_rated(rung.offset));
        levels.map(|level| self.point(sufficient, level)).collect()
    }

    /// What it would forgo at each point of the grid, carried on to the left of adequate.
    #[must_use]
    pub fn forgone_curve(&self, sufficient: &Sufficient) -> Forgone {
        let adequate = self.expectation.adequate;
        let per_point = 1.0 / self.constants.grid_step;
        let below = (adequate * per_point).floor().max(0.0) as usize;
        let on_the_left = (1..=below).rev().map(|j| adequate - j as f64 / per_point);
        let point = |level| self.point(sufficient, level);
        Forgone {
            below_adequate: on_the_left.map(point).collect(),
            from_adequate: self.grid_levels().map(point).collect(),
        }
    }

    fn point(&self, sufficient: &Sufficient, level: f64) -> Point {
        Point {
            level,
            forgone: self.forgone(sufficient, level),
        }
    }
}
