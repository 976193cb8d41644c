//! What the calculator tells the page it stands in.
//!
//! Plain data: the browser's edge makes an event on the host element of [`HostEvent::name`] and
//! [`HostEvent::fields`]. Names never change; new data are new fields.

use crate::config::ConfigError;
use model::Outcome;

/// The version that the detail of every event begins with.
pub const VERSION: f64 = 1.0;

/// Lists the codes once: for the compiler, for the page, and for the types in `embed/`.
macro_rules! codes {
    ($($variant:ident $id:literal $meaning:literal)+) => {
        /// What went wrong, for the host's own handling; the message is for people.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode {
            $(#[doc = $meaning] $variant,)+
        }

        impl ErrorCode {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its stable id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// What it means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)+
                }
            }
        }
    };
}

codes! {
    Config "config" "A part of the config was refused; the message has path, value and reason."
    State "state" "The state given could not be read; the calculator starts afresh."
    ProgramMissing "program_missing" "The program did not arrive."
    PartMissing "part_missing" "A later part of the program did not arrive."
    TextsMissing "texts_missing" "A file of texts did not arrive, or is of another version."
    Worker "worker" "The worker did not start or broke off; there are no ranges."
    Policy "policy" "The page's security policy forbids what the calculator needs."
    OldBrowser "old_browser" "The browser is too old."
    Panic "panic" "An error of the calculator's own."
    Lead "lead" "A lead could not be handed over; the visitor is told, and may try again."
}

/// The answer in numbers, not rounded. Levels in points 0–100, money in the currency a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// `under`, `sufficient` or `over`.
    pub verdict: &'static str,
    /// The present level.
    pub level: f64,
    /// The level that customers expect.
    pub expected: f64,
    /// The sufficient band.
    pub band: (f64, f64),
    /// Lost to bad service.
    pub loss: f64,
    /// Spent on exceeding what is expected.
    pub extra_cost: f64,
    /// Currency code.
    pub currency: String,
    /// Segment id.
    pub segment: String,
    /// Tier id.
    pub tier: String,
}

impl Found {
    /// What an answer is, and for which market.
    #[must_use]
    pub fn new(outcome: &Outcome, currency: &str, segment: &str, tier: &str) -> Self {
        Self {
            verdict: outcome.verdict.id(),
            level: outcome.level,
            expected: outcome.expected,
            band: outcome.band,
            loss: outcome.loss,
            extra_cost: outcome.exceeding.extra_cost,
            currency: currency.to_owned(),
            segment: segment.to_owned(),
            tier: tier.to_owned(),
        }
    }
}

impl Found {
    /// Its fields, in order.
    fn fields(&self) -> [(&'static str, Field); 9] {
        let text = |text: &str| Field::Text(text.to_owned());
        [
            ("verdict", text(self.verdict)),
            ("level", Field::Number(self.level)),
            ("expected", Field::Number(self.expected)),
            ("band", Field::Numbers(vec![self.band.0, self.band.1])),
            ("loss", Field::Number(self.loss)),
            ("extraCost", Field::Number(self.extra_cost)),
            ("currency", text(&self.currency)),
            ("segment", text(&self.segment)),
            ("tier", text(&self.tier)),
        ]
    }
}

/// What a visitor hands over of himself and his result, having agreed.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// The same for every attempt to hand over the same: whoever has it already may say so.
    pub id: String,
    /// What he agreed to, word for word, in his language.
    pub consent: String,
    /// What he wrote: name, e-mail, phone, company, message; empty where it is not asked for.
    pub contact: [String; 5],
    /// All of it in words, in his language: what he was shown.
    pub summary: String,
    /// The session's state.
    pub state: String,
    /// Tag of the language shown.
    pub language: String,
    /// The answer.
    pub found: Found,
}

/// Something the host page may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum HostEvent {
    /// The calculator is there and can be used.
    Ready,
    /// The user has changed something; sent when the input rests.
    Change {
        /// The session's state, to be given back in a config.
        state: String,
        /// Tag of the language shown.
        language: String,
        /// Currency code.
        currency: String,
    },
    /// There is another answer.
    Result(Found),
    /// The calculator has become higher or lower; the element itself tells of it.
    Resize {
        /// Its height, CSS pixels.
        height: f64,
    },
    /// Something went wrong.
    Error {
        /// What.
        code: ErrorCode,
        /// The same for people, in English.
        message: String,
        /// Whether the calculator cannot go on.
        fatal: bool,
    },
}

/// What a page may make something else of, by refusing what would follow. Apart from [`HostEvent`],
/// since the first answer does without.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// A visitor hands his result over.
    Lead(Box<Handed>),
    /// A visitor wants a link.
    Share {
        /// The session's state.
        state: String,
        /// The link.
        url: String,
    },
}

impl Offer {
    /// The event's name on the host element.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Lead(_) => "slc:lead",
            Self::Share { .. } => "slc:share",
        }
    }

    /// The event's detail, in order.
    #[must_use]
    pub fn fields(&self) -> Detail {
        let text = |text: &str| Field::Text(text.to_owned());
        let mut fields = vec![("v", Field::Number(VERSION))];
        match self {
            Self::Lead(handed) => {
                let [name, email, phone, company, message] = &handed.contact;
                fields.extend([
                    ("id", text(&handed.id)),
                    ("consent", text(&handed.consent)),
                    ("name", text(name)),
                    ("email", text(email)),
                    ("phone", text(phone)),
                    ("company", text(company)),
                    ("message", text(message)),
                    ("summary", text(&handed.summary)),
                    ("state", text(&handed.state)),
                    ("language", text(&handed.language)),
                ]);
                fields.extend(handed.found.fields());
            }
            Self::Share { state, url } => {
                fields.extend([("state", text(state)), ("url", text(url))]);
            }
        }
        fields
    }
}

/// The detail of an event: names and values, in order.
pub type Detail = Vec<(&'static str, Field)>;

/// A value of an event's detail.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// A number.
    Number(f64),
    /// Several numbers.
    Numbers(Vec<f64>),
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

impl From<&ConfigError> for HostEvent {
    fn from(error: &ConfigError) -> Self {
        Self::Error {
            code: ErrorCode::Config,
            message: error.to_string(),
            fatal: false,
        }
    }
}

impl HostEvent {
    /// Something did not arrive; the calculator goes on without it.
    #[must_use]
    pub fn missing(code: ErrorCode, name: &str) -> Self {
        Self::Error {
            code,
            message: format!("{name}: did not arrive"),
            fatal: false,
        }
    }

    /// The event's name on the host element.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ready => "slc:ready",
            Self::Change { .. } => "slc:change",
            Self::Result(_) => "slc:result",
            Self::Resize { .. } => "slc:resize",
            Self::Error { .. } => "slc:error",
        }
    }

    /// The event's detail, in order.
    #[must_use]
    pub fn fields(&self) -> Detail {
        let text = |text: &str| Field::Text(text.to_owned());
        let mut fields = vec![("v", Field::Number(VERSION))];
        match self {
            Self::Ready => {}
            Self::Change {
                state,
                language,
                currency,
            } => fields.extend([
                ("state", text(state)),
                ("language", text(language)),
                ("currency", text(currency)),
            ]),
            Self::Result(found) => fields.extend(found.fields()),
            Self::Resize { height } => fields.push(("height", Field::Number(*height))),
            Self::Error {
                code,
                message,
                fatal,
            } => fields.extend([
                ("code", text(code.id())),
                ("message", text(message)),
                ("fatal", Field::Flag(*fatal)),
            ]),
        }
        fields
    }
}
