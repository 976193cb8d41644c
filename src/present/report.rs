//! The report for a client and the list for Monday: put together from what the page says.

use super::answer::Answer;
use super::assessment::AssessmentView;
use super::breakdown::{Breakdown, Part};
use super::explain::ParameterView;
use super::field::{FieldOf, Shown, Source};
use super::headline::Headline;
use super::idea::{Asked, IdeaView, ResultView, ranked};
use super::kpi::KpiView;
use super::levers::{Begin, Lever, levers};
use super::made_of::MadeOf;
use super::names;
use crate::session::{DeliveredBy, Entry, Field, Session};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{MODEL_VERSION, Tables, Text, Uncertainty};

/// The numbers of a business that a report always names; those below, where they were told.
const ALWAYS_NAMED: [Field; 6] = [
    Field::Customers,
    Field::Cheque,
    Field::Purchases,
    Field::Margin,
    Field::Retention,
    Field::CostToServe,
];
const NAMED_IF_TOLD: [Field; 2] = [Field::Enquiries, Field::Conversion];

/// A number of the business.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberRow {
    /// Which number.
    pub label: Message,
    /// Its value.
    pub value: Message,
    /// What it counts; may be empty.
    pub unit: Message,
    /// Where it comes from: an example, typical, told.
    pub source: Message,
}

/// What to do, with its first step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do.
    pub lever: Lever,
    /// What its first step is called.
    pub label: Message,
    /// What to begin with, each in words of its own.
    pub first: Vec<Message>,
}

/// The report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What kind of business it is about.
    pub segment: Message,
    /// Its price tier.
    pub tier: Message,
    /// The verdict, with its certainty.
    pub headline: Headline,
    /// What is forgone, taken apart.
    pub made_of: MadeOf,
    /// The lines of the loss that are not zero, largest first.
    pub lines: Vec<Part>,
    /// What to do, best first.
    pub steps: Vec<Step>,
    /// Ideas that were tested, best first, by name.
    pub ideas: Vec<(Message, ResultView)>,
    /// The numbers that all of it rests on.
    pub numbers: Vec<NumberRow>,
    /// What to measure.
    pub kpi: KpiView,
    /// Numbers of the model that the user has changed.
    pub changed: Vec<ParameterView>,
    /// Ids of the evidence for the market.
    pub evidence: Vec<Text>,
    /// What all of it cannot say.
    pub limits: [Message; 4],
    /// By which version of the model.
    pub version: Message,
}

impl Report {
    /// The report of a session and of the answer to it, with ranges where the draws are in; `field`
    /// is `FieldView::new`, which another part of the page has.
    #[must_use]
    pub fn new(
        session: &Session,
        answer: &Answer,
        tables: &Tables,
        draws: Option<&Uncertainty>,
        field: FieldOf,
    ) -> Self {
        let entries = &answer.entries;
        let mut lines = Breakdown::new(answer).lines;
        lines.retain(|line| line.figure.value > 0.0);
        let view = |row: &model::Parameter| ParameterView::new(&row.id, answer, tables);
        let parameters = tables.parameters.iter().filter_map(view);
        let segment = entries.segment_row(tables);
        Self {
            segment: names::segment(&entries.segment),
            tier: names::at_tier(&entries.tier),
            headline: Headline::new(answer, tables, draws),
            made_of: MadeOf::new(answer),
            lines,
            steps: steps(answer, tables),
            ideas: ideas(session, tables),
            numbers: numbers(answer, tables, field),
            kpi: kpi(session, answer, tables),
            changed: parameters.filter(|view| view.changed).collect(),
            evidence: segment.map(|row| row.evidence.to_vec()).unwrap_or_default(),
            limits: [
                say::report_limit_range(),
                say::method_weak_habit(),
                say::method_weak_proxy(),
                say::method_weak_intent(),
            ],
            version: version(),
        }
    }
}

/// By which version of the model something was computed.
#[must_use]
pub fn version() -> Message {
    say::ReportVersion {
        version: Figure::integer(f64::from(MODEL_VERSION)),
    }
    .into()
}

fn kpi(session: &Session, answer: &Answer, tables: &Tables) -> KpiView {
    KpiView::new(answer, session.entries.entry(Field::Nps), tables)
}

