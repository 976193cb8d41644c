//! How a figure comes about, in a sentence with the user's own numbers.

use super::super::answer::Answer;
use super::super::field::in_field;
use super::super::figure::Figure;
use super::super::names;
use super::super::text::{Message, say};
use crate::model::Tables;
use crate::session::{DeliveredBy, Field};

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
        "expected" => say::explain_expected(
            points(b.segment_expected.value),
            share(b.price_ratio),
            points(o.expected),
        ),
        "level" => level(answer, tables),
        "loss" => say::explain_loss(
            people(),
            dissatisfied(),
            lost(),
            money(o.customer_value),
            money(o.loss),
        ),
        "within_year" => say::explain_within_year(
            money(o.loss),
            money(o.loss_within_year),
            money(o.loss - o.loss_within_year),
        ),
        "leavers" => say::explain_leavers(
            lost(),
            people(),
            money(o.customer_value),
            money(lines.leavers),
        ),
        "reduced" => say::explain_reduced(
            dissatisfied(),
            people(),
            share(p.reduce_share),
            share(p.reduce_depth),
            money(firm.customer_margin),
            money(lines.reduced),
        ),
        "walkouts" => say::explain_walkouts(
            count(b.purchases_exposed()),
            share(p.walkout_share),
            money(firm.purchase_margin()),
            money(lines.walkouts),
        ),
        "word_of_mouth" => {
            let kept_away = firm.turned_away(o.dissatisfied);
            let each = if kept_away > 0.0 {
                lines.word_of_mouth / kept_away
            } else {
                0.0
            };
            say::explain_word_of_mouth(
                dissatisfied(),
                Figure::number(100.0 * p.told_prospects_lost, 1),
                money(each),
                money(lines.word_of_mouth),
            )
        }
        "reputation" if o.level >= o.expected => say::explain_reputation_none(),
        "reputation" => say::explain_reputation(
            points(o.expected - o.level),
            Figure::number(firm.stars_below(o.level), 1),
            share(firm.reputation),
            money(firm.revenue),
            share(firm.margin),
            money(lines.reputation),
        ),
        "exceeding" if o.level <= o.expected => {
            say::explain_exceeding_none(points(o.level), points(o.expected))
        }
        "exceeding" => say::explain_exceeding(
            points(o.level),
            points(o.level - o.expected),
            points(o.expected),
            money(o.exceeding.extra_cost),
            money(o.exceeding.premium),
            money(o.exceeding.delight),
            money(o.exceeding.advocates),
            money(o.exceeding.loss_avoided),
        ),
        "sufficient" => say::explain_sufficient(
            best(),
            points(o.band.0),
            points(o.band.1),
            money(firm.tolerance()),
            share(c.band_tolerance),
        ),
        "rule" => say::explain_rule(points(o.rule_band.0), points(o.rule_band.1)),
        "lever" => lever(name, answer),
        "going_back" => {
            let cost = o.levers.cost_of_going_back.unwrap_or_default();
            say::explain_going_back(points(o.level), best(), money(cost))
        }
        "avoidable" => say::explain_avoidable(
            money(o.loss),
            money(o.avoidable_by_level),
            best(),
            money(o.avoidable_by_consistency),
            share(good),
            money(o.residual),
        ),
        "people" => say::explain_people(
            people(),
            dissatisfied(),
            lost(),
            count(b.customers * o.unavoidable_churn),
            share(o.retention),
        ),
        "consistency" => say::explain_consistency(
            share(b.consistency),
            Figure::number(firm.spread(b.consistency), 1),
            points(o.level),
        ),
        "next_year" => say::explain_next_year(
            money(o.revenue_lost_next_year),
            share(o.revenue_at_risk()),
            money(o.revenue),
        ),
        "treadmill" => say::explain_treadmill(
            share(p.habituation_rate),
            share(p.habituation_share),
            Figure::number(b.purchases, 1),
            points(o.expected),
        ),
        "forecast" => say::explain_forecast(
            points(o.expected),
            Figure::number(p.market_escalator, 2),
            share(b.consistency),
            points(o.level),
            Figure::number(firm.drift(p.uncontrolled_drift), 2),
        ),
        "idea" => say::explain_idea(count(b.purchases_a_year())),
        "scale" => say::explain_scale(
            Figure::money_exact(answer.entries.number(Field::Wage, tables)),
            own(Field::MinutesIndividual),
            own(Field::MinutesStandard),
            share(answer.entries.number(Field::Exceptions, tables)),
        ),
        "queue" => say::explain_queue(
            own(Field::Arrivals),
            own(Field::ContactMinutes),
            own(Field::Staff),
        ),
        "certainty" => say::explain_certainty(),
        "neighbours" => {
            say::explain_neighbours(points(o.expected), Figure::number(c.neighbour_points, 1))
        }
        "target" => say::explain_target(best(), share(good)),
        _ => return None,
    })
}

/// Where the level comes from.
fn level(answer: &Answer, tables: &Tables) -> Message {
    let (entries, b) = (&answer.entries, &answer.firm.business);
    let level = Figure::points(answer.outcome.level);
    if answer.is_what_if() {
        return say::explain_level_looked(level, Figure::points(answer.own_level));
    }
    let segment = Figure::points(b.segment_expected.value);
    let offset = Figure::points(answer.own_level - b.segment_expected.value).signed();
    let number = |field| entries.entry(field).number();
    match (entries.delivered_by, &entries.rung) {
        (DeliveredBy::Rung, Some(rung)) => {
            say::explain_level_rung(names::rung(rung), offset, segment, level)
        }
        (DeliveredBy::Practices, _) if entries.practices.iter().any(Option::is_some) => {
            say::explain_level_practices(offset, segment, level)
        }
        (DeliveredBy::Measured, _) if number(Field::Measured).is_some() => {
            say::explain_level_measured(
                Figure::share(entries.number(Field::Measured, tables)),
                Figure::share(b.consistency),
                Figure::number(b.purchases, 1),
                level,
            )
        }
        (DeliveredBy::Level, _) if number(Field::Level).is_some() => {
            say::explain_level_points(level)
        }
        _ => say::explain_level_none(level),
    }
}

/// What a lever does, and what that brings.
fn lever(name: &str, answer: &Answer) -> Message {
    let (o, k) = (&answer.outcome, answer.firm.business.consistency);
    let good = answer.firm.good_consistency();
    let l = &o.levers;
    let (to, after, gain) = match name.rsplit('.').next() {
        Some("level") => (o.sufficient, k, l.level),
        Some("consistency") => (o.level.max(o.sufficient), good, l.consistency),
        Some("both") => (o.sufficient, good, l.both),
        _ => (o.sufficient, k, l.step_back),
    };
    say::explain_lever(
        Figure::points(o.level),
        Figure::share(k),
        Figure::points(to),
        Figure::share(after),
        Figure::money(gain.unwrap_or_default()).signed(),
    )
}
