//! Everything the user has entered about a business, and the model's inputs it amounts to.

use super::entry::{Entry, EntryError, error_of};
use super::field::Field;
use super::pairs::Pairs;
use super::scaler::Scaler;
use model::{
    ALWAYS, Consistency, Delivered, Inputs, MONTHS, Price, Range, Segment, Survey, Tables,
};
use std::borrow::Cow;

/// How customers are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CustomerCount {
    /// Different customers in a year.
    #[default]
    Year,
    /// Different customers in a month.
    Month,
    /// Turnover in a year, money.
    Turnover,
}

/// What decides the present level; the other ways are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeliveredBy {
    /// A rung of the ladder.
    #[default]
    Rung,
    /// Ten practices.
    Practices,
    /// A measured share of dissatisfied customers.
    Measured,
    /// Points.
    Level,
}

/// An idea to test.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdeaEntries {
    /// What the user calls it.
    pub name: String,
    /// What was entered into its fields; a field not there is not known.
    pub numbers: Pairs<Field, Entry>,
    /// Which of the five questions are answered.
    pub answered: [bool; 5],
}

/// What the user has entered. Whatever is missing falls back to a labelled default.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries {
    /// Segment id.
    pub segment: String,
    /// Tier id.
    pub tier: String,
    /// Currency code.
    pub currency: String,
    /// What was entered into the fields of the page; a field not there is not known.
    pub numbers: Pairs<Field, Entry>,
    /// How customers are counted.
    pub customer_count: CustomerCount,
    /// What decides the present level.
    pub delivered_by: DeliveredBy,
    /// Rung id; none: the expected level is assumed.
    pub rung: Option<String>,
    /// Answers to the practices, in the order of the table; a missing one is assumed as the market
    /// expects.
    pub practices: Vec<Option<u8>>,
    /// The signs of a service system, each 0, ½ or 1, in the order of the table.
    pub signs: Vec<Option<f64>>,
    /// Parameters that the user has changed, by id.
    pub parameters: Pairs<String, f64>,
    /// Share of revenue that is left after all costs, where the user has said so. It enters no
    /// formula: it only says amounts in months of profit.
    pub net_margin: Option<f64>,
    /// Ideas to test.
    pub ideas: Vec<IdeaEntries>,
}

impl Entries {
    /// The first state, in a language.
    #[must_use]
    pub fn start(tables: &Tables, language: &str) -> Self {
        let start = &tables.start;
        let by_language = start.currency.iter().find(|(tag, _)| tag == language);
        let currency = by_language.or(start.currency.first());
        Self {
            segment: start.segment.to_string(),
            tier: start.tier.to_string(),
            currency: currency.map_or_else(|| "USD".into(), |(_, code)| code.to_string()),
            numbers: Pairs::default(),
            customer_count: CustomerCount::Year,
            delivered_by: DeliveredBy::Rung,
            rung: None,
            practices: vec![None; tables.practices.len()],
            signs: vec![None; tables.signs.len()],
            parameters: Pairs::default(),
            net_margin: None,
            ideas: Vec::new(),
        }
    }

    /// What was entered into a field.
    #[must_use]
    pub fn entry(&self, field: Field) -> &Entry {
        self.numbers.get(&field).unwrap_or(&Entry::Unknown)
    }

    /// The number in force in a field: the user's, or the default that stands in.
    #[must_use]
    pub fn number(&self, field: Field, tables: &Tables) -> f64 {
        let given = self.entry(field).number();
        given.unwrap_or_else(|| self.fallback(field, tables))
    }

    /// The labelled default of a field, in the model's unit.
    #[must_use]
    pub fn fallback(&self, field: Field, tables: &Tables) -> f64 {
        let Some(segment) = self.segment_row(tables) else {
            return 0.0;
        };
        let example = self.example(field, tables);
        let value = example.unwrap_or_else(|| field.fallback(tables, segment, &self.currency));
        self.scaler(field, tables).shown(value)
    }

