//! What is forgone, taken apart: losses, what exceeding brings and the cost of serving, at the level
//! looked at and at the best one.

use super::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Flow;

/// One part at both levels, money a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub what: Message,
    /// At the level looked at.
    pub here: Figure,
    /// At the best level.
    pub best: Figure,
}

/// The parts, and at which levels.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeOf {
    /// The level looked at.
    pub here: Message,
    /// The best level.
    pub best: Message,
    /// The parts: losses, benefits, cost.
    pub parts: [Part; 3],
}

impl MadeOf {
    /// What an answer's net is made of.
    #[must_use]
    pub fn new(answer: &Answer) -> Self {
        let (o, firm) = (&answer.outcome, &answer.firm);
        let k = firm.business.consistency;
        let (here, best) = (firm.yearly(o.level, k), firm.yearly(o.sufficient, k));
        let part = |what, of: fn(&Flow) -> f64| Part {
            what,
            here: Figure::money(of(&here)),
            best: Figure::money(of(&best)),
        };
        Self {
            here: say::MadeOfAtLevel {
                level: Figure::level(o.level),
            }
            .into(),
            best: say::MadeOfAtBest {
                level: Figure::level(o.sufficient),
            }
            .into(),
            parts: [
                part(say::amount_lost_title(), Flow::loss),
                part(say::made_of_brings(), |flow| {
                    flow.premium + flow.delight + flow.advocates
                }),
                part(say::made_of_serving(), |flow| flow.serve),
            ],
        }
    }
}
