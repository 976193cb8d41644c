//! How charts draw a curve and place things.

use crate::present::chart::Curve;
use std::fmt::Write as _;

/// A share as percent with two decimals, without the printing of floats, which weighs kilobytes.
pub fn percent(share: f64) -> String {
    let hundredths = (10_000.0 * share).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}%", size / 100, size % 100)
}

/// The path of a curve on a drawing of 1,000 by 1,000.
pub fn path(curve: &Curve) -> String {
    let mut path = String::new();
    for (index, (x, y)) in curve.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let (x, y) = ((1000.0 * x) as i32, (1000.0 * (1.0 - y)) as i32);
        let _ = write!(path, "{letter}{x} {y}");
    }
    path
}
