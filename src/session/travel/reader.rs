//! A list of pairs, read onto entries: what can be used is, the rest is reported.

use super::key::Key;
use super::{NEXT, Reason, Skipped, escape, model_version, number};
use crate::session::action::put;
use crate::session::{CustomerCount, DeliveredBy, Entries, Entry, Field, IdeaEntries, Pairs};
use model::{ALWAYS, Tables};

/// What a list says.
pub struct List {
    pub entries: Entries,
    /// The level looked at, points.
    pub looked_at: Option<f64>,
    pub skipped: Vec<Skipped>,
    /// By their places, which need not follow on each other when one is damaged.
    ideas: Option<Pairs<usize, IdeaEntries>>,
}

impl List {
    /// Reads a list of differences from `from`.
    pub fn read(text: &str, from: &Entries, tables: &Tables) -> Self {
        let mut list = Self {
            entries: from.clone(),
            looked_at: None,
            skipped: Vec::new(),
            ideas: None,
        };
        for pair in text.split(NEXT).filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let used = Key::read(key, tables).and_then(|key| list.set(key, value, tables));
            if let Err(reason) = used {
                list.skipped.push(Skipped {
                    key: key.to_owned(),
                    value: value.to_owned(),
                    reason,
                });
            }
        }
        if let Some(ideas) = list.ideas.take() {
            list.entries.ideas = ideas.iter().map(|(_, idea)| idea.clone()).collect();
        }
        list
    }

    fn set(&mut self, key: Key<'_>, value: &str, tables: &Tables) -> Result<(), Reason> {
        let entries = &mut self.entries;
        match key {
            Key::Segment => entries.segment = id(value, |id| tables.segment(id).is_some())?,
            Key::Tier => entries.tier = id(value, |id| tables.tier(id).is_some())?,
            Key::Currency => {
                let listed = |code: &str| tables.currencies.iter().any(|row| row.code == code);
                entries.currency = id(value, listed)?;
            }
            Key::Count => entries.customer_count = one_of(&CustomerCount::IDS, value)?,
            Key::By => entries.delivered_by = one_of(&DeliveredBy::IDS, value)?,
            Key::Rung => {
                let rung = |value| id(value, |id| tables.rung(id).is_some());
                entries.rung = given(value).map(rung).transpose()?;
            }
            Key::LookedAt => self.looked_at = Some(within(value, 0.0, 100.0)?),
            Key::Model => {
                model_version(value).ok_or(Reason::Damaged)?;
            }
            Key::Number(field) => put(&mut entries.numbers, field, entry(value)?),
            Key::NetMargin => {
                let row = Field::Margin.range(tables).ok_or(Reason::UnknownId)?;
                let share = |value| within(value, row.min, row.max);
                entries.net_margin = given(value).map(share).transpose()?;
            }
            Key::Practice(place) => {
                let answer = given(value).map(answer).transpose()?;
                *place_of(&mut entries.practices, place)? = answer;
            }
            Key::Sign(place) => {
                let answer = given(value).map(sign).transpose()?;
                *place_of(&mut entries.signs, place)? = answer;
            }
            Key::Parameter(id) => match given(value) {
                None => entries.parameters.remove(&id.to_owned()),
                Some(value) => {
                    let range = tables.parameter(id).ok_or(Reason::UnknownId)?.range;
                    let value = within(value, range.low, range.high)?;
                    entries.parameters.insert(id.to_owned(), value);
                }
            },
            Key::NoIdeas => self.ideas = Some(Pairs::default()),
            Key::Idea(place) => {
                let name = escape::read(value).ok_or(Reason::Damaged)?;
                self.change_idea(place, |idea| idea.name = name);
            }
            Key::IdeaNumber(place, field) => {
                let entry = entry(value)?;
                self.change_idea(place, |idea| put(&mut idea.numbers, field, entry));
            }
            Key::IdeaAnswers(place) => {
                let answered = answered(value).ok_or(Reason::Damaged)?;
                self.change_idea(place, |idea| idea.answered = answered);
            }
        }
        Ok(())
    }

    fn change_idea(&mut self, place: usize, change: impl FnOnce(&mut IdeaEntries)) {
        let ideas = self.ideas.get_or_insert_default();
        let mut idea = ideas.get(&place).cloned().unwrap_or_default();
        change(&mut idea);
        ideas.insert(place, idea);
    }
}

/// The value, unless it is the empty one that takes away.
fn given(value: &str) -> Option<&str> {
    (!value.is_empty()).then_some(value)
}

fn id(value: &str, known: impl Fn(&str) -> bool) -> Result<String, Reason> {
    let id = escape::read(value).ok_or(Reason::Damaged)?;
    if known(&id) {
        Ok(id)
    } else {
        Err(Reason::UnknownId)
    }
}

fn one_of<T: Copy>(ids: &[(T, &str)], value: &str) -> Result<T, Reason> {
    let found = ids.iter().find(|(_, id)| *id == value);
    found.map(|(own, _)| *own).ok_or(Reason::UnknownId)
}

/// An entry may be out of range or no number, as while typing.
fn entry(value: &str) -> Result<Entry, Reason> {
    let read = match value.strip_prefix('~') {
        Some(text) => escape::read(text).map(Entry::Text),
        None if value.is_empty() => Some(Entry::Unknown),
        None => number::read(value).map(Entry::Number),
    };
    read.ok_or(Reason::Damaged)
}

fn within(value: &str, min: f64, max: f64) -> Result<f64, Reason> {
    let number = number::read(value).ok_or(Reason::Damaged)?;
    if number >= min && number <= max {
        Ok(number)
    } else {
        Err(Reason::OutOfRange)
    }
}

fn answer(value: &str) -> Result<u8, Reason> {
    let number: u8 = value.parse().map_err(|_| Reason::Damaged)?;
    (number <= ALWAYS)
        .then_some(number)
        .ok_or(Reason::OutOfRange)
}

fn sign(value: &str) -> Result<f64, Reason> {
    let number = within(value, 0.0, 1.0)?;
    let halves = [0.0, 0.5, 1.0];
    halves
        .contains(&number)
        .then_some(number)
        .ok_or(Reason::OutOfRange)
}

fn answered(value: &str) -> Option<[bool; 5]> {
    let mut digits = value.chars();
    let mut answered = [false; 5];
    for place in &mut answered {
        *place = match digits.next()? {
            '0' => false,
            '1' => true,
            _ => return None,
        };
    }
    digits.next().is_none().then_some(answered)
}

/// The entries may have been made for other tables.
fn place_of<T>(places: &mut [T], place: usize) -> Result<&mut T, Reason> {
    places.get_mut(place).ok_or(Reason::UnknownId)
}
