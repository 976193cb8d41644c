//! Where the level comes from: a rung, the practices, a survey, or points put in.

use super::super::answer::Answer;
use super::super::names;
use crate::session::{DeliveredBy, Field};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// How the level that is looked at was entered.
pub fn sentence(answer: &Answer, tables: &Tables) -> Message {
    let (entries, b) = (&answer.entries, &answer.firm.business);
    let level = Figure::points(answer.outcome.level);
    if answer.is_what_if {
        return say::ExplainLevelLooked {
            level,
            own: Figure::points(answer.own_level),
        }
        .into();
    }
    let expected = Figure::points(answer.outcome.expected);
    let offset = Figure::points(answer.own_level - answer.outcome.expected).signed();
    let number = |field| entries.entry(field).number();
    match (entries.delivered_by, &entries.rung) {
        (DeliveredBy::Rung, Some(rung)) => say::ExplainLevelRung {
            rung: names::rung(rung),
            offset,
            expected,
            level,
        }
        .into(),
        (DeliveredBy::Practices, _) if entries.practices.iter().any(Option::is_some) => {
            say::ExplainLevelPractices {
                offset,
                expected,
                level,
            }
            .into()
        }
        (DeliveredBy::Measured, _) if number(Field::Measured).is_some() => {
            say::ExplainLevelMeasured {
                dissatisfied: Figure::share(entries.number(Field::Measured, tables)),
                consistency: Figure::share(b.consistency),
                purchases: Figure::number(b.purchases, 1),
                level,
            }
            .into()
        }
        (DeliveredBy::Level, _) if number(Field::Level).is_some() => {
            say::ExplainLevelPoints { level }.into()
        }
        _ => say::ExplainLevelNone { level }.into(),
    }
}
