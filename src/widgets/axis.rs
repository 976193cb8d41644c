//! Steps along an axis that a person would choose.

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

/// The next of 1, 2, 5 times a power of ten.
#[must_use]
pub fn nice_step(at_least: f64) -> f64 {
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

/// The multiples of `step` from `low` to `high`.
pub fn ticks(low: f64, high: f64, step: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((low / step).ceil(), (high / step + 1e-9).floor());
    let count = (last - first).clamp(0.0, 20.0) as u32;
    (0..=count).map(move |i| (first + f64::from(i)) * step)
}
