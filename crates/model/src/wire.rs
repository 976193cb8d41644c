//! A study in numbers, as it travels to a worker.

use super::business::{Business, Level};
use super::range::Range;
use super::study::{Asked, Study};
use super::survey::{Survey, Yardstick};
use super::tables::{CONSTANT_COUNT, Constants, PARAMETER_COUNT};

/// What the numbers start with. Page and worker of one build agree on it; a worker that a cache
/// has kept of another one does not.
const VERSION: f64 = 4.0;

impl Study {
    /// The numbers that travel to the worker.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let b = &self.business;
        let (kind, level) = match b.level {
            Level::Offset(offset) => (1.0, offset),
            Level::Given(level) => (2.0, level),
            Level::Measured(survey) => (3.0, survey.dissatisfied),
        };
        let measured = match b.level {
            Level::Measured(survey) => survey.surveyed,
            _ => None,
        };
        let asked = self.asked.unwrap_or_default();
        let mut numbers = vec![
            VERSION,
            f64::from(u8::from(b.retention.is_some())),
            b.retention.unwrap_or_default(),
            // A retention is exact that was counted of none.
            b.retention_of.unwrap_or_default(),
            f64::from(u8::from(b.cost_to_serve.is_some())),
            b.cost_to_serve.unwrap_or_default(),
            f64::from(u8::from(self.looked_at.is_some())),
            self.looked_at.unwrap_or_default(),
            kind,
            level,
            b.price_ratio,
            b.customers,
            b.cheque,
            b.purchases,
            b.contacts_per_purchase,
            b.segment_cost_to_serve,
            b.consistency,
            b.enquiries,
            b.conversion,
            f64::from(u8::from(self.asked.is_some())),
            asked.survey.dissatisfied,
            // Nobody is asked by asking none.
            self.asked
                .map_or(measured, |asked| asked.survey.surveyed)
                .unwrap_or_default(),
            asked.yardstick.adequate,
            asked.yardstick.spread,
            asked.yardstick.exposure,
            asked.bounds.0,
            asked.bounds.1,
        ];
        let own = [b.segment_expected, b.margin, b.segment_retention];
        for range in own.iter().chain(&self.parameters) {
            numbers.extend([range.value, range.low, range.high]);
        }
        numbers.extend(self.constants.values());
        numbers
    }

    /// The reverse of [`Study::to_numbers`]; nothing where these are other numbers.
    #[must_use]
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        if !numbers.iter().all(|number| number.is_finite()) {
            return None;
        }
        let (head, rest) = numbers.split_first_chunk()?;
        let (own, rest) = rest.split_first_chunk()?;
        let (parameters, constants) = rest.split_first_chunk::<{ 3 * PARAMETER_COUNT }>()?;
        let constants: &[f64; CONSTANT_COUNT] = constants.try_into().ok()?;
        let [
            VERSION,
            has_retention,
            retention,
            retention_of,
            has_cost_to_serve,
            cost_to_serve,
            looks_elsewhere,
            looked_at,
            kind,
            level,
            price_ratio,
            customers,
            cheque,
            purchases,
            contacts_per_purchase,
            segment_cost_to_serve,
            consistency,
            enquiries,
            conversion,
            was_asked,
            dissatisfied,
            surveyed,
            adequate,
            spread,
            exposure,
            lowest,
            highest,
        ] = *head
        else {
            return None;
        };
        let surveyed = (surveyed != 0.0).then_some(surveyed);
        let own: &[f64; 9] = own;
        let [segment_expected, margin, segment_retention] = ranges(own);
        Some(Self {
            business: Business {
                segment_expected,
                price_ratio,
                customers,
                cheque,
                purchases,
                contacts_per_purchase,
                margin,
                segment_retention,
                retention: (has_retention != 0.0).then_some(retention),
                retention_of: (retention_of != 0.0).then_some(retention_of),
                segment_cost_to_serve,
                cost_to_serve: (has_cost_to_serve != 0.0).then_some(cost_to_serve),
                level: match kind {
                    1.0 => Level::Offset(level),
                    2.0 => Level::Given(level),
                    3.0 => Level::Measured(Survey {
                        dissatisfied: level,
                        surveyed,
                    }),
                    _ => return None,
                },
                consistency,
                enquiries,
                conversion,
            },
            looked_at: (looks_elsewhere != 0.0).then_some(looked_at),
            asked: (was_asked != 0.0).then_some(Asked {
                survey: Survey {
                    dissatisfied,
                    surveyed,
                },
                yardstick: Yardstick {
                    adequate,
                    spread,
                    exposure,
                },
                bounds: (lowest, highest),
            }),
            parameters: ranges(parameters),
            constants: Constants::from_values(constants),
        })
    }
}

/// As many ranges as there are; each is three numbers.
fn ranges<const COUNT: usize>(numbers: &[f64]) -> [Range; COUNT] {
    let mut ranges = [Range::default(); COUNT];
    let (rows, _) = numbers.as_chunks();
    for (range, [value, low, high]) in ranges.iter_mut().zip(rows) {
        *range = Range {
            value: *value,
            low: *low,
            high: *high,
        };
    }
    ranges
}
