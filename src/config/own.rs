//! Market figures of the owner's in the place of ours, with where they come from.

use super::check::{self, Known, no_longer_than};
use super::{Config, MOST_TEXT, Reason};
use crate::present::languages::Override;
use crate::present::names;
use crate::session::{Entry, Field};
use l10n::text::Catalog;
use model::{Class, OWN_SOURCE, Range, Segment, SegmentParameter, Tables};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Whatever is not given stays as in the segment it is like.
type Given<T> = Option<T>;

/// A figure and the range in which it plausibly lies: low ≤ value ≤ high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertain {
    /// The central value.
    pub value: f64,
    /// The lowest plausible value.
    pub low: f64,
    /// The highest plausible value.
    pub high: f64,
}

impl From<Uncertain> for Range {
    fn from(Uncertain { value, low, high }: Uncertain) -> Self {
        Self { value, low, high }
    }
}

/// A segment of the owner's: one of ours with another name or other figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnSegment {
    /// A new id, or that of a segment of ours whose figures it replaces.
    pub id: String,
    /// Id of the segment it takes everything from that is not given here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Given<String>,
    /// What it is called, by language; where there is none, in the first of these.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, SegmentName>,
    /// Where the figures come from; must be told where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Given<String>,
    /// Expected service level, points 0–100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Given<Uncertain>,
    /// Share of customers kept per year, 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Given<Uncertain>,
    /// Share of revenue before the cost of service staff, 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gross_margin: Given<Uncertain>,
    /// Share of revenue lost when public ratings fall by one star of five, 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reputation_per_star: Given<Uncertain>,
    /// Example: customers a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Given<f64>,
    /// Example: average spend per purchase, US dollars; scaled to other currencies as ours are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cheque_usd: Given<f64>,
    /// Purchases per customer per year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchases: Given<f64>,
    /// Cost of service staff, share of revenue 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_to_serve: Given<f64>,
}

/// What a segment is called in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SegmentName {
    /// In a list: "Dental practice".
    pub name: String,
    /// Its customers, as a sentence begins with them: "Patients of a dental practice".
    pub customers: String,
}

/// An uncertain number of the model as the owner knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnParameter {
    /// The central value, in the unit of the table.
    pub value: f64,
    /// The lowest plausible value.
    pub low: f64,
    /// The highest plausible value.
    pub high: f64,
    /// Where it comes from.
    pub source: String,
    /// How it is known; an assumption where it is not told.
    #[serde(default = "assumption")]
    pub class: Class,
}

fn assumption() -> Class {
    Class::Assumption
}

/// A source as the evidence of a row names it.
fn evidence(source: &str) -> Cow<'static, str> {
    format!("{OWN_SOURCE}{source}").into()
}

impl OwnSegment {
    /// Its row, on what the tables have for the segment it is like.
    fn row(&self, tables: &Tables) -> Option<Segment> {
        let mut row = tables
            .segment(self.like.as_deref().unwrap_or(&self.id))?
            .clone();
        row.id = self.id.clone().into();
        let put = |place: &mut Range, given: Given<Uncertain>| {
            *place = given.map_or(*place, Range::from);
        };
        put(&mut row.expected, self.expected);
        put(&mut row.retention, self.retention);
        put(&mut row.gross_margin, self.gross_margin);
        if let Some(reputation) = self.reputation_per_star {
            row.set_own(SegmentParameter {
                id: "reputation_per_star".into(),
                range: reputation.into(),
                class: Class::Assumption,
                evidence: self.source.iter().map(|source| evidence(source)).collect(),
            });
        }
        row.customers = self.customers.unwrap_or(row.customers);
        if let Some(dollars) = self.cheque_usd {
            row.cheque_usd = dollars;
            row.cheque_rub = dollars * tables.example_factor("RUB");
        }
        row.purchases = self.purchases.unwrap_or(row.purchases);
        row.cost_to_serve = self.cost_to_serve.unwrap_or(row.cost_to_serve);
        if let Some(source) = &self.source {
            row.evidence.to_mut().insert(0, evidence(source));
        }
        Some(row)
    }

    /// Puts its row into the tables: in the place of ours of the same id, else at the end.
    pub(super) fn put_into(&self, tables: &mut Tables) {
        let Some(row) = self.row(tables) else { return };
        let rows = tables.segments.to_mut();
        match rows.iter_mut().find(|other| other.id == row.id) {
            Some(other) => *other = row,
            None => rows.push(row),
        }
    }

