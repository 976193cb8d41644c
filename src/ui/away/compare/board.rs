//! The cases on the page, and what was said of them last.

use crate::session::cases::{CaseAction, KeptCases, MOST, NoRoom};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use std::rc::Rc;
use yew::prelude::*;

/// The cases and what was said of them last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// They, and the browser's record of them.
    pub kept: KeptCases,
    /// Whether the browser holds them.
    pub held: bool,
    /// What was said of them last.
    pub said: Option<Message>,
    /// How many times something was done: also what changes nothing is drawn, so that fields show it.
    pub turns: u32,
    /// Where the focus goes, for what had it may be gone: the first of these that can be pressed.
    pub focus: Option<[String; 3]>,
}

/// What happens to them.
pub enum Turn {
    /// The visitor does something; `place` counts from nought.
    Do(CaseAction),
    /// What is due is on its way.
    Sent,
    /// What the browser has answered, and whether the record is what was sent.
    Found(Option<Record>, bool),
    /// Something is to be said.
    Say(Message),
}

/// What the browser holds, or at least the page.
pub struct Record {
    /// Whether the browser holds it.
    pub held: bool,
    /// What it says.
    pub text: String,
}

impl Record {
    /// The record that the page has answered with.
    pub fn of(word: Option<String>) -> Option<Self> {
        let word = word?;
        let (how, text) = word.split_once('\n')?;
        Some(Self {
            held: how == "held",
            text: text.to_owned(),
        })
    }
}

/// A number of cases.
pub fn count(number: usize) -> Figure {
    Figure::integer(number as f64)
}

/// What is said of an action that has been done.
fn done(action: &CaseAction, before: &KeptCases, after: &KeptCases) -> Option<Message> {
    let name = |at: usize, of: &KeptCases| Some(Message::from(of.list().get(at)?.name.clone()));
    let moved = |to: Option<usize>| {
        let to = to?;
        let (name, place) = (name(to, after)?, count(to + 1));
        Some(say::CompareDoneMoved { name, place }.into())
    };
    if before.list() == after.list() && !matches!(action, CaseAction::Merge(_)) {
        return None;
    }
    match action {
        CaseAction::Keep(_) => {
            let name = name(after.list().len().checked_sub(1)?, after)?;
            Some(say::CompareDoneKept { name }.into())
        }
        CaseAction::Rename(at, _) => {
            let name = name(*at, after)?;
            Some(say::CompareDoneRenamed { name }.into())
        }
        CaseAction::Up(at) => moved(at.checked_sub(1)),
        CaseAction::Down(at) => moved(at.checked_add(1)),
        CaseAction::Delete(at) => {
            let name = name(*at, before)?;
            Some(say::CompareDoneDeleted { name }.into())
        }
        CaseAction::Merge(_) => {
            let added = after.list().len().saturating_sub(before.list().len());
            Some(
                say::CompareDoneMerged {
                    added: count(added),
                }
                .into(),
            )
        }
        CaseAction::Undo => Some(say::compare_done_undone()),
    }
}

/// What is said where there is no room.
fn no_room(action: &CaseAction, NoRoom(left): NoRoom) -> Message {
    let most = count(MOST);
    match action {
        CaseAction::Merge(_) => {
            let left = count(left);
            let reason = say::CompareFileFull { most, left }.into();
            say::CompareRefused { reason }.into()
        }
        _ => say::CompareFull { most }.into(),
    }
}

/// The name of a control of a case.
pub fn control(what: &str, place: usize) -> String {
    ["case-", what, "-", &place.to_string()].concat()
}

/// Where the focus goes after an action.
fn focus(action: &CaseAction) -> Option<[String; 3]> {
    let last = || "case-name".to_owned();
    match action {
        CaseAction::Up(place) => {
            let to = place.checked_sub(1)?;
            Some([control("up", to), control("down", to), last()])
        }
        CaseAction::Down(place) => {
            let to = place + 1;
            Some([control("down", to), control("up", to), last()])
        }
        CaseAction::Delete(_) | CaseAction::Undo => Some(["cases-undo".to_owned(), last(), last()]),
        _ => None,
    }
}

impl Reducible for Board {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = (*self).clone();
        match turn {
            Turn::Do(action) => {
                next.turns += 1;
                match self.kept.apply(action.clone()) {
                    Ok(kept) => {
                        next.said = done(&action, &self.kept, &kept);
                        next.focus = focus(&action);
                        next.kept = kept;
                    }
                    Err(left) => next.said = Some(no_room(&action, left)),
                }
            }
            Turn::Sent => next.kept = next.kept.sent(),
            Turn::Found(Some(record), written) => {
                next.held = record.held;
                next.kept = next.kept.found(record.text, written);
                if next.kept.crowded_out() > self.kept.crowded_out() {
                    next.said = Some(say::CompareFull { most: count(MOST) }.into());
                }
            }
            Turn::Found(None, _) => {
                next.held = false;
                next.kept = next.kept.failed();
            }
            Turn::Say(message) => {
                next.turns += 1;
                next.said = Some(message);
            }
        }
        Rc::new(next)
    }
}
