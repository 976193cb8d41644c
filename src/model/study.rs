//! A business with everything uncertain about it, in numbers that travel to a worker (section 14).

use super::business::{Business, Level};
use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::Inputs;
use super::tables::{CONSTANT_COUNT, Constants, PARAMETER_COUNT, Parameters, Range, Tables};

/// The segment's own uncertain numbers, which follow the parameters.
pub(super) const OWN: [&str; 4] = ["expected", "retention", "margin", "reputation_per_star"];

/// A business with the ranges of everything uncertain about it: all that the draws need.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The business, with ranges of what the user did not give.
    pub business: Business,
    /// A level to look at in place of the present one, points.
    pub looked_at: Option<f64>,
    /// The ranges of the parameters.
    pub parameters: [Range; PARAMETER_COUNT],
    /// The numbers that are chosen, not measured.
    pub constants: Constants,
}

impl Study {
    /// The study of `inputs`, at the present level.
    ///
    /// # Errors
    /// As [`super::evaluate`].
    pub fn new(inputs: &Inputs, tables: &Tables) -> Result<Self, InputError> {
        let mut parameters = [ZERO; PARAMETER_COUNT];
        for (range, row) in parameters.iter_mut().zip(tables.parameters.iter()) {
            *range = row.range;
        }
        let mut business = Business::new(inputs, tables)?;
        if let Level::Measured(_) = business.level {
            // A level that was measured stays where it is while all around it varies.
            business.level = Level::Given(Calibrated::of(inputs, tables)?.level);
        }
        Ok(Self {
            business,
            looked_at: None,
            parameters,
            constants: tables.constants,
        })
    }

    /// The business of one simulation: `pick` chooses from the range of each uncertain number, which is
    /// numbered: parameters in their order, then the segment's own.
    pub(super) fn simulated(&self, mut pick: impl FnMut(usize, &Range) -> f64) -> Calibrated {
        let mut values = [0.0; PARAMETER_COUNT];
        for (index, (value, range)) in values.iter_mut().zip(&self.parameters).enumerate() {
            *value = pick(index, range);
        }
        let mut business = self.business;
        let own = [
            Some(&mut business.segment_expected),
            Some(&mut business.retention),
            Some(&mut business.margin),
            business.reputation.as_mut(),
        ];
        for (index, range) in own.into_iter().enumerate() {
            if let Some(range) = range {
                range.value = pick(PARAMETER_COUNT + index, range);
            }
        }
        let firm = Calibrated::new(business, Parameters::from_values(&values), self.constants);
        // The business is fitted where it stands; only then is it looked at elsewhere.
        Calibrated {
            level: self.looked_at.unwrap_or(firm.level),
            ..firm
        }
    }

    /// The numbers that travel to the worker.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let b = &self.business;
        let (kind, level) = match b.level {
            Level::Expected => (0.0, 0.0),
            Level::Offset(offset) => (1.0, offset),
            Level::Given(level) => (2.0, level),
            Level::Measured(share) => (3.0, share),
        };
        let mut numbers = vec![
            f64::from(u8::from(b.retention_given)),
            f64::from(u8::from(b.cost_to_serve_given)),
            f64::from(u8::from(b.reputation.is_some())),
            f64::from(u8::from(self.looked_at.is_some())),
            self.looked_at.unwrap_or_default(),
            kind,
            level,
            b.price_ratio,
            b.customers,
            b.cheque,
            b.purchases,
            b.cost_to_serve,
            b.consistency,
            b.enquiries,
            b.conversion,
        ];
        let own = [
            b.segment_expected,
            b.margin,
            b.retention,
            b.reputation.unwrap_or(ZERO),
        ];
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
            retention_given,
            cost_to_serve_given,
            has_reputation,
            looks_elsewhere,
            looked_at,
            kind,
            level,
            price_ratio,
            customers,
            cheque,
            purchases,
            cost_to_serve,
            consistency,
            enquiries,
            conversion,
        ] = *head;
        let own: &[f64; 12] = own;
        let [segment_expected, margin, retention, reputation] = ranges(own);
        Some(Self {
            business: Business {
                segment_expected,
                price_ratio,
                customers,
                cheque,
                purchases,
                margin,
                retention,
                retention_given: retention_given != 0.0,
                cost_to_serve,
                cost_to_serve_given: cost_to_serve_given != 0.0,
                level: match kind {
                    0.0 => Level::Expected,
                    1.0 => Level::Offset(level),
                    2.0 => Level::Given(level),
                    3.0 => Level::Measured(level),
                    _ => return None,
                },
                consistency,
                enquiries,
                conversion,
                reputation: (has_reputation != 0.0).then_some(reputation),
            },
            looked_at: (looks_elsewhere != 0.0).then_some(looked_at),
            parameters: ranges(parameters),
            constants: Constants::from_values(constants),
        })
    }
}

const ZERO: Range = Range {
    value: 0.0,
    low: 0.0,
    high: 0.0,
};

/// As many ranges as there are; each is three numbers.
fn ranges<const COUNT: usize>(numbers: &[f64]) -> [Range; COUNT] {
    let mut ranges = [ZERO; COUNT];
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
