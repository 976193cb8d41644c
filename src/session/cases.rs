//! Cases to compare: states kept under names. Pure; a reducer and a file of their own.

mod file;
mod json;
mod kept;

pub use file::{FileFault, LARGEST, Place, fault_of, read, write};
pub use kept::{Due, KeptCases};

/// How many there can be.
pub const MOST: usize = 6;

/// How long a name can be, characters.
pub const LONGEST: usize = 80;

/// How many steps can be undone.
const MOST_UNDO: usize = 50;

/// A state kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it is called: 1–80 characters without control characters.
    pub name: String,
    /// What was entered, as [`super::Session::to_link`] writes it.
    pub state: String,
}

/// What the user does with them. Cases are meant by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseAction {
    /// Keeps a state; a name that is taken gets a number.
    Keep(Case),
    /// Gives another name; none leaves the old one.
    Rename(usize, String),
    /// Moves a case one place up.
    Up(usize),
    /// Moves a case one place down.
    Down(usize),
    /// Takes a case away.
    Delete(usize),
    /// Adds those of a file.
    Merge(Vec<Case>),
    /// Takes the last change back.
    Undo,
}

/// There is no room: so many cases too many, and nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom(pub usize);

/// The cases, in the user's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cases {
    list: Vec<Case>,
    past: Vec<Vec<Case>>,
}

/// A name as it is kept: without control characters and space around it, not longer than allowed.
fn tidy(name: &str, longest: usize) -> String {
    let shown: String = name
        .trim()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(longest)
        .collect();
    shown.trim().to_owned()
}

/// The name that a new case gets, were it free; one without letters is called by a number.
fn called(name: &str) -> String {
    let name = tidy(name, LONGEST);
    if name.is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

/// The name with a number behind it, within the length allowed.
fn numbered(name: &str, number: usize) -> String {
    let number = number.to_string();
    let base = tidy(name, LONGEST - 1 - number.len());
    [&*base, " ", &*number].concat()
}

impl Cases {
    /// All of them, in order.
    #[must_use]
    pub fn list(&self) -> &[Case] {
        &self.list
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The cases of a record.
    ///
    /// # Errors
    /// There are more than fit.
    pub fn of(list: Vec<Case>) -> Result<Self, NoRoom> {
        let mut cases = Self::default();
        cases.merge(list)?;
        Ok(cases)
    }

    /// The cases after an action; the same where it changes nothing.
    ///
    /// # Errors
    /// There is no room for what is to be added.
    pub fn apply(&self, action: CaseAction) -> Result<Self, NoRoom> {
        let mut next = self.clone();
        match action {
            CaseAction::Undo => {
                if let Some(before) = next.past.pop() {
                    next.list = before;
                }
                return Ok(next);
            }
            CaseAction::Keep(case) => next.add(case.name, case.state)?,
            CaseAction::Rename(place, name) => {
                let name = tidy(&name, LONGEST);
                let own = next.list.get(place).is_some_and(|case| case.name == name);
                let free = next.free(&name);
                match next.list.get_mut(place) {
                    Some(case) if !own && !name.is_empty() => case.name = free,
                    _ => {}
                }
            }
            CaseAction::Up(place) => next.swap(place.checked_sub(1), place),
            CaseAction::Down(place) => next.swap(Some(place), place.saturating_add(1)),
            CaseAction::Delete(place) => {
                if place < next.list.len() {
                    next.list.remove(place);
                }
            }
            CaseAction::Merge(others) => next.merge(others)?,
        }
        if next.list != self.list {
            next.past.push(self.list.clone());
            if next.past.len() > MOST_UNDO {
                next.past.remove(0);
            }
        }
        Ok(next)
    }

    fn swap(&mut self, upper: Option<usize>, lower: usize) {
        if let Some(upper) = upper
            && lower < self.list.len()
        {
            self.list.swap(upper, lower);
        }
    }

    /// The name, with a number where it is taken.
    fn free(&self, name: &str) -> String {
        let taken = |name: &str| self.list.iter().any(|case| case.name == name);
        let mut free = name.to_owned();
        let mut number = 2;
        while taken(&free) {
            free = numbered(name, number);
            number += 1;
        }
        free
    }

    fn add(&mut self, name: String, state: String) -> Result<(), NoRoom> {
        if self.list.len() >= MOST {
            return Err(NoRoom(1));
        }
        let name = self.free(&called(&name));
        self.list.push(Case { name, state });
        Ok(())
    }

    /// Whether a case is there already, perhaps under a number that a merge has given it.
    fn has(&self, other: &Case) -> bool {
        let name = called(&other.name);
        let alike = |own: &Case| {
            own.name == name || (2..=MOST).any(|number| own.name == numbered(&name, number))
        };
        self.list
            .iter()
            .any(|own| own.state == other.state && alike(own))
    }

    fn merge(&mut self, others: Vec<Case>) -> Result<(), NoRoom> {
        let mut left = 0;
        for other in others {
            if !self.has(&other) && self.add(other.name, other.state).is_err() {
                left += 1;
            }
        }
        if left > 0 { Err(NoRoom(left)) } else { Ok(()) }
    }
}
