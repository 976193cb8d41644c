//! What has been entered or stands in for it, row by row.

use super::{Cell, row};
use crate::present::answer::Answer;
use crate::present::explain::{class_name, shown_in};
use crate::present::field::FieldView;
use crate::present::names;
use crate::session::{
    CustomerCount, DeliveredBy, Entries, Entry, Field, IDEA_FIELDS, IdeaEntries, Kind, Session,
};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Text};

type Rows = Vec<Vec<Cell>>;

fn none() -> Message {
    Message::from("")
}

fn yours() -> Message {
    say::file_chosen()
}

/// The rows of an answer's entries.
pub fn rows(answer: &Answer, tables: &Tables) -> Rows {
    let entries = &answer.entries;
    let mut rows = choices(entries);
    let session = Session::new(entries.clone());
    for field in Field::ALL {
        if !IDEA_FIELDS.contains(field) {
            let view = FieldView::new(*field, &session, tables);
            rows.push(number(field.id().into(), &view, entries.entry(*field)));
        }
    }
    let (net, whose): (Cell, Message) = match entries.net_margin {
        Some(share) => (share.into(), yours()),
        None => (say::file_not_told().into(), none()),
    };
    let (what, unit) = (say::file_net_margin(), say::file_share());
    rows.push(row("net_margin", what, net, unit, whose));
    let practices = tables.practices.iter().map(|practice| &practice.id);
    for (id, answer) in practices.zip(&entries.practices) {
        let (what, unit) = (names::practice(id), say::file_practice_unit());
        rows.push(answered("practices", id, what, unit, answer.map(f64::from)));
    }
    for (id, answer) in tables.signs.iter().zip(&entries.signs) {
        let (what, unit) = (names::sign(id), say::file_sign_unit());
        rows.push(answered("signs", id, what, unit, *answer));
    }
    for (place, it) in entries.ideas.iter().enumerate() {
        rows.extend(idea(place + 1, it, entries, tables));
    }
    rows.extend(parameters(entries, tables));
    rows
}

fn choices(entries: &Entries) -> Rows {
    let by = match entries.delivered_by {
        DeliveredBy::Rung => say::file_by_rung(),
        DeliveredBy::Practices => say::file_by_practices(),
        DeliveredBy::Measured => say::file_by_measured(),
        DeliveredBy::Level => say::file_by_level(),
    };
    let count = match entries.customer_count {
        CustomerCount::Year => say::field_text_count_year(),
        CustomerCount::Month => say::field_text_count_month(),
        CustomerCount::Turnover => say::field_text_count_turnover(),
    };
    let (rung, whose) = match entries.rung.as_deref() {
        Some(rung) => (names::rung(rung), yours()),
        None => (say::file_not_told(), none()),
    };
    let choice = |id: &str, what, value: Message, whose| row(id, what, value, none(), whose);
    vec![
        choice(
            "segment",
            say::hand_market(),
            names::segment(&entries.segment),
            yours(),
        ),
        choice(
            "tier",
            say::card_tier(),
            names::tier(&entries.tier),
            yours(),
        ),
        choice(
            "currency",
            say::file_currency(),
            Message::from(entries.currency.clone()),
            yours(),
        ),
        choice("count", say::file_count_by(), count, none()),
        choice("by", say::file_decides(), by, none()),
        choice("rung", say::file_rung(), rung, whose),
    ]
}

/// A field's number in the model's unit: shares as shares of 1.
fn number(id: String, view: &FieldView, entry: &Entry) -> Vec<Cell> {
    let unit = match view.field.kind() {
        Kind::Share => say::file_share(),
        _ => view.unit.clone(),
    };
    let told = matches!(entry, Entry::Number(_));
    let (value, source) = match entry {
        Entry::Text(text) => (Cell::Text(Message::from(text.clone())), view.source.words()),
        _ if !told && view.field.is_optional() => (say::file_not_told().into(), none()),
        _ => (view.value.into(), view.source.words()),
    };
    row(id, view.label.clone(), value, unit, source)
}

fn answered(
    family: &str,
    id: &Text,
    what: Message,
    unit: Message,
    answer: Option<f64>,
) -> Vec<Cell> {
    let id = format!("{family}.{id}");
    match answer {
        Some(value) => row(id, what, value, unit, yours()),
        None => row(id, what, say::file_not_told(), unit, none()),
    }
}

fn idea(number_of: usize, it: &IdeaEntries, entries: &Entries, tables: &Tables) -> Rows {
    let n = || Figure::integer(number_of as f64);
    let id = |what: &str| format!("ideas.{number_of}.{what}");
    let name = Message::from(it.name.clone());
    let called = row(
        id("name"),
        say::FileIdea { n: n() }.into(),
        name,
        none(),
        yours(),
    );
    let mut rows = vec![called];
    for field in IDEA_FIELDS {
        let entry = it.numbers.get(&field).unwrap_or(&Entry::Unknown);
        let view = FieldView::apart(field, entry, entries, tables);
        rows.push(number(id(field.id()), &view, entry));
    }
    let answered = it.answered.iter().filter(|yes| **yes).count();
    rows.push(row(
        id("answered"),
        say::FileIdeaAnswers { n: n() }.into(),
        answered as f64,
        say::file_questions(),
        yours(),
    ));
    rows
}

fn parameters(entries: &Entries, tables: &Tables) -> Rows {
    let segment = entries.segment_row(tables);
    let rows = tables.parameters.iter();
    rows.map(|given| {
        let own = segment.and_then(|segment| segment.parameter(&given.id));
        let (range, class) = own.map_or((given.range, given.class), |own| (own.range, own.class));
        let (unit, scaler) = shown_in(&given.unit);
        let (_, class) = class_name(class);
        let value = entries.parameter(&given.id, tables);
        let value = value.unwrap_or(range.value);
        let changed = value != range.value;
        row(
            format!("parameters.{}", given.id),
            names::parameter(&given.id),
            scaler.shown(value),
            unit,
            if changed { say::file_changed() } else { class },
        )
    })
    .collect()
}
