//! The KPI sheet: what to measure, how, the present value, and the target from the model.

use super::answer::Answer;
use super::field::{FieldView, in_field};
use crate::session::{DeliveredBy, Entry, Field};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Flow, Tables};

/// A row of the sheet: one thing to measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id among the rows.
    pub id: &'static str,
    /// What to measure.
    pub what: Message,
    /// By what question, log or look it is measured.
    pub how: Message,
    /// The present value, where one is known.
    pub now: Message,
    /// The target.
    pub target: Message,
}

/// The sheet of what to measure, with targets from the user's own numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiView {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Customers dissatisfied within a year: now, and the target.
    pub dissatisfied: [Figure; 2],
    /// The field of the net promoter score.
    pub nps: FieldView,
    /// Whether measured dissatisfaction decides the level, and what came of it.
    pub measured: Option<Message>,
}

impl KpiView {
    /// The sheet of an answer. The entry of the net promoter score may be newer than the answer: it
    /// decides nothing.
    #[must_use]
    pub fn new(answer: &Answer, nps: &Entry, tables: &Tables) -> Self {
        let entries = &answer.entries;
        let mut field = FieldView::apart(Field::Nps, nps, entries, tables);
        field.label = say::kpi_yours();
        field.typical = say::kpi_nps_note();
        field.slider = None;
        let measured = (entries.delivered_by == DeliveredBy::Measured).then(|| {
            match entries.entry(Field::Measured) {
                Entry::Number(_) => say::KpiMeasuredNow {
                    level: level(answer),
                }
                .into(),
                _ => say::kpi_measured_wait(),
            }
        });
        let nps = match (nps, &field.error) {
            (Entry::Number(score), None) => figure(in_field(Field::Nps, *score)),
            _ => say::kpi_not_measured(),
        };
        let aim = aim(answer);
        let dissatisfied = [
            Figure::share(answer.outcome.dissatisfied).named("dissatisfied"),
            Figure::share(aim.dissatisfied).named("kpi.dissatisfied"),
        ];
        Self {
            rows: rows(answer, &aim, &dissatisfied, nps),
            dissatisfied,
            nps: field,
            measured,
        }
    }
}

fn figure(figure: Figure) -> Message {
    figure.into()
}

fn level(answer: &Answer) -> Figure {
    Figure::level(answer.outcome.level).named("level")
}

/// What a year is like at the sufficient level with consistent service.
fn aim(answer: &Answer) -> Flow {
    let firm = &answer.firm;
    firm.yearly(answer.outcome.sufficient, firm.good_consistency())
}

fn rows(answer: &Answer, aim: &Flow, dissatisfied: &[Figure; 2], nps: Message) -> Vec<Row> {
    let (o, firm) = (&answer.outcome, &answer.firm);
    let c = &firm.constants;
    let good = firm.good_consistency();
    let [dissatisfied, at_most] = dissatisfied.clone().map(figure);
    let share = |value: f64, name: &'static str| figure(Figure::share(value).named(name));
    let none = say::kpi_not_measured;
    vec![
        Row {
            id: "dissatisfied",
            what: say::kpi_dissatisfied(),
            how: say::kpi_dissatisfied_how(),
            now: dissatisfied,
            target: at_most,
        },
        Row {
            id: "churn",
            what: say::kpi_churn(),
            how: say::kpi_churn_how(),
            now: share(o.service_churn, "service_churn"),
            target: share(aim.service_churn, "kpi.service_churn"),
        },
        Row {
            id: "retention",
            what: say::kpi_retention(),
            how: say::kpi_retention_how(),
            now: share(o.retention, "retention"),
            target: share(aim.retention, "kpi.retention"),
        },
        Row {
            id: "level",
            what: say::kpi_level(),
            how: say::kpi_level_how(),
            now: figure(level(answer)),
            target: figure(Figure::level(o.sufficient).named("sufficient")),
        },
        Row {
            id: "consistency",
            what: say::kpi_consistency(),
            how: say::kpi_consistency_how(),
            now: share(o.consistency, "consistency"),
            target: share(good, "kpi.consistency"),
        },
        Row {
            id: "at_risk",
            what: say::kpi_at_risk(),
            how: say::kpi_at_risk_how(),
            now: share(o.revenue_at_risk(), "revenue_lost_next_year.share"),
            target: share(firm.revenue_at_risk(aim), "kpi.revenue_lost_next_year"),
        },
        Row {
            id: "wait",
            what: say::kpi_wait(),
            how: say::kpi_wait_how(),
            now: none(),
            target: say::KpiAtMost {
                share: Figure::share(c.queue_target_share),
            }
            .into(),
        },
        Row {
            id: "complaints",
            what: say::kpi_complaints(),
            how: say::kpi_complaints_how(),
            now: none(),
            target: say::kpi_complaints_aim(),
        },
        Row {
            id: "nps",
            what: say::kpi_nps(),
            how: say::kpi_nps_how(),
            now: nps,
            target: say::kpi_nps_aim(),
        },
    ]
}
