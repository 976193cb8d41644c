//! Ordering a handful of rows. The standard library's sorts weigh several kilobytes a type, which
//! every visitor would pay for.

/// Puts `rows` in order by insertion; rows of which neither comes `before` the other stay as they
/// are.
pub fn rank<T>(rows: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for sorted in 1..rows.len() {
        for at in (1..=sorted).rev() {
            match rows.get(at - 1..=at) {
                Some([left, right]) if before(right, left) => rows.swap(at - 1, at),
                _ => break,
            }
        }
    }
}
