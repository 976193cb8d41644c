//! Which uncertain number moves the loss most (section 14).

use super::error::InputError;
use super::inputs::Inputs;
use super::range::Range;
use super::study::Study;
use super::tables::Tables;

/// What one uncertain number does to the loss while the rest are central; money a year.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Swing {
    /// Id of the parameter, of the segment's own number, or of the measured share.
    pub id: String,
    /// Loss with it at its low end.
    pub low: f64,
    /// Loss with it at its high end.
    pub high: f64,
}

/// The swing of the loss by each uncertain number, largest first; those without any left out.
///
/// # Errors
/// As [`super::evaluate`].
pub fn tornado(inputs: &Inputs, tables: &Tables) -> Result<Vec<Swing>, InputError> {
    Ok(Study::new(inputs, tables)?.swings(tables))
}

/// A change of the loss by no more than this share of it is one of rounding.
const ROUNDING: f64 = 1e-12;

impl Study {
    /// The swings of a study; `tables` name the parameters.
    #[must_use]
    pub fn swings(&self, tables: &Tables) -> Vec<Swing> {
        let central = self.simulated(|_, range| range.value);
        let central = central
            .yearly(central.level, central.business.consistency)
            .loss();
        let moves = |loss: f64| (loss - central).abs() > ROUNDING * central;
        let loss = |chosen: usize, end: fn(&Range) -> f64| {
            let firm = self.simulated(|index, range| {
                if index == chosen {
                    end(range)
                } else {
                    range.value
                }
            });
            firm.yearly(firm.level, firm.business.consistency).loss()
        };
        let mut swings: Vec<Swing> = self
            .uncertain(tables)
            .enumerate()
            .map(|(index, id)| Swing {
                id: id.to_owned(),
                low: loss(index, |range| range.low),
                high: loss(index, |range| range.high),
            })
            .filter(|swing| moves(swing.low) || moves(swing.high))
            .collect();
        let width = |swing: &Swing| (swing.high - swing.low).abs();
        swings.sort_by(|a, b| width(b).total_cmp(&width(a)));
        swings
    }
}
