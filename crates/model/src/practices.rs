//! The practices of the self-assessment: scores by dimension and by stage, and the level that they
//! amount to (section 2).

use super::error::{InputError, within};
use super::tables::{Practice, Tables};

/// The highest answer, "always".
pub const ALWAYS: u8 = 4;

/// The stages of a customer's way, in their order.
pub const STAGES: [&str; 3] = ["choosing", "buying", "after"];

/// Scores 0–1 by dimension and by stage.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Scores {
    /// By dimension, in the order of the table.
    #[cfg_attr(feature = "json", serde(serialize_with = "super::json::as_map"))]
    pub dimensions: Vec<(String, f64)>,
    /// By stage, in the order of a customer's way.
    #[cfg_attr(feature = "json", serde(serialize_with = "super::json::as_map"))]
    pub stages: Vec<(String, f64)>,
    /// The dimension with the lowest score, the first of equals.
    pub weakest_dimension: String,
    /// The stage with the lowest score, the first of equals.
    pub weakest_stage: String,
}

/// Scores by dimension and stage of answers in the order of the table.
///
/// # Errors
/// `Missing` or `OutOfRange`, naming the practice.
pub fn scores(answers: &[u8], tables: &Tables) -> Result<Scores, InputError> {
    for (index, practice) in tables.practices.iter().enumerate() {
        let field = || format!("practices.{}", practice.id);
        match answers.get(index) {
            Some(answer) => within(field(), f64::from(*answer), 0.0, f64::from(ALWAYS))?,
            None => {
                return Err(InputError::Missing {
                    field: field().into(),
                });
            }
        };
    }
    let mean = |belongs: &dyn Fn(&Practice) -> bool| {
        let rows = tables.practices.iter().zip(answers);
        let (sum, count) = rows
            .filter(|(practice, _)| belongs(practice))
            .fold((0.0, 0.0), |(sum, count), (_, answer)| {
                (sum + f64::from(*answer), count + 1.0)
            });
        if count > 0.0 {
            sum / count / f64::from(ALWAYS)
        } else {
            0.0
        }
    };
    let dimensions: Vec<_> = tables
        .dimensions
        .iter()
        .map(|d| (d.id.to_string(), mean(&|p| p.dimension == d.id)))
        .collect();
    let stages: Vec<_> = STAGES
        .iter()
        .map(|stage| ((*stage).to_owned(), mean(&|p| p.stage == *stage)))
        .collect();
    Ok(Scores {
        weakest_dimension: weakest(&dimensions),
        weakest_stage: weakest(&stages),
        dimensions,
        stages,
    })
}

fn weakest(scores: &[(String, f64)]) -> String {
    let lowest = scores
        .iter()
        .reduce(|lowest, score| if score.1 < lowest.1 { score } else { lowest });
    lowest.map(|(id, _)| id.clone()).unwrap_or_default()
}

/// Points above the segment's expected level that the answers amount to.
///
/// # Errors
/// As [`scores`].
pub fn offset(answers: &[u8], tables: &Tables) -> Result<f64, InputError> {
    let c = &tables.constants;
    let scores = scores(answers, tables)?;
    let rows = tables.dimensions.iter().zip(&scores.dimensions);
    let p: f64 = rows.map(|(row, (_, score))| row.weight * score).sum();
    let at_expected = c.practice_at_expected;
    Ok(if p <= at_expected {
        c.terrible_offset * (1.0 - p / at_expected)
    } else {
        c.practice_top_offset * (p - at_expected) / (1.0 - at_expected)
    })
}
