//! What the ten practices say: scores by dimension and by stage, the weakest with its lever, and
//! whether there is too much care.

use super::answer::Answer;
use super::names;
use crate::session::DeliveredBy;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Delivered, Tables, scores};

/// Makes the warning about one practice.
type Warning = fn() -> Message;

/// Practices of which little means too much care: at most half the time.
const OVER_CARE: [(&str, Warning); 2] = [
    ("listens_without_pushing", say::assessment_over_push),
    ("remembers_without_nagging", say::assessment_over_nag),
];

/// "Half the time".
const HALF: u8 = 2;

/// A score of a dimension or a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Its id in the tables.
    pub id: String,
    /// What it is called.
    pub label: Message,
    /// How well it was answered, of 1.
    pub score: Figure,
    /// Whether it is the weakest.
    pub weakest: bool,
}

/// What the answers say.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentView {
    /// By what customers judge.
    pub dimensions: Vec<Score>,
    /// By stage of the customer's way.
    pub stages: Vec<Score>,
    /// What to do about the weakest dimension and the weakest stage; nothing where all is perfect.
    pub levers: Vec<Message>,
    /// What is missing of a service system.
    pub signs: Option<Message>,
    /// Where there is too much care, or that there is none.
    pub too_much: Vec<Message>,
}

fn list(
    kind: &str,
    scores: &[(String, f64)],
    weakest: &str,
    label: fn(&str) -> Option<Message>,
) -> Vec<Score> {
    let score = |(id, value): &(String, f64)| Score {
        id: id.clone(),
        label: named(label, id),
        score: Figure::share(*value).named(format!("assessment.{kind}.{id}")),
        weakest: id == weakest && *value < 1.0,
    };
    scores.iter().map(score).collect()
}

fn named(label: fn(&str) -> Option<Message>, id: &str) -> Message {
    label(id).unwrap_or_else(|| Message::from(id.to_owned()))
}

impl AssessmentView {
    /// What the answers say; nothing where practices do not decide or none is answered.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables) -> Option<Self> {
        let entries = &answer.entries;
        let Delivered::Practices(answers) = entries.inputs(tables).delivered else {
            return None;
        };
        let found = scores(&answers, tables).ok()?;
        let dimensions = list(
            "dimensions",
            &found.dimensions,
            &found.weakest_dimension,
            say::dimension,
        );
        let stages = list("stages", &found.stages, &found.weakest_stage, say::stage);
        let weak = |scores: &[Score], lever: fn(&str) -> Option<Message>| {
            let weakest = scores.iter().find(|score| score.weakest)?;
            Some(
                say::AssessmentLever {
                    name: weakest.label.clone(),
                    lever: lever(&weakest.id)?,
                }
                .into(),
            )
        };
        let levers = [
            weak(&dimensions, say::dimension_lever),
            weak(&stages, say::stage_lever),
        ];
        let levers = levers.into_iter().flatten().collect();
        Some(Self {
            levers,
            signs: signs(answer, tables),
            too_much: too_much(answer, tables),
            dimensions,
            stages,
        })
    }

    /// Whether there is anything to show.
    #[must_use]
    pub fn is_for(entries: &crate::session::Entries) -> bool {
        entries.delivered_by == DeliveredBy::Practices
            && entries.practices.iter().any(Option::is_some)
    }
}

fn signs(answer: &Answer, tables: &Tables) -> Option<Message> {
    let signs = &answer.entries.signs;
    if signs.iter().all(Option::is_none) {
        return Some(say::assessment_signs_open());
    }
    let rows = tables.signs.iter().zip(signs);
    let missing = rows.filter(|(_, sign)| sign.unwrap_or(0.5) < 1.0);
    let mut missing = missing.map(|(id, _)| names::sign(id));
    let first = missing.next()?;
    let all = missing.fold(first, |first, second| {
        say::AssessmentAnd { first, second }.into()
    });
    Some(say::AssessmentSigns { signs: all }.into())
}

fn too_much(answer: &Answer, tables: &Tables) -> Vec<Message> {
    let answers = &answer.entries.practices;
    let low = |id: &str| {
        let mut rows = tables.practices.iter().zip(answers);
        rows.any(|(row, answer)| row.id == id && answer.is_some_and(|answer| answer <= HALF))
    };
    let pushed = OVER_CARE.into_iter().filter(|(id, _)| low(id));
    let mut warnings: Vec<Message> = pushed.map(|(_, message)| message()).collect();
    let o = &answer.outcome;
    if o.level > o.desired {
        warnings.push(
            say::AssessmentOverLevel {
                level: Figure::points(o.level).named("level"),
                desired: Figure::points(o.desired),
            }
            .into(),
        );
    }
    if warnings.is_empty() {
        warnings.push(say::assessment_over_none());
    }
    warnings
}
