//! How the levels, and what lies between them, come about.

use super::super::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// The sentence of one of these topics.
pub fn sentence(topic: &str, name: &str, answer: &Answer, tables: &Tables) -> Option<Message> {
    let (o, firm) = (&answer.outcome, &answer.firm);
    let b = &firm.business;
    let c = &firm.constants;
    let (points, money, share) = (Figure::points, Figure::money, Figure::share);
    let best = || points(o.sufficient);
    let good = firm.good_consistency();
    Some(match topic {
        "expected" => say::ExplainExpected {
            segment: points(b.segment_expected.value),
            ratio: share(b.price_ratio),
            expected: points(o.expected),
        }
        .into(),
        "level" => super::level::sentence(answer, tables),
        "exceeding" if o.level <= o.expected => say::ExplainExceedingNone {
            level: points(o.level),
            expected: points(o.expected),
        }
        .into(),
        "exceeding" => say::ExplainExceeding {
            level: points(o.level),
            gap: points(o.level - o.expected),
            expected: points(o.expected),
            extra: money(o.exceeding.extra_cost),
            premium: money(o.exceeding.premium),
            delight: money(o.exceeding.delight),
            advocates: money(o.exceeding.advocates),
            avoided: money(o.exceeding.loss_avoided),
        }
        .into(),
        "sufficient" => say::ExplainSufficient {
            best: best(),
            low: points(o.band.0),
            high: points(o.band.1),
            tolerance: money(firm.tolerance()),
            tolerance_share: share(c.band_tolerance),
        }
        .into(),
        "forgone" => say::ExplainForgone {
            best: best(),
            level: points(o.level),
            forgone: money(o.gap_to_sufficient),
            tolerance: money(firm.tolerance()),
        }
        .into(),
        "rule" => say::ExplainRule {
            low: points(o.rule_band.0),
            high: points(o.rule_band.1),
        }
        .into(),
        "lever" => super::lever::sentence(name, answer),
        "going_back" => {
            let cost = o.levers.cost_of_going_back.unwrap_or_default();
            say::ExplainGoingBack {
                level: points(o.level),
                to_level: best(),
                cost: money(cost),
            }
            .into()
        }
        "consistency" => say::ExplainConsistency {
            consistency: share(b.consistency),
            spread: Figure::number(firm.delivered_spread(b.consistency), 1),
            level: points(o.level),
        }
        .into(),
        "target" => say::ExplainTarget {
            best: best(),
            consistency: share(good),
        }
        .into(),
        _ => return None,
    })
}
