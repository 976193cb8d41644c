//! What the present level would be at the prices of each tier.

use crate::answer::Answer;
use crate::names;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Repriced, Tables, Verdict, repricing};

/// The present level at the prices of each tier.
#[derive(Clone, Debug, PartialEq)]
pub struct RepricingView {
    /// From the lowest prices to the highest.
    pub rows: Vec<Row>,
    /// The present level, points.
    pub level: Figure,
    /// Where it stands on the drawing, 0..1.
    pub at: f64,
}

/// The prices of a tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whether these are the present prices.
    pub own: bool,
    /// What the tier is called.
    pub tier: Message,
    /// What customers expect there, points.
    pub expected: Figure,
    /// The levels that are enough there, points.
    pub enough: Figure,
    /// The same on the drawing, 0..1.
    pub band: (f64, f64),
    /// Where the present level stands there.
    pub verdict: Verdict,
    /// The same as a sentence.
    pub sentence: Message,
}

impl RepricingView {
    /// The view of an answer; `None` where the model refuses it.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables) -> Option<Self> {
        let entries = &answer.entries;
        let found = repricing(&entries.inputs(tables), &entries.tables(tables)).ok()?;
        let level = Figure::level(answer.own_level);
        let rows = found.iter().map(|there| row(there, &level, &entries.tier));
        Some(Self {
            rows: rows.collect(),
            at: answer.own_level / 100.0,
            level,
        })
    }
}

fn row(there: &Repriced, level: &Figure, own: &str) -> Row {
    let (low, high) = there.band;
    let expected = Figure::level(there.expected);
    let tier = names::tier(&there.tier);
    let level = level.clone();
    let expected_there = expected.clone();
    let sentence = match there.verdict {
        Verdict::Under => say::RepricingUnder {
            tier,
            expected: expected_there,
            level,
        }
        .into(),
        Verdict::Sufficient => say::RepricingSufficient {
            tier,
            expected: expected_there,
            level,
        }
        .into(),
        Verdict::Over => say::RepricingOver {
            tier,
            expected: expected_there,
            level,
        }
        .into(),
    };
    Row {
        own: there.tier == own,
        tier: names::tier(&there.tier),
        expected,
        enough: Figure::level(there.sufficient).range(low, high),
        band: (low / 100.0, high / 100.0),
        verdict: there.verdict,
        sentence,
    }
}
