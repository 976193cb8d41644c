//! The file of the cases, which is also what a browser keeps:
//! `{"format":"service-level-cases","version":1,"cases":[{"name":"…","state":"1;s=clinic;…"}]}`.
//! Keys that are not known are passed over.

use super::json::{self, Json};
use super::{Case, LONGEST};
use crate::session::{Entries, Reason, Session, Skipped};
use model::Tables;

/// What the file says it is.
const FORMAT: &str = "service-level-cases";

/// Its version.
const VERSION: &str = "1";

/// A file longer than this is none of ours, bytes.
pub const LARGEST: usize = 256 * 1024;

/// A place in a text, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

/// Why a file is refused. Cases are counted from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is too large.
    Large,
    /// It is no JSON from here on.
    Json(Place),
    /// It is JSON, but no file of cases.
    Format,
    /// It is of another version.
    Version,
    /// A case has no name, or one that is too long or holds control characters.
    Name(usize),
    /// A case has no state.
    NoState(usize),
    /// The state of a case is of another version.
    StateVersion(usize),
    /// Something in the state of a case cannot be used.
    State(usize, Skipped),
}

/// The cases as a file.
#[must_use]
pub fn write(cases: &[Case]) -> String {
    let mut text = [
        "{\"format\":\"",
        FORMAT,
        "\",\"version\":",
        VERSION,
        ",\"cases\":[",
    ]
    .concat();
    for (place, case) in cases.iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str("{\"name\":");
        json::write(&case.name, &mut text);
        text.push_str(",\"state\":");
        json::write(&case.state, &mut text);
        text.push('}');
    }
    text.push_str("\n]}\n");
    text
}

/// The cases of a file. `start` is what a state is read onto.
///
/// # Errors
/// Something in it cannot be used: then nothing of it is.
pub fn read(text: &str, start: &Entries, tables: &Tables) -> Result<Vec<Case>, FileFault> {
    let cases = recall(text)?;
    let mut numbered = cases.iter().zip(1..);
    let fault = numbered.find_map(|(case, number)| fault_of(case, number, start, tables));
    fault.map_or(Ok(cases), Err)
}

/// The same without a look at the states: a browser's own record is not given up for one of them.
///
/// # Errors
/// It is no file of cases, or of another version.
pub fn recall(text: &str) -> Result<Vec<Case>, FileFault> {
    if text.len() > LARGEST {
        return Err(FileFault::Large);
    }
    let file = json::read(text).map_err(FileFault::Json)?;
    if !matches!(file.get("format"), Some(Json::Text(format)) if format == FORMAT) {
        return Err(FileFault::Format);
    }
    if !matches!(file.get("version"), Some(Json::Other(version)) if *version == VERSION) {
        return Err(FileFault::Version);
    }
    let Some(Json::List(cases)) = file.get("cases") else {
        return Err(FileFault::Format);
    };
    let numbered = cases.iter().zip(1..);
    numbered.map(|(case, number)| one(case, number)).collect()
}

fn one(case: &Json<'_>, number: usize) -> Result<Case, FileFault> {
    let name = match case.get("name") {
        Some(Json::Text(name)) if is_name(name) => name.clone(),
        _ => return Err(FileFault::Name(number)),
    };
    let state = match case.get("state") {
        Some(Json::Text(state)) if !state.is_empty() => state.clone(),
        _ => return Err(FileFault::NoState(number)),
    };
    Ok(Case { name, state })
}

/// What of a case's state cannot be used, if anything; `number` is the case's, from one.
#[must_use]
pub fn fault_of(case: &Case, number: usize, start: &Entries, tables: &Tables) -> Option<FileFault> {
    let (_, skipped) = Session::read(&case.state, start.clone(), tables);
    let fault = skipped.into_iter().next()?;
    Some(if fault.reason == Reason::OtherVersion {
        FileFault::StateVersion(number)
    } else {
        FileFault::State(number, fault)
    })
}

fn is_name(name: &str) -> bool {
    name.trim() == name
        && !name.is_empty()
        && name.chars().count() <= LONGEST
        && !name.chars().any(char::is_control)
}
