//! Reads what an owner gives in JSON as objects: each at fault is left out, and told with its place.

use super::check::{self, Known};
use super::json;
use super::own::{OwnParameter, OwnSegment, put_parameter, source_of};
use super::{ConfigError, DEFAULTS, Lead, MOST_ENTRIES, Reason};
use model::{TableError, Tables};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The rule that a table breaks, and in which column.
fn rule(TableError { table, rule, .. }: &TableError) -> (String, Reason) {
    let column = table.split_once('.').map_or("", |(_, column)| column);
    (column.to_owned(), Reason::Rule { rule })
}

/// Reads what serde can; the place of what is wrong is that in the value.
fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, (String, Reason)> {
    let mut reader = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner().to_string();
        (
            path.trim_start_matches('.').to_owned(),
            Reason::Shape { error },
        )
    })
}

/// Notes what is wrong at a place below others.
fn note(
    errors: &mut Vec<ConfigError>,
    path: [&str; 2],
    json: &str,
    (at, reason): (String, Reason),
) {
    let path: Vec<&str> = path
        .into_iter()
        .chain([at.as_str()])
        .filter(|part| !part.is_empty())
        .collect();
    errors.push(ConfigError::of_json(&path, json, reason));
}

/// Reads segments of the owner's; one at fault is left out.
pub fn segments(
    value: &str,
    known: Known<'_>,
    errors: &mut Vec<ConfigError>,
) -> Result<Vec<OwnSegment>, Reason> {
    let entries: Vec<&RawValue> = json::read(value, "a list of segments")?;
    if entries.len() > MOST_ENTRIES {
        let unit = "entries";
        return Err(Reason::TooLong {
            most: MOST_ENTRIES,
            unit,
        });
    }
    let mut tables = known.tables.clone();
    let mut own: Vec<OwnSegment> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let entry = entry.get();
        let read = read(entry).and_then(|segment: OwnSegment| {
            segment.check(known)?;
            if own.iter().any(|other| other.id == segment.id) {
                return Err(("id".to_owned(), Reason::Twice));
            }
            let mut more = tables.clone();
            segment.put_into(&mut more);
            more.check().map_err(|error| rule(&error))?;
            tables = more;
            Ok(segment)
        });
        match read {
            Ok(segment) => own.push(segment),
            Err(wrong) => note(errors, ["segments", &at.to_string()], entry, wrong),
        }
    }
    Ok(own)
}

/// Reads numbers of the model as the owner knows them; one at fault is left out.
pub fn parameters(
    value: &str,
    tables: &Tables,
    errors: &mut Vec<ConfigError>,
) -> Result<BTreeMap<String, OwnParameter>, Reason> {
    let json::Object(pairs) = json::read(value, "an object of parameters")?;
    let mut own = BTreeMap::new();
    for (id, value) in &pairs {
        let value = value.get();
        let read = read(value).and_then(|parameter: OwnParameter| {
            let here = |reason| (String::new(), reason);
            if tables.parameter(id).is_none() {
                let all = tables.parameters.iter().map(|row| row.id.as_ref());
                return Err(here(check::no_such("parameter", all)));
            }
            if own.contains_key(id) {
                return Err(here(Reason::Twice));
            }
            source_of(&parameter.source).map_err(|reason| ("source".to_owned(), reason))?;
            let mut more = tables.clone();
            put_parameter(&mut more, id, &parameter);
            more.check().map_err(|error| rule(&error))?;
            Ok(parameter)
        });
        match read {
            Ok(parameter) => drop(own.insert(id.clone(), parameter)),
            Err(wrong) => note(errors, ["parameters", id], value, wrong),
        }
    }
    Ok(own)
}

/// Reads the form of a lead.
pub fn lead(value: &str, errors: &mut Vec<ConfigError>) -> Result<Option<Lead>, Reason> {
    let read = read(value).and_then(|lead: Lead| lead.check().map(|()| lead));
    Ok(read
        .map_err(|wrong| note(errors, ["lead", ""], value, wrong))
        .ok())
}

/// Reads the numbers of a business that a visitor begins with; one at fault is left out.
pub fn defaults(
    value: &str,
    tables: &Tables,
    errors: &mut Vec<ConfigError>,
) -> Result<BTreeMap<String, f64>, Reason> {
    let json::Object(pairs) = json::read(value, "an object of numbers")?;
    let mut own = BTreeMap::new();
    for (id, value) in &pairs {
        let value = value.get();
        let known = DEFAULTS.into_iter().find(|field| field.id() == id);
        let read = known
            .and_then(|field| field.range(tables))
            .ok_or_else(|| check::no_such("number", DEFAULTS.iter().map(|field| field.id())))
            .and_then(|range| {
                let number: f64 = json::read(value, "a number")?;
                let inside = (range.min..=range.max).contains(&number);
                let (min, max) = (range.min, range.max);
                inside
                    .then_some(number)
                    .ok_or(Reason::OutOfRange { min, max })
            });
        match read {
            Ok(_) if own.contains_key(id) => {
                errors.push(ConfigError::of_json(
                    &["defaults", id],
                    value,
                    Reason::Twice,
                ));
            }
            Ok(number) => drop(own.insert(id.clone(), number)),
            Err(reason) => errors.push(ConfigError::of_json(&["defaults", id], value, reason)),
        }
    }
    Ok(own)
}
