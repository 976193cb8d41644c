//! Method and sources: what is weak, what is taken for the segment, and the model's numbers.

use super::answer::Answer;
use super::explain::ParameterView;
use super::field::in_field;
use super::names;
use crate::session::Field;
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};
use model::{Range, Segment, Tables, Text};

/// A number that is taken for the segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which number.
    pub label: Message,
    /// Its central value.
    pub value: Message,
    /// Its range, or that it is an example.
    pub range: Message,
}

/// The panel "Method and sources": what all figures rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodView {
    /// What is weak.
    pub weak: [Message; 6],
    /// What the segment's table is called.
    pub segment: Message,
    /// What is taken for it.
    pub rows: Vec<Row>,
    /// Ids of the evidence for the segment.
    pub evidence: Vec<Text>,
    /// The model's numbers.
    pub parameters: Vec<ParameterView>,
    /// How many of them the user has changed, if any.
    pub changed: Option<Message>,
}

impl MethodView {
    /// The panel for an answer.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables) -> Self {
        let view = |row: &model::Parameter| ParameterView::new(&row.id, answer, tables);
        let parameters: Vec<_> = tables.parameters.iter().filter_map(view).collect();
        let changed = parameters.iter().filter(|view| view.changed).count();
        let row = answer.entries.segment_row(tables);
        Self {
            weak: [
                say::method_weak_habit(),
                say::method_weak_proxy(),
                say::method_weak_intent(),
                say::method_weak_b2b(),
                say::method_weak_reputation(),
                say::method_weak_examples(),
            ],
            segment: say::MethodSegment {
                segment: names::segment(&answer.entries.segment),
            }
            .into(),
            rows: row.map(rows).unwrap_or_default(),
            evidence: row.map(|row| row.evidence.to_vec()).unwrap_or_default(),
            changed: (changed > 0).then(|| {
                say::MethodChanged {
                    numbers: Figure::integer(changed as f64),
                }
                .into()
            }),
            parameters,
        }
    }
}

fn rows(segment: &Segment) -> Vec<Row> {
    let row = |label: Message, range: &Range, figure: &dyn Fn(f64) -> Figure| Row {
        label,
        value: figure(range.value).into(),
        range: say::MethodRange {
            low: figure(range.low),
            high: figure(range.high),
        }
        .into(),
    };
    let example = |field: Field, value: f64, unit: Unit| Row {
        label: names::field(field.id()),
        value: Figure::new(value, unit).into(),
        range: say::method_example(),
    };
    let points = |value| in_field(Field::Level, value);
    let share = Figure::share;
    let mut rows = vec![
        row(say::method_expected(), &segment.expected, &points),
        row(
            names::field(Field::Retention.id()),
            &segment.retention,
            &share,
        ),
        row(
            names::field(Field::Margin.id()),
            &segment.gross_margin,
            &share,
        ),
    ];
    for own in segment.parameters.iter() {
        let label = say::parameter(&own.id);
        rows.extend(label.map(|label| row(label, &own.range, &share)));
    }
    rows.push(example(
        Field::Purchases,
        segment.purchases,
        Unit::Number(1),
    ));
    rows.push(example(
        Field::CostToServe,
        segment.cost_to_serve,
        Unit::Share,
    ));
    rows.push(example(Field::Customers, segment.customers, Unit::Integer));
    rows
}
