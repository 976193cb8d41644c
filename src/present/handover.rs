//! What a visitor hands over of his result, in words.

use super::answer::Answer;
use super::names;
use crate::session::Entries;
use l10n::figure::{Figure, Unit};
use l10n::text::{Message, say};

/// A line of it: what it is, and what it says.
pub type Line = (Message, Message);

/// The market, the level and what it costs.
#[must_use]
pub fn handed_over(answer: &Answer) -> Vec<Line> {
    let Answer {
        entries, outcome, ..
    } = answer;
    let level = |value| Figure::new(value, Unit::Level);
    let a_year = |value| say::HandAYear {
        amount: Figure::new(value, Unit::Money),
    };
    let (low, high) = outcome.band;
    let mut lines = market(entries);
    lines.extend([
        (
            say::hand_level(),
            say::HandLevelIs {
                level: level(outcome.level),
                verdict: names::verdict(outcome.verdict),
            }
            .into(),
        ),
        (
            say::hand_expected(),
            say::HandExpectedIs {
                expected: level(outcome.expected),
                low: level(low),
                high: level(high),
            }
            .into(),
        ),
        (say::hand_loss(), a_year(outcome.loss).into()),
        (
            say::hand_extra(),
            a_year(outcome.exceeding.extra_cost).into(),
        ),
    ]);
    lines
}

fn market(entries: &Entries) -> Vec<Line> {
    let mut lines = vec![
        (say::hand_market(), names::segment(&entries.segment)),
        (say::card_tier(), names::tier(&entries.tier)),
    ];
    if entries.is_example() {
        lines.push((say::hand_business(), say::hand_example()));
    }
    lines
}

/// What a visitor is asked for, by its id in a config.
#[must_use]
pub fn asked_for(id: &str) -> Message {
    match id {
        "email" => say::hand_email(),
        "phone" => say::hand_phone(),
        "company" => say::hand_company(),
        "message" => say::hand_message(),
        _ => say::hand_name(),
    }
}

/// Whether a text can be an e-mail address: something, an at sign, and a name with a dot.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((who, place)) = text.split_once('@') else {
        return false;
    };
    let whole = !text.contains(char::is_whitespace) && !place.contains('@');
    let dotted = place
        .rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && end.len() > 1);
    whole && !who.is_empty() && dotted
}