    fn has_figures(&self) -> bool {
        let ranges = [
            self.expected,
            self.retention,
            self.gross_margin,
            self.reputation_per_star,
        ];
        let numbers = [
            self.customers,
            self.cheque_usd,
            self.purchases,
            self.cost_to_serve,
        ];
        ranges.iter().any(Option::is_some) || numbers.iter().any(Option::is_some)
    }

    /// What it lacks or has too much of, with the place of that in it.
    pub(super) fn check(&self, known: Known<'_>) -> Result<(), (String, Reason)> {
        let at = |key: &str| {
            let key = key.to_owned();
            move |reason| (key, reason)
        };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.id.is_empty() || !self.id.chars().all(plain) {
            let wanted = "small letters, digits and _";
            return Err(at("id")(Reason::Type { wanted }));
        }
        check::name(&self.id).map_err(at("id"))?;
        let ours = |id: &str| known.tables.segment(id).is_some();
        if self.like.as_deref().is_none_or(|id| !ours(id)) && !ours(&self.id) {
            return Err(at("like")(known.no_such_segment()));
        }
        if self.names.is_empty() && !ours(&self.id) {
            let wanted = "given for a segment that we do not have";
            return Err(at("names")(Reason::Type { wanted }));
        }
        for (tag, SegmentName { name, customers }) in &self.names {
            let here = |key: &str| at(&format!("names.{tag}{key}"));
            known.language(tag).map_err(here(""))?;
            check::name(name).map_err(here(".name"))?;
            check::name(customers).map_err(here(".customers"))?;
        }
        match &self.source {
            Some(source) => source_of(source).map(drop).map_err(at("source")),
            None if self.has_figures() => Err(at("source")(Reason::Type {
                wanted: "given, since there are figures",
            })),
            None => Ok(()),
        }
    }
}

/// A source: one line that says something.
pub(super) fn source_of(text: &str) -> Result<String, Reason> {
    if text.trim().is_empty() {
        let wanted = "a text that is not empty";
        return Err(Reason::Type { wanted });
    }
    if text.contains(['\n', '\r']) {
        return Err(Reason::LineBreak);
    }
    no_longer_than(MOST_TEXT, text)
}

pub(super) fn put_parameter(tables: &mut Tables, id: &str, own: &OwnParameter) {
    let rows = tables.parameters.to_mut();
    if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
        let OwnParameter {
            value, low, high, ..
        } = *own;
        row.range = Range { value, low, high };
        row.class = own.class;
        row.evidence = vec![evidence(&own.source)].into();
    }
}

/// The numbers of a business that a config may begin with.
pub const DEFAULTS: [Field; 8] = [
    Field::Customers,
    Field::Cheque,
    Field::Purchases,
    Field::Margin,
    Field::Retention,
    Field::CostToServe,
    Field::Enquiries,
    Field::Conversion,
];

impl Config {
    /// The tables with the owner's figures in the place of ours.
    #[must_use]
    pub fn tables<'a>(&self, tables: &'a Tables) -> Cow<'a, Tables> {
        if self.segments.is_empty() && self.parameters.is_empty() {
            return Cow::Borrowed(tables);
        }
        let mut own = tables.clone();
        for segment in &self.segments {
            segment.put_into(&mut own);
        }
        for (id, parameter) in &self.parameters {
            put_parameter(&mut own, id, parameter);
        }
        Cow::Owned(own)
    }

    /// What the owner's segments are called, in each of these languages; where there is no name in
    /// one, by the first there is.
    pub fn names(&self, languages: &[&str]) -> Vec<Override> {
        let mut all = Vec::new();
        for segment in &self.segments {
            for language in languages {
                let of =
                    |(tag, _): &(&String, &SegmentName)| tag.split('-').next() == Some(language);
                let named = segment.names.iter();
                let Some((_, own)) = named.clone().find(of).or(named.clone().next()) else {
                    continue;
                };
                let id = &segment.id;
                for (id, text) in [
                    (id.clone(), &own.name),
                    (names::customers_of(id), &own.customers),
                ] {
                    all.push(Override {
                        language: (*language).to_owned(),
                        packed: Catalog::packed_name(&id, text),
                    });
                }
            }
        }
        all
    }

    /// What stands in the fields at first.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (Field, Entry)> {
        DEFAULTS.into_iter().filter_map(|field| {
            let number = self.defaults.get(field.id())?;
            Some((field, Entry::Number(*number)))
        })
    }
}
