//! A business with every default filled in: plain numbers, no ids.

use super::error::{InputError, within};
use super::inputs::{Consistency, Delivered, Inputs, Price, ids, ranged};
use super::practices;
use super::survey::{MEASURED, SURVEYED, Survey};
use super::tables::{Range, Segment, Tables};
use super::time::MONTHS;

/// Where the present level comes from; decides how it moves when the segment's level is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// Wherever the expected level is.
    Expected,
    /// Points above the segment's expected level (a rung, or answers).
    Offset(f64),
    /// Points, given.
    Given(f64),
    /// Share of customers dissatisfied within a year, measured.
    Measured(Survey),
}

/// A business in numbers. Money is in the user's currency, periods are years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Business {
    /// Expected level of the segment at the standard tier, points.
    pub segment_expected: Range,
    /// Times the standard tier's price.
    pub price_ratio: f64,
    /// N, customers a year.
    pub customers: f64,
    /// b, average cheque.
    pub cheque: f64,
    /// f, purchases per customer per year.
    pub purchases: f64,
    /// μ, gross margin before the cost of service staff; a point range where the user gave it.
    pub margin: Range,
    /// r₀, share of customers kept per year; a point range where the user gave it.
    pub retention: Range,
    /// Whether the user gave r₀, so that service is never blamed for more than those who leave.
    pub retention_given: bool,
    /// s_C, cost to serve as a share of revenue.
    pub cost_to_serve: f64,
    /// Whether the user gave s_C, so that it is the cost of today's level.
    pub cost_to_serve_given: bool,
    /// Where the present level comes from.
    pub level: Level,
    /// k, 0–1.
    pub consistency: f64,
    /// e, enquiries a month.
    pub enquiries: f64,
    /// v, share of enquiries that buys.
    pub conversion: f64,
    /// The segment's own reputation effect, where it was measured.
    pub reputation: Option<Range>,
}

fn point(value: f64) -> Range {
    Range {
        value,
        low: value,
        high: value,
    }
}

impl Business {
    /// Fills in the defaults and checks every range.
    ///
    /// # Errors
    /// The first input that is out of range, unknown, or incomplete.
    pub fn new(inputs: &Inputs, tables: &Tables) -> Result<Self, InputError> {
        let segment = segment_of(inputs, tables)?;
        let or = |field, given: Option<f64>, default: f64| {
            ranged(tables, field, given.unwrap_or(default))
        };
        let ranged_or = |field, given: Option<f64>, default: Range| match given {
            Some(value) => ranged(tables, field, value).map(point),
            None => Ok(default),
        };
        Ok(Self {
            segment_expected: segment.expected,
            price_ratio: price_ratio(&inputs.price, tables)?,
            customers: or("customers", inputs.customers, segment.customers)?,
            cheque: or("cheque", inputs.cheque, segment.cheque_usd)?,
            purchases: or("purchases", inputs.purchases, segment.purchases)?,
            margin: ranged_or("margin", inputs.margin, segment.gross_margin)?,
            retention: ranged_or("retention", inputs.retention, segment.retention)?,
            retention_given: inputs.retention.is_some(),
            cost_to_serve: or("cost_to_serve", inputs.cost_to_serve, segment.cost_to_serve)?,
            cost_to_serve_given: inputs.cost_to_serve.is_some(),
            level: level(&inputs.delivered, tables)?,
            consistency: consistency(&inputs.consistency, tables)?,
            enquiries: or("enquiries", inputs.enquiries, 0.0)?,
            conversion: or("conversion", inputs.conversion, 0.0)?,
            reputation: segment.reputation_per_star,
        })
    }

    /// Purchases a year of all customers, `N·f`.
    #[must_use]
    pub fn purchases_a_year(&self) -> f64 {
        self.customers * self.purchases
    }

    /// Enquiries a year that buy, `12·e·v`.
    #[must_use]
    pub fn bought_on_enquiry(&self) -> f64 {
        MONTHS * self.enquiries * self.conversion
    }

    /// Purchases a year that bad service can spoil: of customers and on enquiry.
    #[must_use]
    pub fn purchases_exposed(&self) -> f64 {
        self.purchases_a_year() + self.bought_on_enquiry()
    }

    /// In how many months a customer makes so many purchases.
    #[must_use]
    pub fn months_of(&self, purchases: f64) -> f64 {
        purchases / (self.purchases / MONTHS)
    }

    /// Revenue a year, `Rev = N·b·f`.
    #[must_use]
    pub fn revenue(&self) -> f64 {
        self.customers * self.cheque * self.purchases
    }
}

/// The row of the inputs' segment, or of the start state's.
///
/// # Errors
/// `Unknown` where the tables have no such segment.
pub fn segment_of<'a>(inputs: &Inputs, tables: &'a Tables) -> Result<&'a Segment, InputError> {
    let id = inputs.segment.as_deref().unwrap_or(&tables.start.segment);
    tables.segment(id).ok_or_else(|| InputError::Unknown {
        field: "segment".into(),
        value: id.into(),
        allowed: ids(tables.segments.iter().map(|row| row.id.as_ref())),
    })
}

fn price_ratio(price: &Price, tables: &Tables) -> Result<f64, InputError> {
    let id = match price {
        Price::Ratio(ratio) => return ranged(tables, "price_ratio", *ratio),
        Price::Tier(id) => id.as_str(),
        Price::Start => tables.start.tier.as_ref(),
    };
    let tier = tables.tier(id).ok_or_else(|| InputError::Unknown {
        field: "tier".into(),
        value: id.into(),
        allowed: ids(tables.tiers.iter().map(|row| row.id.as_ref())),
    })?;
    Ok(tier.price_ratio)
}

fn level(delivered: &Delivered, tables: &Tables) -> Result<Level, InputError> {
    Ok(match delivered {
        Delivered::Expected => Level::Expected,
        Delivered::Rung(id) => {
            let rung = tables.rung(id).ok_or_else(|| InputError::Unknown {
                field: "rung".into(),
                value: id.clone(),
                allowed: ids(tables.ladder.iter().map(|row| row.id.as_ref())),
            })?;
            Level::Offset(rung.offset)
        }
        Delivered::Practices(answers) => Level::Offset(practices::offset(answers, tables)?),
        Delivered::Measured(survey) => {
            let asked = survey.surveyed.map(|n| ranged(tables, SURVEYED, n));
            Level::Measured(Survey {
                dissatisfied: ranged(tables, MEASURED, survey.dissatisfied)?,
                surveyed: asked.transpose()?,
            })
        }
        Delivered::Level(points) => Level::Given(ranged(tables, "level", *points)?),
    })
}

fn consistency(consistency: &Consistency, tables: &Tables) -> Result<f64, InputError> {
    match consistency {
        Consistency::Typical => Ok(tables.constants.typical_consistency),
        Consistency::Share(k) => ranged(tables, "consistency", *k),
        Consistency::Signs(signs) => {
            for (id, sign) in tables.signs.iter().zip(signs) {
                within(format!("signs.{id}"), *sign, 0.0, 1.0)?;
            }
            match tables.signs.get(signs.len()) {
                Some(id) => Err(InputError::Missing {
                    field: format!("signs.{id}").into(),
                }),
                None => {
                    let count = tables.signs.len() as f64;
                    Ok(signs.iter().take(tables.signs.len()).sum::<f64>() / count)
                }
            }
        }
    }
}
