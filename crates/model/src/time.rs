//! Units of time.

/// Months in a year.
pub const MONTHS: f64 = 12.0;

/// Minutes in an hour, and seconds in a minute.
pub(super) const HOUR: f64 = 60.0;
