//! A number field: label, unit, range, default, slider, and what is wrong with the entry.

use super::names;
use super::net_margin::{self, NetQuestion};
use super::slider::Slider;
use crate::session::{
    CustomerCount, Entries, Entry, EntryError, Field, Kind, Scaler, Session, error_of,
};
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};
use model::{Segment, Tables};

/// A number field as shown. Numbers are in the field's own unit: percent for shares.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Which of the fields of a session.
    pub field: Field,
    /// What it asks.
    pub label: Message,
    /// What its number counts.
    pub unit: Message,
    /// The valid range.
    pub range: Message,
    /// The default that stands in, and what kind of default it is.
    pub typical: Message,
    /// Where the number in force comes from, in a word.
    pub source: Source,
    /// Whether the default stands in.
    pub unknown: bool,
    /// What stands in the field: the user's text or number, or the default.
    pub shown: Shown,
    /// The slider, where there is one.
    pub slider: Option<Slider>,
    /// The number in force, in the model's unit.
    pub value: f64,
    /// What is wrong.
    pub error: Option<Message>,
    /// Whether it may be a net margin, where that is to be asked.
    pub question: Option<NetQuestion>,
    /// What is known to be left after all costs; of the margin's field only.
    pub net: Option<Message>,
    /// What stands in until a number is entered, as an entry has it.
    fallback: f64,
}

/// Where the number in force comes from; the least certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// An example, to be replaced.
    Example,
    /// What is typical for the kind of business.
    Typical,
    /// The user.
    Own,
}

impl Source {
    /// In a word.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::Example => say::field_text_example_value(),
            Self::Typical => say::field_text_typical_value(),
            Self::Own => say::field_text_own_value(),
        }
    }
}

/// What makes the view of a field.
pub type FieldOf = fn(Field, &Session, &Tables) -> FieldView;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A number to be formatted.
    Number(Figure),
    /// What was typed.
    Text(String),
}

/// A number of a field as its input shows it: shares in percent.
#[must_use]
pub fn in_field(field: Field, value: f64) -> Figure {
    let shown = field.kind().scaler().shown(value);
    Figure::new(shown, Unit::Number(decimals(shown)))
}

/// How many decimals a field shows.
fn decimals(shown: f64) -> u8 {
    match shown.abs() {
        size if size >= 1000.0 => 0,
        size if size >= 0.1 || size == 0.0 => 2,
        _ => 6,
    }
}

impl FieldView {
    /// A field of the session's entries. What it shows before a number is entered is what the model
    /// uses; while an entry is not valid, what it used last.
    #[must_use]
    pub fn new(field: Field, session: &Session, tables: &Tables) -> Self {
        let entries = &session.entries;
        let assumed = session.good.assumed(field, tables);
        let fallback = assumed.unwrap_or_else(|| entries.fallback(field, tables));
        let scaler = entries.scaler(field, tables);
        let entry = entries.entry(field);
        Self {
            question: net_margin::question(field, entries, tables),
            net: net_margin::kept(field, entries),
            ..Self::of(field, entry, fallback, scaler, entries, tables)
        }
    }

    /// A field with its entry elsewhere, as in an idea.
    #[must_use]
    pub fn apart(field: Field, entry: &Entry, entries: &Entries, tables: &Tables) -> Self {
        let fallback = entries.fallback(field, tables);
        Self::of(field, entry, fallback, Scaler::NONE, entries, tables)
    }

    fn of(
        field: Field,
        entry: &Entry,
        fallback: f64,
        scaler: Scaler,
        entries: &Entries,
        tables: &Tables,
    ) -> Self {
        let range = field.range(tables);
        let (min, max) = range.map_or((0.0, 0.0), |row| {
            (scaler.shown(row.min), scaler.shown(row.max))
        });
        let value = entry.number().unwrap_or(fallback);
        let error = error_of(field, entry, scaler, tables);
        let error = error.or_else(|| entries.margin_error(field, tables));
        let missing = *entry == Entry::Unknown;
        let shown = match entry {
            Entry::Text(text) => Shown::Text(text.clone()),
            // No typical value stands in for it.
            Entry::Unknown if field.is_optional() => Shown::Text(String::new()),
            _ => Shown::Number(in_field(field, value)),
        };
        Self {
            field,
            label: label(field, entries),
            unit: unit_of(field, entries),
            range: say::FieldTextRange {
                min: in_field(field, min),
                max: in_field(field, max),
            }
            .into(),
            typical: typical(field, fallback, entries.segment_row(tables)),
            source: match missing {
                true if is_sourced(field, entries.segment_row(tables)) => Source::Typical,
                true => Source::Example,
                false => Source::Own,
            },
            unknown: missing && !field.is_optional(),
            shown,
            slider: range.map(|row| Slider::new(row, fallback, scaler).whole(field.is_whole())),
            value,
            error: error.map(|error| wrong(field, entries, error)),
            question: None,
            net: None,
            fallback,
        }
    }

