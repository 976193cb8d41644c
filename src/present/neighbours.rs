//! Whom to learn from: other markets whose customers expect as much, and what to look at there.

use super::answer::Answer;
use super::names;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Expectation, Neighbour, Tables, nearest, neighbours};

/// Other markets with the same expectation or, where there are none, the nearest ones.
#[derive(Clone, Debug, PartialEq)]
pub struct NeighboursView {
    /// What the user's customers expect, and whether others do too.
    pub intro: Message,
    /// The markets, nearest first.
    pub cards: Vec<Card>,
    /// How little price moves the expectation; none where there is one tier only.
    pub price: Option<Message>,
}

/// A market to learn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its market and price tier.
    pub title: Message,
    /// What its customers expect, and how far that is from one's own where it is far.
    pub expected: Message,
    /// The same as a figure, points.
    pub points: Figure,
    /// What exactly to look at there.
    pub look: Message,
}

impl NeighboursView {
    /// Whom the business of an answer can learn from. None where the model refuses the entries.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables) -> Option<Self> {
        let entries = &answer.entries;
        let (inputs, in_force) = (entries.inputs(tables), entries.tables(tables));
        let near = neighbours(&inputs, &in_force).ok()?;
        let alone = near.is_empty();
        let found = if alone {
            nearest(&inputs, &in_force).ok()?
        } else {
            near
        };
        let who = say::VerdictWho {
            customers: names::customers(&entries.segment),
            tier: names::at_tier(&entries.tier),
        }
        .into();
        let own = answer.firm.expectation.expected;
        let expected = Figure::points(own).named("expected");
        let within = Figure::points(answer.firm.constants.neighbour_points);
        let cards: Vec<Card> = found
            .iter()
            .enumerate()
            .map(|(at, row)| card(at, row, alone.then_some(own), tables))
            .collect();
        Some(Self {
            intro: if alone {
                say::NeighboursNone {
                    who,
                    expected,
                    within,
                }
                .into()
            } else {
                say::NeighboursSome {
                    who,
                    expected,
                    within,
                }
                .into()
            },
            cards,
            price: price(answer, tables),
        })
    }
}

/// The card of a market; one that lies apart from our `own` expectation says how far.
fn card(at: usize, row: &Neighbour, own: Option<f64>, tables: &Tables) -> Card {
    let points = Figure::points(row.expected).named(format!("neighbours.{at}.expected"));
    Card {
        title: say::NeighboursTitle {
            segment: names::segment(&row.segment),
            tier: names::at_tier(&row.tier),
        }
        .into(),
        expected: match own {
            None => say::NeighboursExpected {
                expected: points.clone(),
            }
            .into(),
            Some(own) => {
                let apart = Figure::points(row.expected - own).signed();
                let expected = points.clone();
                say::NeighboursApart { expected, apart }.into()
            }
        },
        points,
        look: look(&row.segment, tables),
    }
}

/// What a segment is known for; where a config brought it, what its kind of business is known for.
fn look(segment: &str, tables: &Tables) -> Message {
    let kind = || say::neighbour_kind(&tables.segment(segment)?.kind);
    say::neighbour_look(segment)
        .or_else(kind)
        .unwrap_or_else(say::neighbours_look_anywhere)
}

fn price(answer: &Answer, tables: &Tables) -> Option<Message> {
    let (firm, segment) = (&answer.firm, answer.entries.segment_row(tables)?);
    let (cheapest, dearest) = (tables.tiers.first()?, tables.tiers.last()?);
    let times = dearest.price_ratio / cheapest.price_ratio;
    if times <= 1.0 {
        return None;
    }
    let [low, high] = [cheapest, dearest].map(|tier| {
        let base = segment.expected.value;
        Expectation::new(base, tier.price_ratio, &firm.parameters, &firm.constants).expected
    });
    Some(
        say::NeighboursPrice {
            low: Figure::points(low),
            low_tier: names::at_tier(&cheapest.id),
            high: Figure::points(high),
            high_tier: names::at_tier(&dearest.id),
            times: Figure::number(times, 1),
            difference: Figure::points(high - low),
        }
        .into(),
    )
}
