//! The tally at the counter: one question, yes or no, and what the answers amount to.

use crate::session::{DeliveredBy, Entries, Entry, Field};

/// From so many answers on they decide the level: the least that the field of the survey takes.
pub const LEAST: u32 = 5;

/// Fewer answers than this say little.
pub const LITTLE: u32 = 10;

/// What a text of more letters than this is: damaged.
const MOST: usize = 100_000;

/// What has been pressed, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    presses: Vec<Press>,
}

/// A press at the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// A customer was dissatisfied.
    Yes,
    /// A customer was not.
    No,
    /// All is counted from here on.
    Anew,
}

impl Press {
    const ALL: [(Self, char); 3] = [(Self::Yes, 'y'), (Self::No, 'n'), (Self::Anew, 'r')];
}

impl Tally {
    /// The tally that a text keeps; an empty one where it is damaged.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let press = |letter| {
            let mut all = Press::ALL.into_iter();
            all.find_map(|(press, own)| (own == letter).then_some(press))
        };
        let kept = text.strip_prefix('-').filter(|kept| kept.len() <= MOST);
        let presses = kept.map(|kept| kept.chars().map(press).collect::<Option<_>>());
        Self {
            presses: presses.flatten().unwrap_or_default(),
        }
    }

    /// As a text: a dash, and a letter a press.
    #[must_use]
    pub fn text(&self) -> String {
        let letter = |press: &Press| {
            let mut all = Press::ALL.into_iter();
            all.find_map(|(own, letter)| (own == *press).then_some(letter))
        };
        let letters = self.presses.iter().filter_map(letter);
        ['-'].into_iter().chain(letters).collect()
    }

    /// After a press more.
    #[must_use]
    pub fn pressed(&self, press: Press) -> Self {
        let mut next = self.clone();
        next.presses.push(press);
        next
    }

    /// Without the last press, whatever that was.
    #[must_use]
    pub fn undone(&self) -> Self {
        let mut next = self.clone();
        next.presses.pop();
        next
    }

    /// Whether there is a press to take back.
    #[must_use]
    pub fn has_past(&self) -> bool {
        !self.presses.is_empty()
    }

    /// How many said yes, and how many no.
    #[must_use]
    pub fn counts(&self) -> (u32, u32) {
        let mut counts = (0, 0);
        for press in &self.presses {
            match press {
                Press::Yes => counts.0 += 1,
                Press::No => counts.1 += 1,
                Press::Anew => counts = (0, 0),
            }
        }
        counts
    }

    /// The share of dissatisfied customers, 0..1, and of how many; none while they are too few.
    /// Where all say the same, half an answer is taken for the other side: of so few nobody knows
    /// that there is none.
    #[must_use]
    pub fn found(&self) -> Option<(f64, f64)> {
        let (yes, no) = self.counts();
        let asked = yes.saturating_add(no);
        if asked < LEAST {
            return None;
        }
        let asked = f64::from(asked);
        let yes = f64::from(yes).clamp(0.5, asked - 0.5);
        Some(((yes / asked).clamp(0.001, 0.999), asked))
    }

    /// Whether all say the same.
    #[must_use]
    pub fn is_unanimous(&self) -> bool {
        let (yes, no) = self.counts();
        yes == 0 || no == 0
    }

    /// What the survey's fields hold by it, and what decides the level: the answers, or, while they
    /// are too few, `otherwise`.
    #[must_use]
    pub fn fields(&self, otherwise: DeliveredBy) -> ([(Field, Entry); 2], DeliveredBy) {
        match self.found() {
            Some((share, asked)) => (
                [
                    (Field::Measured, Entry::Number(share)),
                    (Field::Surveyed, Entry::Number(asked)),
                ],
                DeliveredBy::Measured,
            ),
            None => (
                [
                    (Field::Measured, Entry::Unknown),
                    (Field::Surveyed, Entry::Unknown),
                ],
                otherwise,
            ),
        }
    }

    /// What decides the level where the answers no longer do.
    #[must_use]
    pub fn otherwise(entries: &Entries) -> DeliveredBy {
        match entries.delivered_by {
            DeliveredBy::Measured => DeliveredBy::Rung,
            other => other,
        }
    }
}
