//! A business with everything uncertain about it (section 14).

use super::business::{Business, Level, segment_of};
use super::calibration::Calibrated;
use super::error::InputError;
use super::inputs::{Inputs, ranged};
use super::range::Range;
use super::sales::{RETENTION_BOUNDS, retention_half_width};
use super::survey::{MEASURED, SURVEYED, Survey, Yardstick};
use super::tables::{Constants, PARAMETER_COUNT, Parameters, Tables};

/// The segment's own uncertain numbers, which follow the parameters.
const OWN: [&str; 3] = ["expected", "retention", "margin"];

/// The place of the retention among them.
const RETENTION: usize = 1;

/// The triangular distribution of a retention that was counted of so many customers.
fn counted(share: f64, of: f64) -> Range {
    let half = retention_half_width(share, of);
    Range {
        value: share,
        low: share - half,
        high: share + half,
    }
}

/// A business with the ranges of everything uncertain about it: all that the draws need.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The business, with ranges of what the user did not give.
    pub business: Business,
    /// A level to look at in place of the present one, points.
    pub looked_at: Option<f64>,
    /// Those asked, where it is known how many: the present level is as uncertain as their answers.
    pub asked: Option<Asked>,
    /// The ranges of the parameters, the segment's own among them.
    pub parameters: [Range; PARAMETER_COUNT],
    /// The numbers that are chosen, not measured.
    pub constants: Constants,
}

/// Customers who were asked, and what turns the share of the dissatisfied into a level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// What they said, and how many they were.
    pub survey: Survey,
    /// With central values, whatever is drawn.
    pub yardstick: Yardstick,
    /// The lowest and the highest share there can be.
    pub bounds: (f64, f64),
}

impl Asked {
    fn new(survey: Survey, firm: &Calibrated, tables: &Tables) -> Option<Self> {
        survey.surveyed?;
        let row = tables.input(MEASURED)?;
        Some(Self {
            survey,
            yardstick: firm.yardstick(),
            bounds: (row.min, row.max),
        })
    }

    fn level(&self, dissatisfied: f64) -> f64 {
        let (min, max) = self.bounds;
        // Not `clamp`: its panic would bring the formatting of floats into the page.
        self.yardstick.level(dissatisfied.max(min).min(max))
    }
}

impl Study {
    /// The study of `inputs`, at the present level.
    ///
    /// # Errors
    /// As [`super::evaluate`].
    pub fn new(inputs: &Inputs, tables: &Tables) -> Result<Self, InputError> {
        let mut study = Self {
            business: Business::new(inputs, tables)?,
            looked_at: None,
            asked: None,
            parameters: tables.ranges(segment_of(inputs, tables)?),
            constants: tables.constants,
        };
        if let Level::Measured(survey) = study.business.level {
            let firm = study.central();
            // A level that was measured stays where it is while all around it varies.
            study.business.level = Level::Given(firm.level);
            study.asked = Asked::new(survey, &firm, tables);
        }
        Ok(study)
    }

    /// What asking so many customers would bring, before anyone is asked: the same study as if
    /// they had said what the model expects them to.
    ///
    /// # Errors
    /// `OutOfRange` where nobody asks so few or so many.
    pub fn asking(&self, surveyed: f64, tables: &Tables) -> Result<Self, InputError> {
        let surveyed = Some(ranged(tables, SURVEYED, surveyed)?);
        let firm = self.central();
        let own = firm.at(firm.level, firm.business.consistency);
        let said = own.flow(firm.expectation.expected).dissatisfied;
        let survey = Survey {
            dissatisfied: match tables.input(MEASURED) {
                Some(row) => said.max(row.min).min(row.max),
                None => said,
            },
            surveyed,
        };
        let asked = Asked::new(survey, &firm, tables);
        let mut business = self.business;
        if let Some(asked) = &asked {
            business.level = Level::Given(asked.level(survey.dissatisfied));
        }
        Ok(Self {
            business,
            asked,
            ..self.clone()
        })
    }

    /// The business with its central values, at its own level.
    fn central(&self) -> Calibrated {
        let values = self.parameters.map(|range| range.value);
        Calibrated::new(
            self.business,
            Parameters::from_values(&values),
            self.constants,
        )
    }

    /// The ids of the uncertain numbers, in the order in which they are picked.
    pub(super) fn uncertain<'a>(&self, tables: &'a Tables) -> impl Iterator<Item = &'a str> {
        let parameters = tables.parameters.iter().map(|row| row.id.as_ref());
        let measured = self.asked.map(|_| MEASURED);
        parameters.chain(OWN).chain(measured)
    }

    /// The business of one simulation: `pick` chooses from the range of each uncertain number, which is
    /// numbered: parameters in their order, then the segment's own, then what those asked said.
    pub(super) fn simulated(&self, mut pick: impl FnMut(usize, &Range) -> f64) -> Calibrated {
        let mut values = [0.0; PARAMETER_COUNT];
        for (index, (value, range)) in values.iter_mut().zip(&self.parameters).enumerate() {
            *value = pick(index, range);
        }
        let mut business = self.business;
        let Business {
            segment_expected,
            segment_retention,
            margin,
            retention,
            retention_of,
            ..
        } = &mut business;
        // A retention that the user gave decides, whatever is usual in the segment.
        let usual = retention.is_none().then_some(segment_retention);
        let own = [Some(segment_expected), usual, Some(margin)];
        for (index, range) in own.into_iter().enumerate() {
            if let Some(range) = range {
                range.value = pick(PARAMETER_COUNT + index, range);
            }
        }
        // A retention that was counted of so many customers is drawn as a measured share is.
        if let (Some(share), Some(of)) = (retention.as_mut(), *retention_of) {
            let counted = pick(PARAMETER_COUNT + RETENTION, &counted(*share, of));
            *share = counted.max(RETENTION_BOUNDS.0).min(RETENTION_BOUNDS.1);
        }
        if let Some(asked) = &self.asked {
            let said = pick(PARAMETER_COUNT + OWN.len(), &asked.survey.range());
            business.level = Level::Given(asked.level(said));
        }
        let firm = Calibrated::new(business, Parameters::from_values(&values), self.constants);
        // The business is fitted where it stands; only then is it looked at elsewhere.
        Calibrated {
            level: self.looked_at.unwrap_or(firm.level),
            ..firm
        }
    }
}
