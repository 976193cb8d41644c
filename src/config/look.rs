//! What of the config is seen on the page.

use super::{Lead, sections};
use crate::present::finding::TAKE;

/// How much of the calculator is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// All of it.
    Full,
    /// The market, the day, the answer and the numbers, without the sections that can be hidden.
    Answer,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Full, Self::Answer];

    /// Its id, as in a config.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Answer => "answer",
        }
    }
}

/// What the owner wants a visitor to do next.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Call {
    /// What the button says.
    pub text: String,
    /// Where it leads: a page, an address to write to, a number to ring.
    pub href: String,
}

/// What of the config is seen on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Look {
    /// Whose calculator it is: stands in the place of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Address of the owner's logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Ids of the sections that are not shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
    /// A button below what to do first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    /// Whether a link to what has been entered is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<bool>,
    /// Whether what has been entered is kept in the visitor's browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage: Option<bool>,
    /// Whether printing is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub print: Option<bool>,
    /// A form by which a visitor hands his result over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
}

impl Look {
    /// The same with as little as a mode says.
    #[must_use]
    pub fn in_mode(self, mode: Option<Mode>) -> Self {
        if mode != Some(Mode::Answer) {
            return self;
        }
        let offers = self.offers();
        let all = sections().chain(["method"]);
        let all = all.filter(|id| *id != TAKE || !offers);
        Self {
            hidden: all.map(str::to_owned).collect(),
            ..self
        }
    }

    /// Whether a link or files are offered.
    fn offers(&self) -> bool {
        [self.share, self.print].contains(&Some(true))
    }

    pub(super) fn over(self, under: Self) -> Self {
        let Self {
            name,
            logo,
            hidden,
            call,
            share,
            storage,
            print,
            lead,
        } = self;
        Self {
            name: name.or(under.name),
            logo: logo.or(under.logo),
            hidden: super::filled(hidden, under.hidden, Vec::is_empty),
            call: call.or(under.call),
            share: share.or(under.share),
            storage: storage.or(under.storage),
            print: print.or(under.print),
            lead: lead.or(under.lead),
        }
    }

    /// Whether the section of this id is shown.
    #[must_use]
    pub fn shows(&self, id: &str) -> bool {
        !self.hidden.iter().any(|hidden| hidden == id)
    }
}
