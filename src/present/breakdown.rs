//! Where the loss comes from: customers, lines, and what could be avoided.

use super::answer::Answer;
use super::rank::rank;
use l10n::figure::Figure;
use l10n::text::{Message, say};

/// One part of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Stable id, for its colour.
    pub id: &'static str,
    /// What it is.
    pub label: Message,
    /// How much.
    pub figure: Figure,
    /// Its share of the whole, 0..1.
    pub share: f64,
}

/// The breakdown.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// What becomes of 1,000 customers in a year.
    pub customers: Vec<Part>,
    /// The lines of the loss, largest first.
    pub lines: Vec<Part>,
    /// What could be avoided, and by what.
    pub avoidable: Vec<Part>,
}

fn parts<const N: usize>(
    figure: fn(f64) -> Figure,
    parts: [(&'static str, Message, f64, &'static str); N],
) -> Vec<Part> {
    let whole: f64 = parts.iter().map(|(_, _, value, _)| value.max(0.0)).sum();
    parts
        .into_iter()
        .map(|(id, label, value, name)| Part {
            id,
            label,
            figure: figure(value).named(name),
            share: if whole > 0.0 {
                value.max(0.0) / whole
            } else {
                0.0
            },
        })
        .collect()
}

impl Breakdown {
    /// The breakdown of an answer.
    #[must_use]
    pub fn new(answer: &Answer) -> Self {
        let o = &answer.outcome;
        let (lines, people) = (&o.loss_lines, &o.per_thousand);
        let customers = parts(
            Figure::integer,
            [
                (
                    "service",
                    say::churn_service(),
                    people.service,
                    "per_thousand.service",
                ),
                (
                    "unavoidable",
                    say::churn_unavoidable(),
                    people.unavoidable,
                    "per_thousand.unavoidable",
                ),
                (
                    "other",
                    say::churn_other(),
                    people.other,
                    "per_thousand.other",
                ),
                ("stay", say::churn_stay(), people.stay, "per_thousand.stay"),
            ],
        );
        let mut lines = parts(
            Figure::money,
            [
                (
                    "leavers",
                    say::loss_leavers(),
                    lines.leavers,
                    "loss_lines.leavers",
                ),
                (
                    "reduced",
                    say::loss_reduced(),
                    lines.reduced,
                    "loss_lines.reduced",
                ),
                (
                    "walkouts",
                    say::loss_walkouts(),
                    lines.walkouts,
                    "loss_lines.walkouts",
                ),
                (
                    "word_of_mouth",
                    say::loss_word_of_mouth(),
                    lines.word_of_mouth,
                    "loss_lines.word_of_mouth",
                ),
                (
                    "reputation",
                    say::loss_reputation(),
                    lines.reputation,
                    "loss_lines.reputation",
                ),
            ],
        );
        rank(&mut lines, |a, b| a.figure.value > b.figure.value);
        let avoidable = parts(
            Figure::money,
            [
                (
                    "level",
                    say::avoidable_level(),
                    o.avoidable_by_level,
                    "avoidable_by_level",
                ),
                (
                    "consistency",
                    say::avoidable_consistency(),
                    o.avoidable_by_consistency,
                    "avoidable_by_consistency",
                ),
                (
                    "residual",
                    say::avoidable_residual(),
                    o.residual,
                    "residual",
                ),
            ],
        );
        Self {
            customers,
            lines,
            avoidable,
        }
    }
}
