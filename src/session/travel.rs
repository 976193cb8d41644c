//! The session as a text that travels: through a restart, into a link.
//!
//! `1;s=clinic;t=premium;c=USD;n.customers=1200;p.honest_advice=3;v=3` is a version, then what differs
//! from the first state, a `key=value` each; [`key`] has the table of the keys. A new practice or a
//! row taken away spoils no older text: what cannot be used is skipped and reported, all else
//! counts. Segment, tier and currency are always written, since the reader's first state, which
//! follows its language and presets, may be another one. So is the version of the model that answered
//! (`v`): the entries mean the same in every version, but the answer to them may have moved.
//!
//! A whole session goes on after a `!` with the last valid entries, as differences from the present
//! ones (nothing where they are the same), and after further ones with each state that can be
//! undone, latest first, as differences from the one before it. Letters, digits and `-._~!;=%`
//! are all there is in it, none of which a fragment of an address escapes.

mod escape;
mod key;
mod number;
mod reader;
mod writer;

use super::action::put;
use super::{Entries, Session};
use model::{Calibrated, MODEL_VERSION, Tables};
use reader::List;

/// The version that a text starts with. Keys may come and go within one; another version is for
/// keys that mean something else than they did.
const VERSION: &str = "1";

/// Names the version of the model; the last pair of a link.
const MODEL: &str = "v=";

/// Sets pairs apart.
const NEXT: char = ';';

/// Sets the lists of a session apart.
const LIST: char = '!';

/// Something in a text that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its key, as it stands there; empty where the whole text is meant.
    pub key: String,
    /// Its value, as it stands there.
    pub value: String,
    /// Why not.
    pub reason: Reason,
}

/// Why something in a text could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No such key.
    UnknownKey,
    /// The key, or the value, names a row that the tables do not have.
    UnknownId,
    /// Not a value of this key.
    Damaged,
    /// A number outside its range. What a user typed into a field is kept all the same, as it is
    /// while typing: the field says what is wrong.
    OutOfRange,
    /// The text is of another version, or none of ours: nothing in it is used.
    OtherVersion,
}

impl std::fmt::Display for Skipped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reason = match self.reason {
            Reason::UnknownKey => "no such key",
            Reason::UnknownId => "names what the tables do not have",
            Reason::Damaged => "not a value of this key",
            Reason::OutOfRange => "out of range",
            Reason::OtherVersion => "of another version, or no state at all",
        };
        let Self { key, value, .. } = self;
        write!(f, "state {key}={value}: {reason}")
    }
}

impl Session {
    /// What a link says: the entries, and the level looked at.
    #[must_use]
    pub fn to_link(&self, tables: &Tables) -> String {
        // From nowhere, so that these three are written.
        let nowhere = Entries {
            segment: String::new(),
            tier: String::new(),
            currency: String::new(),
            ..self.start.clone()
        };
        let list = writer::differences(&self.entries, &nowhere, self.what_if, tables);
        format!("{VERSION}{NEXT}{list}{NEXT}{MODEL}{MODEL_VERSION}")
    }

    /// The whole session: what a link says, the last valid entries, and what can be undone.
    #[must_use]
    pub fn to_text(&self, tables: &Tables) -> String {
        let mut text = self.to_link(tables);
        let mut push = |of: &Entries, from: &Entries| {
            text.push(LIST);
            text.push_str(&writer::differences(of, from, None, tables));
        };
        if self.is_stale() || self.can_undo() {
            push(&self.good, &self.entries);
        }
        let mut from = &self.entries;
        for before in self.past.iter().rev() {
            push(before, from);
            from = before;
        }
        text
    }

    /// The session that a text says, and what in the text could not be used. Any text gives one
    /// that has an answer, as long as `start` has one.
    #[must_use]
    pub fn read(text: &str, start: Entries, tables: &Tables) -> (Self, Vec<Skipped>) {
        let mut session = Self::new(start);
        let (version, rest) = text.split_once(NEXT).unwrap_or((text, ""));
        if version != VERSION {
            let skipped = Skipped {
                key: String::new(),
                value: version.to_owned(),
                reason: Reason::OtherVersion,
            };
            // No text at all is not a damaged one.
            return (
                session,
                Vec::from_iter((!text.is_empty()).then_some(skipped)),
            );
        }
        let mut lists = rest.split(LIST);
        let mut skipped = Vec::new();
        let mut read = |text: &str, from: &Entries| {
            let list = List::read(text, from, tables);
            skipped.extend(list.skipped);
            (list.entries, list.looked_at)
        };
        let first = lists.next().unwrap_or_default();
        (session.entries, session.what_if) = read(first, &session.start);
        let good = lists.next().map(|list| read(list, &session.entries).0);
        session.good = good
            .filter(|good| has_answer(good, tables))
            .unwrap_or_else(|| session.mended(tables));
        let mut from = session.entries.clone();
        for list in lists.take(super::MOST_UNDO) {
            from = read(list, &from).0;
            session.past.insert(0, from.clone());
        }
        (session, skipped)
    }

    /// The entries with the first state's, or none, in place of those that are not valid.
    fn mended(&self, tables: &Tables) -> Entries {
        let mut mended = self.entries.clone();
        // One after the other: how customers are counted hangs on the fields before.
        for field in self.entries.deciding() {
            if mended.error(field, tables).is_some() {
                put(&mut mended.numbers, field, self.start.entry(field).clone());
            }
            if mended.error(field, tables).is_some() {
                mended.numbers.remove(&field);
            }
        }
        if has_answer(&mended, tables) {
            mended
        } else {
            self.start.clone()
        }
    }
}

/// The version of the model that a value names.
fn model_version(value: &str) -> Option<u8> {
    value.parse().ok()
}

/// Whether an earlier version of the model answered the session that a text says. A text that names
/// no version was made before version 3; one that cannot be read at all says no session.
#[must_use]
pub fn made_earlier(text: &str) -> bool {
    let Some((VERSION, lists)) = text.split_once(NEXT) else {
        return false;
    };
    let link = lists.split(LIST).next().unwrap_or_default();
    let versions = link.split(NEXT).filter_map(|pair| pair.strip_prefix(MODEL));
    let named = versions.filter_map(model_version).next_back();
    named.is_none_or(|version| version < MODEL_VERSION)
}

fn has_answer(entries: &Entries, tables: &Tables) -> bool {
    entries.is_valid(tables)
        && Calibrated::of(&entries.inputs(tables), &entries.tables(tables)).is_ok()
}
