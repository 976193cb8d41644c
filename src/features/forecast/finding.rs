//! What the heading of the closed panel says it has found.

use super::view::{Below, ForecastView, YEARS};
use crate::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// When the level sinks below what customers accept while nobody controls it.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    let view = ForecastView::new(answer, tables, false)?;
    Some(match view.below {
        Some(Below {
            year,
            level,
            accepted,
        }) => {
            if year.value == 0.0 {
                say::FindingForecastNow { level, accepted }.into()
            } else {
                say::FindingForecastThen {
                    year,
                    level,
                    accepted,
                }
                .into()
            }
        }
        None => say::FindingForecastStays {
            years: Figure::integer(YEARS),
            loss: view.rows.into_iter().next_back()?.loss,
        }
        .into(),
    })
}
