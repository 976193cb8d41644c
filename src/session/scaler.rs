//! Between a number as it is kept and the same as people say it: 0.14 and 14 %, 1200 customers a
//! year and 100 a month.

/// How a number is scaled for showing. Times one number and over another, not by their quotient,
/// so that round numbers stay round both ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaler {
    times: f64,
    over: f64,
}

impl Scaler {
    /// As it is.
    pub const NONE: Self = Self {
        times: 1.0,
        over: 1.0,
    };

    /// Shares in percent, or of a hundred.
    pub const HUNDRED: Self = Self {
        times: 100.0,
        over: 1.0,
    };

    /// In units that are each worth `unit`.
    #[must_use]
    pub fn units_of(unit: f64) -> Self {
        Self {
            times: 1.0,
            over: unit,
        }
    }

    /// A kept number as it is shown.
    #[must_use]
    pub fn shown(self, kept: f64) -> f64 {
        kept * self.times / self.over
    }

    /// A shown number as it is kept.
    #[must_use]
    pub fn kept(self, shown: f64) -> f64 {
        shown * self.over / self.times
    }
}
