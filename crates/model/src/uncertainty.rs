//! How sure is it: draws over every uncertain number, and one at a time (section 14).

use super::error::{InputError, whole};
use super::inputs::{Inputs, ranged};
use super::range::Range;
use super::study::Study;
use super::sufficient::Verdict;
use super::tables::Tables;

/// The number of simulations behind the ranges.
pub const DRAWS: usize = 10_000;

/// The seed of the draws, so that the same inputs give the same figures everywhere.
pub const SEED: u64 = 1;

/// Grid points between those that a draw's first pass looks at.
const STRIDE: usize = 16;

/// Shares of the simulations that lie below each of the three numbers reported.
const PERCENTILES: [f64; 3] = [0.1, 0.5, 0.9];

/// SplitMix64 (Steele, Lea and Flood 2014): a portable generator with 64 bits of state.
#[derive(Clone, Debug)]
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// In [0, 1), from the upper 53 bits.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

impl Range {
    /// The value that a share `u` of the triangular distribution (low, value, high) lies below.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let Self { value, low, high } = *self;
        let width = high - low;
        if width <= 0.0 {
            return value;
        }
        if u * width < value - low {
            low + (u * width * (value - low)).sqrt()
        } else {
            high - ((1.0 - u) * width * (high - value)).sqrt()
        }
    }
}

/// What the draws say. Percentiles are the 10th, 50th and 90th.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Uncertainty {
    /// Loss to bad service, money a year.
    pub loss: [f64; 3],
    /// Loss that falls within the year, money.
    pub loss_within_year: [f64; 3],
    /// Cost of exceeding, money a year.
    pub extra_cost: [f64; 3],
    /// Yearly value missing against the sufficient level, money.
    pub gap: [f64; 3],
    /// The sufficient level, points.
    pub level: [f64; 3],
    /// Share of the draws per verdict.
    pub verdict: VerdictShares,
}

/// Share of draws, 0–1, by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct VerdictShares {
    /// Below the band.
    pub under: f64,
    /// Within it.
    pub sufficient: f64,
    /// Above it.
    pub over: f64,
}

impl VerdictShares {
    /// The share with this verdict.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> f64 {
        match verdict {
            Verdict::Under => self.under,
            Verdict::Sufficient => self.sufficient,
            Verdict::Over => self.over,
        }
    }
}

/// One simulation: what the figures are with every uncertain number drawn from its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draw {
    loss: f64,
    loss_within_year: f64,
    extra_cost: f64,
    gap: f64,
    level: f64,
    verdict: Verdict,
}

/// The simulations of a study, one at a time, so that a worker can report progress.
#[derive(Clone, Debug)]
pub struct Draws<'a> {
    study: &'a Study,
    random: SplitMix64,
}

impl Study {
    /// The simulations of a seed, without end.
    #[must_use]
    pub fn draws(&self, seed: u64) -> Draws<'_> {
        Draws {
            study: self,
            random: SplitMix64(seed),
        }
    }
}

impl Draws<'_> {
    /// The seed with which those that are left would be drawn.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.random.0
    }
}

impl Iterator for Draws<'_> {
    type Item = Draw;

    fn next(&mut self) -> Option<Draw> {
        let random = &mut self.random;
        let firm = self
            .study
            .simulated(|_, range| range.quantile(random.unit()));
        let k = firm.business.consistency;
        let here = firm.yearly(firm.level, k);
        let (best, best_value) = firm.peak(k, STRIDE);
        let gap = firm.missing(best_value, here.value());
        Some(Draw {
            loss: here.loss(),
            loss_within_year: here.loss_within_year(),
            extra_cost: firm.extra_cost(firm.level),
            gap,
            level: best,
            // Section 6 lets this stand for a walk along the band.
            verdict: if gap <= firm.tolerance() {
                Verdict::Sufficient
            } else if firm.level < best {
                Verdict::Under
            } else {
                Verdict::Over
            },
        })
    }
}

impl Uncertainty {
    /// Sums up draws; all zero where there are none.
    #[must_use]
    pub fn of(draws: &[Draw]) -> Self {
        let percentiles = |figure: fn(&Draw) -> f64| {
            let mut values: Vec<f64> = draws.iter().map(figure).collect();
            values.sort_by(f64::total_cmp);
            let count = values.len() as f64;
            PERCENTILES.map(|a| {
                values
                    .get((a * count) as usize)
                    .copied()
                    .unwrap_or_default()
            })
        };
        let share = |verdict| {
            let count = draws.iter().filter(|draw| draw.verdict == verdict).count();
            count as f64 / draws.len().max(1) as f64
        };
        Self {
            loss: percentiles(|draw| draw.loss),
            loss_within_year: percentiles(|draw| draw.loss_within_year),
            extra_cost: percentiles(|draw| draw.extra_cost),
            gap: percentiles(|draw| draw.gap),
            level: percentiles(|draw| draw.level),
            verdict: VerdictShares {
                under: share(Verdict::Under),
                sufficient: share(Verdict::Sufficient),
                over: share(Verdict::Over),
            },
        }
    }

    /// The numbers that travel from the worker to the page.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let VerdictShares {
            under,
            sufficient,
            over,
        } = self.verdict;
        [
            self.loss,
            self.loss_within_year,
            self.extra_cost,
            self.gap,
            self.level,
            [under, sufficient, over],
        ]
        .concat()
    }

    /// The reverse of [`Uncertainty::to_numbers`]; nothing where these are other numbers.
    #[must_use]
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (rows, rest) = numbers.as_chunks();
        let [loss, loss_within_year, extra_cost, gap, level, verdict] = *rows else {
            return None;
        };
        let [under, sufficient, over] = verdict;
        let sound = rest.is_empty() && numbers.iter().all(|number| number.is_finite());
        sound.then_some(Self {
            loss,
            loss_within_year,
            extra_cost,
            gap,
            level,
            verdict: VerdictShares {
                under,
                sufficient,
                over,
            },
        })
    }
}

/// Draws every uncertain number independently, `draws` times.
///
/// # Errors
/// As [`super::evaluate`]; besides, `draws` out of range or not whole.
pub fn uncertainty(
    inputs: &Inputs,
    draws: f64,
    seed: u64,
    tables: &Tables,
) -> Result<Uncertainty, InputError> {
    let count = whole("draws", ranged(tables, "draws", draws)?)? as usize;
    let study = Study::new(inputs, tables)?;
    let drawn: Vec<Draw> = study.draws(seed).take(count).collect();
    Ok(Uncertainty::of(&drawn))
}
