//! A margin that does not cover the cost of service is nearly always what is left after all costs: the
//! field asks, and what is known to be left says amounts in months of profit.

use super::answer::Answer;
use super::field::in_field;
use crate::session::{Entries, EntryError, Field};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// The question, and what can be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct NetQuestion {
    /// Whether the margin is what is left after all costs.
    pub question: Message,
    /// Keeps it as that; the typical gross margin stands in.
    pub yes: Message,
    /// It is not.
    pub no: Message,
    /// What to correct then.
    pub correct: Message,
    /// The margin asked about.
    pub margin: f64,
}

/// The question that a field asks about its entry; only the margin's own field asks.
pub fn question(field: Field, entries: &Entries, tables: &Tables) -> Option<NetQuestion> {
    let error = (field == Field::Margin).then(|| entries.error(field, tables));
    let Some(Some(EntryError::MarginNotAboveCost {
        margin,
        cost_to_serve,
    })) = error
    else {
        return None;
    };
    Some(NetQuestion {
        question: say::NetAsk {
            margin: in_field(Field::Margin, margin),
        }
        .into(),
        yes: say::net_yes(),
        no: say::net_no(),
        correct: say::NetCorrect {
            cost: in_field(Field::CostToServe, cost_to_serve),
        }
        .into(),
        margin,
    })
}

/// What the margin's field says of what is left after all costs.
pub fn kept(field: Field, entries: &Entries) -> Option<Message> {
    let margin = entries.net_margin.filter(|_| field == Field::Margin)?;
    let margin = in_field(Field::Margin, margin);
    Some(say::NetKept { margin }.into())
}

/// An amount of a year in months of profit; none where it is not known what is left, or nothing is.
pub fn months(answer: &Answer, amount: f64) -> Option<Message> {
    let net = answer.entries.net_margin?;
    let months = answer.outcome.months_of_profit(amount, net);
    let months = months.filter(|months| *months > 0.0).map(Figure::count)?;
    Some(say::AmountProfit { months }.into())
}
