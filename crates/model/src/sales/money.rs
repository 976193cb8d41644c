//! Money, exact.

/// The largest amount of one row, in the file's currency.
const LARGEST: u64 = 1_000_000_000_000;
/// Parts of a currency unit that are counted.
pub const PARTS: u32 = 1_000_000;

/// Money of one row, exact to a millionth of the currency unit, −10¹² to 10¹²; negative where it
/// was paid back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(i64);

impl Money {
    /// The nearest amount to a number of currency units; `None` for NaN, infinities and amounts
    /// beyond 10¹².
    #[must_use]
    pub fn from_number(number: f64) -> Option<Self> {
        // The rounded product fits into 64 bits.
        let millionths = (number * f64::from(PARTS)).round() as i64;
        (number.abs() <= LARGEST as f64).then_some(Self(millionths))
    }

    /// So many millionths of the currency unit, paid or paid back; `None` beyond 10¹² units.
    #[must_use]
    pub fn from_millionths(millionths: u64, paid_back: bool) -> Option<Self> {
        let largest = LARGEST.saturating_mul(PARTS.into());
        let paid = i64::try_from(millionths).ok();
        let paid = paid.filter(|_| millionths <= largest)?;
        Some(Self(if paid_back { -paid } else { paid }))
    }

    /// Millionths of the currency unit.
    #[must_use]
    pub fn millionths(self) -> i64 {
        self.0
    }
}

/// A sum of millionths in currency units.
#[must_use]
pub fn units(millionths: i128) -> f64 {
    millionths as f64 / f64::from(PARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_money() {
        for wrong in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1.1e12, -1e300] {
            assert_eq!(Money::from_number(wrong), None);
        }
        for (number, millionths) in [
            (-64.46, -64_460_000),
            (0.1 + 0.2, 300_000),
            (1e12, 10_i64.pow(18)),
        ] {
            assert_eq!(
                Money::from_number(number),
                Some(Money(millionths)),
                "{number}"
            );
        }
        assert_eq!(Money::from_millionths(5, true), Some(Money(-5)));
        assert_eq!(Money::from_millionths(u64::MAX, false), None);
        assert!((units(64_460_000) - 64.46).abs() < 1e-12);
    }
}
