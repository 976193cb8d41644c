//! How what the panels show comes about.

use super::super::answer::Answer;
use super::super::field::in_field;
use crate::session::Field;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// The sentence of one of these topics.
pub fn sentence(topic: &str, answer: &Answer, tables: &Tables) -> Option<Message> {
    let (o, firm) = (&answer.outcome, &answer.firm);
    let b = &firm.business;
    let p = &firm.parameters;
    let c = &firm.constants;
    let (points, count, share) = (Figure::points, Figure::count, Figure::share);
    let own = |field| in_field(field, answer.entries.number(field, tables));
    Some(match topic {
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
            consistency: share(b.consistency),
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
        "certainty" => say::ExplainCertainty {
            panel: say::panel_method(),
        }
        .into(),
        "neighbours" => say::ExplainNeighbours {
            expected: points(o.expected),
            points: Figure::number(c.neighbour_points, 1),
        }
        .into(),
        _ => return None,
    })
}
