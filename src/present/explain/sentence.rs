//! How a figure comes about, in a sentence with the user's own numbers.

use super::super::answer::Answer;
use super::super::field::in_field;
use super::super::figure::Figure;
use super::super::text::{Message, say};
use crate::model::Tables;
use crate::session::Field;

/// The sentence of a topic; `name` is the figure that was asked about.
pub fn sentence(topic: &str, name: &str, answer: &Answer, tables: &Tables) -> Option<Message> {
    let (o, firm) = (&answer.outcome, &answer.firm);
    let (b, p, c) = (&firm.business, &firm.parameters, &firm.constants);
    let (points, money, count) = (Figure::points, Figure::money, Figure::count);
    let own = |field| in_field(field, answer.entries.number(field, tables));
    let lines = &o.loss_lines;
    let people = || count(b.customers);
    let dissatisfied = || count(b.customers * o.dissatisfied);
    let lost = || count(o.customers_lost);
    let share = Figure::share;
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
        "loss" => say::ExplainLoss {
            customers: people(),
            dissatisfied: dissatisfied(),
            lost: lost(),
            value_each: money(o.customer_value),
            loss: money(o.loss),
        }
        .into(),
        "within_year" => say::ExplainWithinYear {
            loss: money(o.loss),
            within: money(o.loss_within_year),
            later: money(o.loss - o.loss_within_year),
        }
        .into(),
        "leavers" => say::ExplainLeavers {
            lost: lost(),
            customers: people(),
            value_each: money(o.customer_value),
            loss: money(lines.leavers),
        }
        .into(),
        "reduced" => say::ExplainReduced {
            dissatisfied: dissatisfied(),
            customers: people(),
            staying: share(p.reduce_share),
            cut: share(p.reduce_depth),
            margin_each: money(firm.customer_margin),
            loss: money(lines.reduced),
        }
        .into(),
        "walkouts" => say::ExplainWalkouts {
            contacts: count(b.purchases_exposed()),
            dropped: share(p.walkout_share),
            margin_each: money(firm.purchase_margin()),
            loss: money(lines.walkouts),
        }
        .into(),
        "word_of_mouth" => {
            let kept_away = firm.turned_away(o.dissatisfied);
            let each = if kept_away > 0.0 {
                lines.word_of_mouth / kept_away
            } else {
                0.0
            };
            say::ExplainWordOfMouth {
                dissatisfied: dissatisfied(),
                told: Figure::number(100.0 * p.told_prospects_lost, 1),
                value_each: money(each),
                loss: money(lines.word_of_mouth),
            }
            .into()
        }
        "reputation" if o.level >= o.expected => say::explain_reputation_none(),
        "reputation" => say::ExplainReputation {
            gap: points(o.expected - o.level),
            stars: Figure::number(firm.stars_below(o.level), 1),
            per_star: share(firm.reputation),
            revenue: money(firm.revenue),
            margin: share(firm.margin),
            loss: money(lines.reputation),
        }
        .into(),
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
        "avoidable" => say::ExplainAvoidable {
            loss: money(o.loss),
            by_level: money(o.avoidable_by_level),
            best: best(),
            by_evenness: money(o.avoidable_by_consistency),
            evenness: share(good),
            rest: money(o.residual),
        }
        .into(),
        "people" => say::ExplainPeople {
            customers: people(),
            dissatisfied: dissatisfied(),
            lost: lost(),
            unavoidable: count(b.customers * o.unavoidable_churn),
            stay: share(o.retention),
        }
        .into(),
        "consistency" => say::ExplainConsistency {
            evenness: share(b.consistency),
            spread: Figure::number(firm.spread(b.consistency), 1),
            level: points(o.level),
        }
        .into(),
        "next_year" => say::ExplainNextYear {
            lost: money(o.revenue_lost_next_year),
            share_lost: share(o.revenue_at_risk()),
            revenue: money(o.revenue),
        }
        .into(),
        "treadmill" => say::ExplainTreadmill {
            per_purchase: share(p.habituation_rate),
            habituated: share(p.habituation_share),
            purchases: Figure::number(b.purchases, 1),
            expected: points(o.expected),
        }
        .into(),
        "forecast" => say::ExplainForecast {
            expected: points(o.expected),
            rise: Figure::number(p.market_escalator, 2),
            evenness: share(b.consistency),
            level: points(o.level),
            drift: Figure::number(firm.drift(p.uncontrolled_drift), 2),
        }
        .into(),
        "idea" => say::ExplainIdea {
            contacts: count(b.purchases_a_year()),
        }
        .into(),
        "scale" => say::ExplainScale {
            wage: Figure::money_exact(answer.entries.number(Field::Wage, tables)),
            individual: own(Field::MinutesIndividual),
            standard: own(Field::MinutesStandard),
            exceptions: share(answer.entries.number(Field::Exceptions, tables)),
        }
        .into(),
        "queue" => say::ExplainQueue {
            arrivals: own(Field::Arrivals),
            minutes: own(Field::ContactMinutes),
            staff: own(Field::Staff),
        }
        .into(),
        "certainty" => say::explain_certainty(),
        "neighbours" => say::ExplainNeighbours {
            expected: points(o.expected),
            points: Figure::number(c.neighbour_points, 1),
        }
        .into(),
        "target" => say::ExplainTarget {
            best: best(),
            evenness: share(good),
        }
        .into(),
        _ => return None,
    })
}
