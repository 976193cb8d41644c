//! The keys of a travelling session. They are stable: links that people keep are made of them.
//!
//! | Key | What | Value |
//! |---|---|---|
//! | `s` | segment | its id |
//! | `t` | price tier | its id |
//! | `c` | currency | its code |
//! | `count` | how customers are counted | `year`, `month`, `turnover` |
//! | `by` | what decides the present level | `rung`, `practices`, `measured`, `level` |
//! | `r` | rung of the ladder | its id |
//! | `look` | the level looked at | points 0–100 |
//! | `v` | version of the model that answered; none before version 3 | a whole number |
//! | `n.`field | a number entered, by the id of its field | a number, or `~` and the text typed |
//! | `net` | what is left after all costs | a share of revenue |
//! | `p.`practice | the answer to a practice, by its id | `0` never … `4` always |
//! | `g.`sign | the answer to a sign, by its id | `0`, `0.5`, `1` |
//! | `m.`parameter | a number of the method that was changed, by its id | a number in its range |
//! | `i` | ideas | nothing: there is none |
//! | `i.`n | the idea at index n, from 0 | its name |
//! | `i.`n`.`field | a number of that idea | as `n.` |
//! | `i.`n`.a` | its five questions | five digits, `1` answered, `0` open |
//!
//! An empty value of `r`, `n.`, `net`, `p.`, `g.` or `m.` takes away what the first state has there.

use super::Reason;
use crate::session::Field;
use model::Tables;

/// What a pair is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key<'a> {
    Segment,
    Tier,
    Currency,
    Count,
    By,
    Rung,
    LookedAt,
    /// Which version of the model answered; see [`super::made_earlier`].
    Model,
    Number(Field),
    NetMargin,
    /// By its index in the table.
    Practice(usize),
    /// By its index in the table.
    Sign(usize),
    /// By its id.
    Parameter(&'a str),
    NoIdeas,
    Idea(usize),
    IdeaNumber(usize, Field),
    IdeaAnswers(usize),
}

/// Keys that stand alone.
const ALONE: [(&str, Key<'static>); 10] = [
    ("s", Key::Segment),
    ("t", Key::Tier),
    ("c", Key::Currency),
    ("count", Key::Count),
    ("by", Key::By),
    ("r", Key::Rung),
    ("look", Key::LookedAt),
    ("v", Key::Model),
    ("net", Key::NetMargin),
    ("i", Key::NoIdeas),
];

fn field(id: &str) -> Option<Field> {
    Field::ALL.iter().find(|field| field.id() == id).copied()
}

fn idea(key: &str) -> Option<Key<'static>> {
    let (index, part) = match key.split_once('.') {
        Some((index, part)) => (index, Some(part)),
        None => (key, None),
    };
    let index = index.parse().ok()?;
    match part {
        None => Some(Key::Idea(index)),
        Some("a") => Some(Key::IdeaAnswers(index)),
        Some(id) => field(id).map(|field| Key::IdeaNumber(index, field)),
    }
}

impl<'a> Key<'a> {
    /// The key of a text.
    pub fn read(key: &str, tables: &'a Tables) -> Result<Self, Reason> {
        if let Some((_, alone)) = ALONE.iter().find(|(text, _)| *text == key) {
            return Ok(*alone);
        }
        let (kind, id) = key.split_once('.').ok_or(Reason::UnknownKey)?;
        let found = match kind {
            "n" => field(id).map(Key::Number),
            "p" => {
                let mut ids = tables.practices.iter().map(|row| &row.id);
                ids.position(|own| own == id).map(Key::Practice)
            }
            "g" => tables.signs.iter().position(|own| own == id).map(Key::Sign),
            "m" => tables.parameter(id).map(|row| Key::Parameter(&row.id)),
            "i" => idea(id),
            _ => return Err(Reason::UnknownKey),
        };
        found.ok_or(Reason::UnknownId)
    }

    /// As it is written; nothing where the tables have no such row.
    pub fn write(self, tables: &Tables) -> Option<String> {
        Some(match self {
            Self::Number(field) => format!("n.{}", field.id()),
            Self::Practice(index) => format!("p.{}", tables.practices.get(index)?.id),
            Self::Sign(index) => format!("g.{}", tables.signs.get(index)?),
            Self::Parameter(id) => format!("m.{id}"),
            Self::Idea(index) => format!("i.{index}"),
            Self::IdeaNumber(index, field) => format!("i.{index}.{}", field.id()),
            Self::IdeaAnswers(index) => format!("i.{index}.a"),
            alone => {
                let (text, _) = ALONE.iter().find(|(_, key)| *key == alone)?;
                (*text).to_owned()
            }
        })
    }
}