    /// The segment's row; the first state's where a config has taken the segment away.
    #[must_use]
    pub fn segment_row<'a>(&self, tables: &'a Tables) -> Option<&'a Segment> {
        let start = || tables.segment(&tables.start.segment);
        tables.segment(&self.segment).or_else(start)
    }

    /// How a number of the model is written in an entry; only customers are counted in several ways.
    #[must_use]
    pub fn scaler(&self, field: Field, tables: &Tables) -> Scaler {
        if field != Field::Customers || self.customer_count == CustomerCount::Year {
            return Scaler::NONE;
        }
        let purchases = self.number(Field::Purchases, tables);
        Scaler::units_of(if self.customer_count == CustomerCount::Turnover {
            1.0 / (purchases * self.number(Field::Cheque, tables))
        } else {
            // A customer comes `purchases` times a year, but in at most twelve of the months.
            MONTHS / purchases.clamp(1.0, MONTHS)
        })
    }

    /// What is wrong with the entry in a field, if anything.
    #[must_use]
    pub fn error(&self, field: Field, tables: &Tables) -> Option<EntryError> {
        let scaler = self.scaler(field, tables);
        error_of(field, self.entry(field), scaler, tables)
            .or_else(|| self.margin_error(field, tables))
    }

    /// Whether the margin does not cover the cost to serve, where `field` is one of the two and a
    /// number was entered into it. The screen may ask then whether it is a net margin.
    #[must_use]
    pub fn margin_error(&self, field: Field, tables: &Tables) -> Option<EntryError> {
        if !matches!(field, Field::Margin | Field::CostToServe) {
            return None;
        }
        self.entry(field).number()?;
        let margin = self.number(Field::Margin, tables);
        let cost_to_serve = self.number(Field::CostToServe, tables);
        (margin <= cost_to_serve).then_some(EntryError::MarginNotAboveCost {
            margin,
            cost_to_serve,
        })
    }

    /// The fields that the answer depends on. How customers are counted hangs on cheque and
    /// purchases, which come first.
    pub fn deciding(&self) -> impl Iterator<Item = Field> {
        const NUMBERS: [Field; 8] = [
            Field::Cheque,
            Field::Purchases,
            Field::Customers,
            Field::Margin,
            Field::Retention,
            Field::CostToServe,
            Field::Enquiries,
            Field::Conversion,
        ];
        let level: &[Field] = match self.delivered_by {
            DeliveredBy::Measured => &[Field::Measured, Field::Surveyed],
            DeliveredBy::Level => &[Field::Level],
            DeliveredBy::Rung | DeliveredBy::Practices => &[],
        };
        NUMBERS.into_iter().chain(level.iter().copied())
    }

    /// Whether every entry that the answer depends on is valid.
    #[must_use]
    pub fn is_valid(&self, tables: &Tables) -> bool {
        let mut fields = self.deciding();
        fields.all(|field| self.error(field, tables).is_none())
    }

    /// The model's inputs. Entries that are no number fall back; the model judges the ranges.
    #[must_use]
    pub fn inputs(&self, tables: &Tables) -> Inputs {
        let given = |field| self.entry(field).number();
        let customers = given(Field::Customers);
        Inputs {
            segment: Some(self.segment.clone()),
            price: Price::Tier(self.tier.clone()),
            customers: customers.map(|n| self.scaler(Field::Customers, tables).kept(n)),
            // The segment's example is in dollars; here it is scaled to the currency.
            cheque: Some(self.number(Field::Cheque, tables)),
            purchases: given(Field::Purchases),
            margin: given(Field::Margin),
            retention: given(Field::Retention),
            retention_of: None,
            cost_to_serve: given(Field::CostToServe),
            delivered: self.delivered(tables),
            consistency: self.consistency(),
            enquiries: given(Field::Enquiries),
            conversion: given(Field::Conversion),
        }
    }

    /// Whether the visitor has said how well he serves.
    #[must_use]
    pub fn tells_level(&self, tables: &Tables) -> bool {
        self.delivered(tables) != Delivered::default()
    }

    /// Whether the answer hangs on what the visitor says of himself.
    #[must_use]
    pub fn rates_itself(&self, tables: &Tables) -> bool {
        let delivered = self.delivered(tables);
        matches!(delivered, Delivered::Rung(_) | Delivered::Practices(_))
    }

    /// Whether the amounts are those of an example business: nothing is known of its own.
    #[must_use]
    pub fn is_example(&self) -> bool {
        let unknown = |field| *self.entry(field) == Entry::Unknown;
        unknown(Field::Customers) && unknown(Field::Cheque)
    }

    fn delivered(&self, tables: &Tables) -> Delivered {
        let given = |field| self.entry(field).number();
        let decided = match self.delivered_by {
            DeliveredBy::Rung => self.rung.clone().map(Delivered::Rung),
            DeliveredBy::Measured => given(Field::Measured).map(|dissatisfied| {
                Delivered::Measured(Survey {
                    dissatisfied,
                    surveyed: given(Field::Surveyed),
                })
            }),
            DeliveredBy::Level => given(Field::Level).map(Delivered::Level),
            DeliveredBy::Practices => {
                let assumed = assumed_answer(tables);
                let answers = self.practices.iter();
                let any = self.practices.iter().any(Option::is_some);
                any.then(|| answers.map(|answer| answer.unwrap_or(assumed)).collect())
                    .map(Delivered::Practices)
            }
        };
        decided.unwrap_or_default()
    }

    fn consistency(&self) -> Consistency {
        if self.signs.iter().all(Option::is_none) {
            return Consistency::Typical;
        }
        // A sign not answered counts as partly: neither praise nor blame.
        let signs = self.signs.iter().map(|sign| sign.unwrap_or(0.5));
        Consistency::Signs(signs.collect())
    }

    /// The value of a parameter in force: the user's own, kept within its range, or the segment's,
    /// or the table's; none where there is no such parameter.
    #[must_use]
    pub fn parameter(&self, id: &str, tables: &Tables) -> Option<f64> {
        let row = tables.parameter(id)?;
        let segment = self.segment_row(tables);
        let own = segment.and_then(|segment| segment.parameter(id));
        let range = own.map_or(row.range, |own| own.range);
        Some(match self.parameters.get(&id.to_owned()) {
            Some(value) => value.max(range.low).min(range.high),
            None => range.value,
        })
    }

    /// The tables with the user's own parameters in place, also where his segment has them for
    /// itself.
    #[must_use]
    pub fn tables<'a>(&self, tables: &'a Tables) -> Cow<'a, Tables> {
        if self.parameters.is_empty() {
            return Cow::Borrowed(tables);
        }
        let mut own = tables.clone();
        let put = |id: &str, range: &mut Range| {
            if let Some(value) = self.parameters.get(&id.to_owned()) {
                range.value = value.max(range.low).min(range.high);
            }
        };
        for row in own.parameters.to_mut() {
            put(&row.id, &mut row.range);
        }
        let id = self.segment_row(tables).map(|row| row.id.clone());
        let mut segments = own.segments.to_mut().iter_mut();
        let segment = segments.find(|row| Some(&row.id) == id.as_ref());
        for row in segment.into_iter().flat_map(|row| row.parameters.to_mut()) {
            put(&row.id, &mut row.range);
        }
        Cow::Owned(own)
    }
}

/// The answer that a practice not answered is assumed to have: what the market expects.
#[must_use]
pub fn assumed_answer(tables: &Tables) -> u8 {
    (tables.constants.practice_at_expected * f64::from(ALWAYS)).round() as u8
}