/// What to do with its first step, in words that need no screen.
fn steps(answer: &Answer, tables: &Tables) -> Vec<Step> {
    let step = |lever: Lever| {
        let first = match (&lever.begin, lever.id) {
            _ if !lever.worth_it => Vec::new(),
            (Begin::With(all), _) => all.clone(),
            (Begin::Ask(_), "level") => vec![say::report_ask_practices()],
            (Begin::Ask(_), _) => vec![say::report_ask_signs()],
            (Begin::Nothing, "step_back") => vec![say::report_begin_back()],
            (Begin::Nothing, "hold") => vec![say::report_begin_hold()],
            (Begin::Nothing, _) => Vec::new(),
        };
        let label = match lever.begin {
            Begin::With(_) => say::begin_with(),
            Begin::Ask(_) | Begin::Nothing => say::report_first(),
        };
        Step {
            lever,
            label,
            first,
        }
    };
    levers(answer, tables).into_iter().map(step).collect()
}

fn ideas(session: &Session, tables: &Tables) -> Vec<(Message, ResultView)> {
    let tested = Asked::new(session, tables).answers(session, tables);
    let view = |(index, tested)| IdeaView::new(index, &session.entries, tables, (tested, false));
    let views: Vec<IdeaView> = tested.into_iter().enumerate().filter_map(view).collect();
    let ranked = ranked(&views).into_iter();
    ranked
        .map(|(idea, result)| (idea.name.clone(), result.clone()))
        .collect()
}

fn numbers(answer: &Answer, tables: &Tables, field: FieldOf) -> Vec<NumberRow> {
    let entries = &answer.entries;
    let session = Session::new(entries.clone());
    let told = |field: &Field| *entries.entry(*field) != Entry::Unknown;
    let row = |id: Field| {
        let view = field(id, &session, tables);
        NumberRow {
            label: view.label,
            value: match view.shown {
                Shown::Number(figure) => figure.into(),
                Shown::Text(text) => text.into(),
            },
            unit: view.unit,
            source: view.source.words(),
        }
    };
    let more = NAMED_IF_TOLD.into_iter().filter(told);
    let mut rows: Vec<NumberRow> = ALWAYS_NAMED.into_iter().chain(more).map(row).collect();
    let way = match entries.delivered_by {
        _ if !entries.tells_level(tables) => Source::Typical.words(),
        DeliveredBy::Rung => say::by_rung(),
        DeliveredBy::Practices => say::by_practices(),
        DeliveredBy::Measured => say::by_measured(),
        DeliveredBy::Level => say::by_level(),
    };
    rows.push(NumberRow {
        label: say::report_level(),
        value: Figure::level(answer.own_level).into(),
        unit: say::report_of_100(),
        source: way,
    });
    if entries.delivered_by == DeliveredBy::Measured && told(&Field::Surveyed) {
        rows.push(row(Field::Surveyed));
    }
    rows
}

/// Something to do, to be given to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What to do.
    pub what: Message,
    /// What it brings, or what to reach by it.
    pub aim: Option<Message>,
    /// Whether it is a step of the task before.
    pub is_step: bool,
}

impl Task {
    const fn of(what: Message, is_step: bool) -> Self {
        Self {
            what,
            aim: None,
            is_step,
        }
    }
}

/// The list for Monday.
#[derive(Clone, Debug, PartialEq)]
pub struct Monday {
    /// The verdict in a sentence.
    pub sentence: Message,
    /// What brings most, with its first steps.
    pub begin: Vec<Task>,
    /// What is weakest.
    pub weakest: Vec<Task>,
    /// What to measure, and the target.
    pub measure: Vec<Task>,
}

impl Monday {
    /// The list of a session and of the answer to it.
    #[must_use]
    pub fn new(session: &Session, answer: &Answer, tables: &Tables) -> Self {
        let mut begin = Vec::new();
        if answer.entries.rates_itself(tables) {
            let asked = Figure::integer(tables.constants.survey_size);
            begin.push(Task {
                what: say::SurveyTitle { asked }.into(),
                aim: Some(say::report_narrower()),
                is_step: false,
            });
        }
        let worth = steps(answer, tables).into_iter();
        for Step { lever, first, .. } in worth.filter(|step| step.lever.worth_it) {
            if lever.id == "both" {
                continue;
            }
            begin.push(Task {
                what: lever.title,
                aim: lever.gain.map(|gain| say::LeverGain { gain }.into()),
                is_step: false,
            });
            begin.extend(first.into_iter().map(|what| Task::of(what, true)));
        }
        let view = AssessmentView::new(answer, tables);
        let weakest = view.into_iter().flat_map(|view| view.levers);
        Self {
            sentence: Headline::new(answer, tables, None).sentence,
            begin,
            weakest: weakest.map(|what| Task::of(what, false)).collect(),
            measure: measure(&kpi(session, answer, tables)),
        }
    }
}

fn measure(kpi: &KpiView) -> Vec<Task> {
    let task = |row: &super::kpi::Row| Task {
        what: row.what.clone(),
        aim: Some(row.target.clone()),
        is_step: false,
    };
    kpi.rows.iter().map(task).collect()
}
