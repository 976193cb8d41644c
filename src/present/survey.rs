//! What asking customers would bring, before anyone is asked: computed, not claimed.

use super::answer::Answer;
use super::certainty::study;
use super::draws::Numbers;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Uncertainty};

/// The advice to ask.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyView {
    /// How many to ask.
    pub title: Message,
    /// From which range to which that would bring what is forgone.
    pub sentence: Message,
}

/// The study of the same business as if its customers had been asked; nothing where it is not
/// they, but the business itself, that says how well it serves.
#[must_use]
pub fn asking(answer: &Answer, tables: &Tables) -> Option<Numbers> {
    if !answer.entries.rates_itself(tables) || answer.is_what_if {
        return None;
    }
    let size = tables.constants.survey_size;
    let asked = study(answer, tables)?.asking(size, tables).ok()?;
    Some(asked.to_numbers().into())
}

/// The advice, where the range would shrink: from `now` to `then`.
#[must_use]
pub fn survey(
    answer: &Answer,
    tables: &Tables,
    now: Option<&Uncertainty>,
    then: Option<&Uncertainty>,
) -> Option<SurveyView> {
    if !answer.entries.rates_itself(tables) || answer.is_what_if {
        return None;
    }
    let range = |said: &Uncertainty| {
        let [low, _, high] = said.gap;
        (high - low, Figure::money(low).range(low, high))
    };
    let ((wide, before), (narrow, after)) = (range(now?), range(then?));
    (narrow < wide).then(|| SurveyView {
        title: say::SurveyTitle {
            asked: Figure::integer(tables.constants.survey_size),
        }
        .into(),
        sentence: say::SurveySentence { before, after }.into(),
    })
}
