//! How the loss and its parts come about.

use super::super::answer::Answer;
use super::super::odds::{customers, odds};
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};

/// The sentence of one of these topics.
pub fn sentence(topic: &str, answer: &Answer) -> Option<Message> {
    let o = &answer.outcome;
    let lines = &o.loss_lines;
    let (money, share) = (Figure::money, Figure::share);
    Some(match (topic, odds(answer)) {
        ("loss", Some(odds)) => say::ExplainLossOdds {
            odds,
            value_each: money(o.customer_value),
            loss: money(o.loss),
        }
        .into(),
        ("leavers", Some(odds)) => say::ExplainLeaversOdds {
            odds,
            value_each: money(o.customer_value),
            loss: money(lines.leavers),
        }
        .into(),
        ("people", Some(odds)) => say::ExplainPeopleOdds {
            dissatisfied: share(o.dissatisfied),
            odds,
            unavoidable: share(o.unavoidable_churn),
            stay: share(o.retention),
        }
        .into(),
        (topic, _) => return certain(topic, answer),
    })
}

/// The sentence where whole customers are lost, or nobody.
fn certain(topic: &str, answer: &Answer) -> Option<Message> {
    let (o, firm) = (&answer.outcome, &answer.firm);
    let b = &firm.business;
    let p = &firm.parameters;
    let (points, money, count, share) =
        (Figure::points, Figure::money, Figure::count, Figure::share);
    let lines = &o.loss_lines;
    let people = || count(b.customers);
    let dissatisfied = || customers(answer, o.dissatisfied);
    let lost = || count(o.customers_lost);
    let best = || points(o.sufficient);
    let good = firm.good_consistency();
    Some(match topic {
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
            contacts: count(firm.purchases_exposed()),
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
            let dissatisfied = dissatisfied();
            let told = Figure::number(100.0 * p.told_prospects_lost, 1);
            let (value_each, loss) = (money(each), money(lines.word_of_mouth));
            if dissatisfied.unit == Unit::Share {
                say::ExplainWordOfMouthFew {
                    dissatisfied,
                    told,
                    value_each,
                    loss,
                }
                .into()
            } else {
                say::ExplainWordOfMouth {
                    dissatisfied,
                    told,
                    value_each,
                    loss,
                }
                .into()
            }
        }
        "reputation" if o.level >= o.expected => say::explain_reputation_none(),
        "reputation" => say::ExplainReputation {
            gap: points(o.expected - o.level),
            stars: Figure::number(firm.stars_below(o.level), 1),
            per_star: share(p.reputation_per_star),
            revenue: money(firm.revenue),
            margin: share(firm.margin),
            loss: money(lines.reputation),
        }
        .into(),
        "avoidable" => say::ExplainAvoidable {
            loss: money(o.loss),
            by_level: money(o.avoidable_by_level),
            best: best(),
            by_consistency: money(o.avoidable_by_consistency),
            consistency: share(good),
            rest: money(o.residual),
        }
        .into(),
        "people" => say::ExplainPeople {
            customers: people(),
            dissatisfied: dissatisfied(),
            lost: lost(),
            unavoidable: customers(answer, o.unavoidable_churn),
            stay: share(o.retention),
        }
        .into(),
        "next_year" => say::ExplainNextYear {
            lost: money(o.revenue_lost_next_year),
            share_lost: share(o.revenue_at_risk()),
            revenue: money(o.revenue),
        }
        .into(),
        _ => return None,
    })
}