    /// What was entered, from the number that the field shows. The default, typed as it is shown,
    /// stays what it is unrounded: typing it changes nothing.
    #[must_use]
    pub fn entry(&self, shown: f64) -> Entry {
        let scaler = self.field.kind().scaler();
        let default = scaler.shown(self.fallback);
        let unit = 10_f64.powi(decimals(default).into());
        let same = ((default * unit).round() - shown * unit).abs() < 1e-6;
        Entry::Number(if same {
            self.fallback
        } else {
            scaler.kept(shown)
        })
    }
}

fn label(field: Field, entries: &Entries) -> Message {
    match (field, entries.customer_count) {
        (Field::Customers, CustomerCount::Month) => say::field_text_customers_month(),
        (Field::Customers, CustomerCount::Turnover) => say::field_text_turnover(),
        _ => names::field(field.id()),
    }
}

fn unit_of(field: Field, entries: &Entries) -> Message {
    let currency = || Message::from(entries.currency.clone());
    match (field, field.kind()) {
        (Field::Customers, _) if entries.customer_count == CustomerCount::Turnover => currency(),
        (_, Kind::Money) => currency(),
        (_, Kind::Share) => Message::from("%"),
        _ => names::field_unit(unit_id(field, entries)),
    }
}

/// Customers of a month have the unit of enquiries: a month.
fn unit_id(field: Field, entries: &Entries) -> &'static str {
    match (field, entries.customer_count) {
        (Field::Customers, CustomerCount::Month) => Field::Enquiries.id(),
        _ => field.id(),
    }
}

/// "typical for the segment" where a source is listed, else "example".
fn typical(field: Field, fallback: f64, segment: Option<&Segment>) -> Message {
    if field == Field::Surveyed {
        return say::survey_field();
    }
    let figure = in_field(field, fallback);
    if is_sourced(field, segment) && matches!(field, Field::Retention | Field::CostToServe) {
        // These two hang on how well the business serves.
        say::FieldTextTypicalAt { value: figure }.into()
    } else if is_sourced(field, segment) {
        say::FieldTextTypical { value: figure }.into()
    } else {
        say::FieldTextExample { value: figure }.into()
    }
}

/// Whether a source is listed for the default.
fn is_sourced(field: Field, segment: Option<&Segment>) -> bool {
    let listed = |prefixes: &[&str]| {
        let evidence = segment.map(|row| row.evidence.iter()).into_iter().flatten();
        let mut evidence = evidence;
        evidence.any(|id| prefixes.iter().any(|prefix| id.starts_with(prefix)))
    };
    match field {
        Field::Margin | Field::Retention | Field::Level => true,
        Field::Purchases => listed(&["FRQ"]),
        Field::CostToServe => listed(&["L0", "L1", "LAB"]),
        _ => false,
    }
}

/// What is wrong, with the field, the value and the allowed range.
#[must_use]
pub fn wrong(field: Field, entries: &Entries, error: EntryError) -> Message {
    let label = label(field, entries);
    let number = |value| {
        let figure = in_field(field, value);
        if value.abs() < 1e15 {
            figure
        } else {
            Figure::new(figure.value, Unit::Count)
        }
    };
    match error {
        EntryError::NotANumber(text) if text.trim().is_empty() => {
            say::ErrorEmpty { field: label }.into()
        }
        EntryError::NotANumber(text) => say::ErrorNotANumber {
            field: label,
            text: Message::from(text),
        }
        .into(),
        EntryError::OutOfRange { value, min, max } => say::ErrorOutOfRange {
            field: label,
            value: number(value),
            min: number(min),
            max: number(max),
        }
        .into(),
        EntryError::NotWhole(value) => say::ErrorNotWhole {
            field: label,
            value: number(value),
        }
        .into(),
        EntryError::MarginNotAboveCost {
            margin,
            cost_to_serve,
        } => say::ErrorMarginNotAboveCost {
            margin: in_field(Field::Margin, margin),
            cost: in_field(Field::CostToServe, cost_to_serve),
        }
        .into(),
    }
}
