//! Powers of ten, for steps that a person would choose.

/// The highest power of ten that is not above `size`, which has to be positive and finite. By
/// multiplication: the page does without logarithms and powers of ten.
#[must_use]
pub fn decade(size: f64) -> f64 {
    let mut decade = 1.0;
    while decade > size && decade > f64::MIN_POSITIVE {
        decade /= 10.0;
    }
    while decade * 10.0 <= size {
        decade *= 10.0;
    }
    decade
}
