//! A business with every default filled in: plain numbers, no ids.

use super::error::{InputError, within};
use super::inputs::{Consistency, Delivered, Inputs, Price, ids, ranged};
use super::practices;
use super::range::Range;
use super::segment::Segment;
use super::survey::{MEASURED, SURVEYED, Survey};
use super::tables::Tables;
use super::time::MONTHS;

/// Where the present level comes from; decides how it moves when the expected level is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// Points above the expected level: of a rung, of answers, or 0 where nothing was said.
    Offset(f64),
    /// Points, given.
    Given(f64),
    /// Share of customers dissatisfied within a year, measured.
    Measured(Survey),
}

/// A business in numbers. Money is in the user's currency, periods are years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Business {
    /// E_seg, expected level of the segment at the standard tier, points.
    pub segment_expected: Range,
    /// ρ, times the standard tier's price.
    pub price_ratio: f64,
    /// N, customers a year.
    pub customers: f64,
    /// b, average cheque.
    pub cheque: f64,
    /// f, purchases per customer per year.
    pub purchases: f64,
    /// Contacts with the service per purchase.
    pub contacts_per_purchase: f64,
    /// μ, gross margin before the cost of service staff; a point range where the user gave it.
    pub margin: Range,
    /// r_seg, share of customers that the segment's typical business keeps per year.
    pub segment_retention: Range,
    /// r₀, the share that this business keeps; none where the user did not give it.
    pub retention: Option<f64>,
    /// Of how many customers it was counted; none: it is taken as exact.
    pub retention_of: Option<f64>,
    /// Cost to serve of the segment's typical business at the expected level, share of revenue.
    pub segment_cost_to_serve: f64,
    /// s_C, cost to serve of this business at its present level; none where the user did not give
    /// it.
    pub cost_to_serve: Option<f64>,
    /// Where the present level comes from.
    pub level: Level,
    /// k, 0–1.
    pub consistency: f64,
    /// e, enquiries a month.
    pub enquiries: f64,
    /// v, share of enquiries that buys.
    pub conversion: f64,
}

fn point(value: f64) -> Range {
    Range {
        value,
        low: value,
        high: value,
    }
}

/// The most customers of whom a retention may have been counted, as many as may be asked.
const MOST_COUNTED: f64 = 1_000_000.0;

impl Business {
    /// Fills in the defaults and checks every range.
    ///
    /// # Errors
    /// The first input that is out of range, unknown, or incomplete.
    pub fn new(inputs: &Inputs, tables: &Tables) -> Result<Self, InputError> {
        let segment = segment_of(inputs, tables)?;
        let optional = |field, given: Option<f64>| {
            let checked = given.map(|value| ranged(tables, field, value));
            checked.transpose()
        };
        let or = |field, given: Option<f64>, default: f64| {
            ranged(tables, field, given.unwrap_or(default))
        };
        let margin = optional("margin", inputs.margin)?;
        let cost_to_serve = optional("cost_to_serve", inputs.cost_to_serve)?;
        let business = Self {
            segment_expected: segment.expected,
            price_ratio: price_ratio(&inputs.price, tables)?,
            customers: or("customers", inputs.customers, segment.customers)?,
            cheque: or("cheque", inputs.cheque, segment.cheque_usd)?,
            purchases: or("purchases", inputs.purchases, segment.purchases)?,
            contacts_per_purchase: segment.contacts_per_purchase,
            margin: margin.map_or(segment.gross_margin, point),
            segment_retention: segment.retention,
            retention: optional("retention", inputs.retention)?,
            retention_of: inputs
                .retention_of
                .map(|of| within("retention_of", of, 1.0, MOST_COUNTED))
                .transpose()?,
            segment_cost_to_serve: segment.cost_to_serve,
            cost_to_serve,
            level: level(&inputs.delivered, tables)?,
            consistency: consistency(&inputs.consistency, tables)?,
            enquiries: or("enquiries", inputs.enquiries, 0.0)?,
            conversion: or("conversion", inputs.conversion, 0.0)?,
        };
        if margin.is_some() || cost_to_serve.is_some() {
            business.covers_its_service()?;
        }
        Ok(business)
    }

    /// A gross margin has to leave something after serving; one that does not is nearly always a
    /// net margin.
    fn covers_its_service(&self) -> Result<(), InputError> {
        let margin = self.margin.value;
        let cost_to_serve = self.cost_to_serve.unwrap_or(self.segment_cost_to_serve);
        if margin > cost_to_serve {
            return Ok(());
        }
        Err(InputError::MarginNotAboveCost {
            margin,
            cost_to_serve,
        })
    }

    /// n, contacts of a customer with the service a year.
    #[must_use]
    pub fn contacts(&self) -> f64 {
        self.purchases * self.contacts_per_purchase
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

    /// In how many months a customer has so many contacts with the service.
    #[must_use]
    pub fn months_of(&self, contacts: f64) -> f64 {
        contacts / (self.contacts() / MONTHS)
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
        Delivered::Expected => Level::Offset(0.0),
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
