//! Entries as the pairs in which they differ from other ones.

use super::key::Key;
use super::{NEXT, escape, number};
use crate::session::{CustomerCount, DeliveredBy, Entries, Entry, Field, IdeaEntries, Pairs};
use model::Tables;

/// A key and a value, written.
type Pair = (String, String);

impl CustomerCount {
    /// Every way, with its stable id.
    pub(super) const IDS: [(Self, &'static str); 3] = [
        (Self::Year, "year"),
        (Self::Month, "month"),
        (Self::Turnover, "turnover"),
    ];
}

impl DeliveredBy {
    /// Every way, with its stable id.
    pub(super) const IDS: [(Self, &'static str); 4] = [
        (Self::Rung, "rung"),
        (Self::Practices, "practices"),
        (Self::Measured, "measured"),
        (Self::Level, "level"),
    ];
}

fn id_of<T: PartialEq>(ids: &[(T, &str)], value: &T) -> String {
    let found = ids.iter().find(|(own, _)| own == value);
    found.map_or_else(String::new, |(_, id)| (*id).to_owned())
}

/// The pairs as a list.
fn join(pairs: &[Pair]) -> String {
    let mut list = String::new();
    for (key, value) in pairs {
        if !list.is_empty() {
            list.push(NEXT);
        }
        list.push_str(key);
        list.push('=');
        list.push_str(value);
    }
    list
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Unknown => String::new(),
        Entry::Number(value) => number::write(*value),
        Entry::Text(text) => format!("~{}", escape::write(text)),
    }
}

/// Writes a number, or an empty text where there is none.
fn optional(value: Option<f64>) -> String {
    value.map_or_else(String::new, number::write)
}

/// The pairs of a list, in the order of the page.
struct Pairing<'a> {
    tables: &'a Tables,
    pairs: Vec<Pair>,
}

impl Pairing<'_> {
    fn push(&mut self, key: Key<'_>, value: String) {
        self.pairs.extend(key.write(self.tables).zip(Some(value)));
    }

    fn id(&mut self, key: Key<'_>, of: &str, from: &str) {
        if of != from {
            self.push(key, escape::write(of));
        }
    }

    fn answers<T: PartialEq + Copy>(
        &mut self,
        key: fn(usize) -> Key<'static>,
        (of, from): (&[Option<T>], &[Option<T>]),
        write: impl Fn(T) -> String,
    ) {
        for (place, (own, other)) in of.iter().zip(from).enumerate() {
            if own != other {
                self.push(key(place), own.map_or_else(String::new, &write));
            }
        }
    }

    fn numbers(
        &mut self,
        key: impl Fn(Field) -> Key<'static>,
        of: &Pairs<Field, Entry>,
        from: &Pairs<Field, Entry>,
    ) {
        for field in Field::ALL {
            let (own, other) = (of.get(field), from.get(field));
            if own != other {
                self.push(key(*field), own.map_or_else(String::new, entry));
            }
        }
    }

    fn ideas(&mut self, ideas: &[IdeaEntries]) {
        if ideas.is_empty() {
            self.push(Key::NoIdeas, String::new());
        }
        for (place, idea) in ideas.iter().enumerate() {
            self.push(Key::Idea(place), escape::write(&idea.name));
            let none = Pairs::default();
            self.numbers(|field| Key::IdeaNumber(place, field), &idea.numbers, &none);
            if idea.answered != IdeaEntries::default().answered {
                let digits = idea.answered.iter().map(|yes| if *yes { '1' } else { '0' });
                self.push(Key::IdeaAnswers(place), digits.collect());
            }
        }
    }
}

/// What `of` has other than `from`, and the level looked at.
pub fn differences(
    of: &Entries,
    from: &Entries,
    looked_at: Option<f64>,
    tables: &Tables,
) -> String {
    let mut list = Pairing {
        tables,
        pairs: Vec::new(),
    };
    list.id(Key::Segment, &of.segment, &from.segment);
    list.id(Key::Tier, &of.tier, &from.tier);
    list.id(Key::Currency, &of.currency, &from.currency);
    list.numbers(Key::Number, &of.numbers, &from.numbers);
    if of.net_margin != from.net_margin {
        list.push(Key::NetMargin, optional(of.net_margin));
    }
    let count = |of: &Entries| id_of(&CustomerCount::IDS, &of.customer_count);
    list.id(Key::Count, &count(of), &count(from));
    let by = |of: &Entries| id_of(&DeliveredBy::IDS, &of.delivered_by);
    list.id(Key::By, &by(of), &by(from));
    let rung = |of: &Entries| of.rung.clone().unwrap_or_default();
    list.id(Key::Rung, &rung(of), &rung(from));
    let digit = |answer: u8| answer.to_string();
    list.answers(Key::Practice, (&of.practices, &from.practices), digit);
    list.answers(Key::Sign, (&of.signs, &from.signs), number::write);
    for row in tables.parameters.iter() {
        let id = row.id.to_string();
        let (own, other) = (of.parameters.get(&id), from.parameters.get(&id));
        if own != other {
            list.push(Key::Parameter(&row.id), optional(own.copied()));
        }
    }
    if of.ideas != from.ideas {
        list.ideas(&of.ideas);
    }
    if let Some(level) = looked_at {
        list.push(Key::LookedAt, number::write(level));
    }
    join(&list.pairs)
}
