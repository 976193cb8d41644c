//! The model's answer to a session: what all views are made from.

use crate::session::{Entries, Field, Session};
use model::{Calibrated, InputError, Outcome, Sufficient, Tables, Values};

/// The outcome at the level looked at, with the business it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The entries that it answers: the last valid ones.
    pub entries: Entries,
    /// The calibrated business, at the level looked at.
    pub firm: Calibrated,
    /// The present level, points; differs from `firm.level` while another one is looked at.
    pub own_level: f64,
    /// The outcome at the level looked at.
    pub outcome: Outcome,
    /// The best level and what it brings.
    pub best: Sufficient,
    /// What is known by level.
    pub(super) values: Values,
    /// Whether another level than the present one is looked at; it may be as high.
    pub is_what_if: bool,
    /// Whether an entry on the page is not valid, so that this is about earlier ones.
    pub stale: bool,
}

impl Answer {
    /// Answers a session.
    ///
    /// # Errors
    /// The entries are not valid and never were, as from a damaged link.
    pub fn new(session: &Session, tables: &Tables) -> Result<Self, InputError> {
        let entries = &session.good;
        let own = Calibrated::of(&entries.inputs(tables), &entries.tables(tables))?;
        let firm = Calibrated {
            level: session.what_if.unwrap_or(own.level),
            ..own
        };
        let (best, values) = firm.search(firm.business.consistency);
        Ok(Self {
            entries: entries.clone(),
            firm,
            own_level: own.level,
            outcome: firm.outcome_by(&best),
            best,
            values,
            is_what_if: session.what_if.is_some(),
            stale: session.is_stale(),
        })
    }

    /// What the business would forgo at a level, money a year.
    #[must_use]
    pub fn forgone(&self, level: f64) -> f64 {
        let value = self.firm.value(&self.values, level);
        self.firm.missing(self.best.value, value)
    }

    /// The number that the model used for a field: the one entered, or what it assumed.
    #[must_use]
    pub fn number(&self, field: Field, tables: &Tables) -> f64 {
        match field {
            Field::Retention => self.firm.retention,
            Field::CostToServe => self.firm.cost_to_serve,
            _ => self.entries.number(field, tables),
        }
    }

    /// Whether it is about the visitor: he has said how well he serves, or looks at a level.
    #[must_use]
    pub fn is_own(&self, tables: &Tables) -> bool {
        self.is_what_if || self.entries.tells_level(tables)
    }
}
