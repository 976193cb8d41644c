//! What the heading of the closed panel says it has found.

use super::view::MethodView;
use crate::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Class, Tables};

/// How many of the model's numbers nobody has measured.
pub fn finding(answer: &Answer, tables: &Tables) -> Message {
    let numbers = MethodView::new(answer, tables).parameters;
    let count = |n: usize| Figure::integer(n as f64);
    let all = count(numbers.len());
    let of_class = numbers.iter().filter(|row| row.class == Class::Assumption);
    let assumed = count(of_class.count());
    match numbers.iter().filter(|row| row.changed).count() {
        0 => say::FindingMethod { assumed, all }.into(),
        changed => say::FindingMethodChanged {
            assumed,
            all,
            changed: count(changed),
        }
        .into(),
    }
}
