//! The cases and the record that a browser keeps of them. Other windows may write the same record:
//! what they have added stays, and what is done here is done to that.

use super::file::{FileFault, recall, write};
use super::{Case, CaseAction, Cases, NoRoom};

/// The cases, and how far their record agrees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptCases {
    cases: Cases,
    /// The record as it was seen last; nothing before that.
    record: Option<String>,
    /// What has been done that it does not hold yet.
    pending: Vec<CaseAction>,
    /// How much of that is on its way.
    under_way: Option<usize>,
    /// Why the record is not used, if it is not.
    unread: Option<FileFault>,
    /// Whether it could not be written.
    failed: bool,
    /// How much of what was done here another window has left no room for.
    crowded_out: usize,
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Only over this record.
    pub over: String,
    /// What it is to be then.
    pub text: String,
}

/// The cases of a record.
fn cases_of(record: &str) -> Result<Cases, FileFault> {
    if record.is_empty() {
        return Ok(Cases::default());
    }
    // A record of more cases than fit is none of this version.
    Cases::of(recall(record)?).map_err(|_| FileFault::Version)
}

impl KeptCases {
    /// All of them, in order.
    #[must_use]
    pub fn list(&self) -> &[Case] {
        self.cases.list()
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.cases.can_undo()
    }

    /// Why the record is not used, if it is not.
    #[must_use]
    pub fn unread(&self) -> Option<&FileFault> {
        self.unread.as_ref()
    }

    /// How much of what was done here another window has left no room for since the last action.
    #[must_use]
    pub fn crowded_out(&self) -> usize {
        self.crowded_out
    }

    /// Does something.
    ///
    /// # Errors
    /// There is no room for what is to be added.
    pub fn apply(&self, action: CaseAction) -> Result<Self, NoRoom> {
        let mut next = self.clone();
        next.cases = self.cases.apply(action.clone())?;
        if next.cases != self.cases {
            next.pending.push(action);
            next.failed = false;
            next.crowded_out = 0;
        }
        Ok(next)
    }

    /// What is to be written now, if anything.
    #[must_use]
    pub fn due(&self) -> Option<Due> {
        let waits = self.pending.is_empty() || self.under_way.is_some() || self.failed;
        // A later version may make something of its record.
        if waits || self.unread == Some(FileFault::Version) {
            return None;
        }
        let over = self.record.clone()?;
        let text = write(self.list());
        Some(Due { over, text })
    }

    /// What is due is on its way.
    #[must_use]
    pub fn sent(mut self) -> Self {
        self.under_way = Some(self.pending.len());
        self
    }

    /// The record is this; `written` where what was on its way came to be it.
    #[must_use]
    pub fn found(mut self, record: String, written: bool) -> Self {
        let done = self.under_way.take();
        if let Some(done) = done.filter(|_| written) {
            self.pending.drain(..done.min(self.pending.len()));
            self.unread = None;
        } else if self.record.as_ref() != Some(&record) {
            // Somebody else has written it.
            let (cases, unread) = match cases_of(&record) {
                Ok(cases) => (cases, None),
                Err(fault) => (Cases::default(), Some(fault)),
            };
            self.cases = cases;
            self.unread = unread;
            for action in std::mem::take(&mut self.pending) {
                match self.cases.apply(action.clone()) {
                    Ok(cases) => {
                        self.cases = cases;
                        self.pending.push(action);
                    }
                    Err(_) => self.crowded_out += 1,
                }
            }
        }
        self.record = Some(record);
        self
    }

    /// The record could not be read or written.
    #[must_use]
    pub fn failed(mut self) -> Self {
        self.under_way = None;
        self.failed = true;
        self
    }
}
