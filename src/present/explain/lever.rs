//! What a lever changes, and what that brings.

use super::super::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};

/// The sentence of the lever whose gain was asked about, such as `levers.both`.
pub fn sentence(name: &str, answer: &Answer) -> Message {
    let (o, k) = (&answer.outcome, answer.firm.business.consistency);
    let good = answer.firm.good_consistency();
    let l = &o.levers;
    let (to, after, gain) = match name.rsplit('.').next() {
        Some("level") => (o.sufficient, k, l.level),
        Some("consistency") => (o.level.max(o.sufficient), good, l.consistency),
        Some("both") => (o.sufficient, good, l.both),
        _ => (o.sufficient, k, l.step_back),
    };
    say::ExplainLever {
        level: Figure::points(o.level),
        consistency: Figure::share(k),
        to_level: Figure::points(to),
        to_consistency: Figure::share(after),
        gain: Figure::money(gain.unwrap_or_default()).signed(),
    }
    .into()
}
