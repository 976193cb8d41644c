//! How sure is it: the ranges that the draws found, and what moves the loss most.

use super::answer::Answer;
use super::draws::{Draws, Numbers, Stage};
use super::names;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{DRAWS, Study, Swing, Tables, Uncertainty, Verdict};

/// How many bars the tornado has at most.
const BARS: usize = 8;

/// Room beside the ends of a range, as a share of its drawing.
const ROOM: f64 = 0.15;

/// The panel "How sure is it?": the state of the draws and what they have found.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// What drawing means, for who has not met it.
    pub intro: Message,
    /// How many simulations are drawn, of how many.
    pub progress: (usize, usize),
    /// How far the draws are, in words.
    pub progress_words: Message,
    /// Whether there is something to stop.
    pub under_way: bool,
    /// Why there are no new ranges.
    pub notice: Option<Message>,
    /// Where they are made, where that is not a worker.
    pub without_worker: Option<Message>,
    /// What the draws said last.
    pub found: Option<Found>,
    /// What moves the loss most.
    pub tornado: Tornado,
}

/// What draws have found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Whether it is about earlier figures.
    pub earlier: bool,
    /// In how many simulations each verdict holds, most frequent first.
    pub shares: Vec<(Verdict, Message)>,
    /// Where eight simulations of ten lie, a figure each.
    pub ranges: Vec<RangeView>,
}

/// The range of one figure, and where it lies in its drawing (0..1).
#[derive(Clone, Debug, PartialEq)]
pub struct RangeView {
    /// What it is.
    pub label: Message,
    /// From where to where, and the middle.
    pub words: Message,
    /// 10th, 50th and 90th percentile.
    pub places: [f64; 3],
    /// Whose side it is on.
    pub side: Option<Verdict>,
}

/// The tornado: the numbers of the model by how far each moves the loss.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// How to read it.
    pub hint: Message,
    /// The central loss, 0..1.
    pub middle: f64,
    /// Its bars, longest first.
    pub bars: Vec<Bar>,
}

/// One uncertain number, and what it does to the loss.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its id in the tables.
    pub id: String,
    /// What it is.
    pub label: Message,
    /// The loss at the low and at the high end of its range.
    pub words: Message,
    /// The same as figures.
    pub loss: [Figure; 2],
    /// Where these lie on the drawing, 0..1.
    pub ends: (f64, f64),
}

/// What the draws of an answer are about: at the level looked at.
#[must_use]
pub fn study(answer: &Answer, tables: &Tables) -> Option<Study> {
    let entries = &answer.entries;
    let own = Study::new(&entries.inputs(tables), &entries.tables(tables)).ok()?;
    Some(Study {
        looked_at: answer.is_what_if.then_some(answer.firm.level),
        ..own
    })
}

/// The same in numbers, as it travels.
#[must_use]
pub fn study_numbers(answer: &Answer, tables: &Tables) -> Option<Numbers> {
    study(answer, tables).map(|study| study.to_numbers().into())
}

impl Certainty {
    /// The panel of an answer and of the draws so far.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, draws: &Draws) -> Self {
        let study = study(answer, tables);
        let numbers = study.as_ref().map(Study::to_numbers).unwrap_or_default();
        let stage = draws.stage(&numbers);
        let done = match stage {
            Stage::Running(done) => done,
            Stage::Done => DRAWS,
            Stage::Idle | Stage::Cancelled | Stage::Failed => 0,
        };
        let count = |n: usize| Figure::integer(n as f64);
        let simulations = count(DRAWS);
        let swings = study.map(|study| study.swings(tables));
        Self {
            progress: (done, DRAWS),
            progress_words: say::CertaintyProgress {
                done: count(done).named("certainty.done"),
                all: simulations.clone(),
            }
            .into(),
            intro: say::CertaintyIntro { simulations }.into(),
            under_way: matches!(stage, Stage::Idle | Stage::Running(_)),
            notice: match stage {
                Stage::Cancelled => Some(say::certainty_cancelled()),
                Stage::Failed => Some(say::certainty_failed()),
                Stage::Idle | Stage::Running(_) | Stage::Done => None,
            },
            without_worker: draws.without_worker.then(say::certainty_without_worker),
            found: draws.last(&numbers).map(|(said, earlier)| Found {
                earlier,
                shares: shares(said),
                ranges: ranges(said),
            }),
            tornado: Tornado::new(answer.outcome.loss, &swings.unwrap_or_default()),
        }
    }
}

fn shares(said: &Uncertainty) -> Vec<(Verdict, Message)> {
    let mut shares = [
        (Verdict::Under, said.verdict.under),
        (Verdict::Sufficient, said.verdict.sufficient),
        (Verdict::Over, said.verdict.over),
    ];
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let words = |(verdict, share): (Verdict, f64)| {
        let name = format!("certainty.of_100.{}", verdict.id());
        let share = Figure::integer((100.0 * share).round()).named(name);
        (
            verdict,
            say::CertaintyShare {
                verdict: names::verdict(verdict),
                simulations: share,
            }
            .into(),
        )
    };
    shares.map(words).into()
}

fn ranges(said: &Uncertainty) -> Vec<RangeView> {
    let range = |label: Message, name: &str, figure: fn(f64) -> Figure, values: [f64; 3], side| {
        let [low, middle, high] = values;
        let named = |value, index: usize| figure(value).named(format!("certainty.{name}.{index}"));
        RangeView {
            label,
            words: say::CertaintyRange {
                low: named(low, 0),
                high: named(high, 2),
                middle: named(middle, 1),
            }
            .into(),
            places: places(values),
            side,
        }
    };
    let money = Figure::money;
    let mut ranges = vec![range(
        say::certainty_loss(),
        "loss",
        money,
        said.loss,
        Some(Verdict::Under),
    )];
    let [.., most] = said.extra_cost;
    if most > 0.0 {
        ranges.push(range(
            say::certainty_extra_cost(),
            "extra_cost",
            money,
            said.extra_cost,
            Some(Verdict::Over),
        ));
    }
    ranges.extend([
        range(say::certainty_gap(), "gap", money, said.gap, None),
        range(
            say::certainty_level(),
            "level",
            Figure::points,
            said.level,
            Some(Verdict::Sufficient),
        ),
    ]);
    ranges
}

/// Where the percentiles lie when there is room on both sides.
fn places([low, middle, high]: [f64; 3]) -> [f64; 3] {
    let width = high - low;
    let across = |value: f64| {
        let within = if width > 0.0 {
            (value - low) / width
        } else {
            0.5
        };
        ROOM + within * (1.0 - 2.0 * ROOM)
    };
    [across(low), across(middle), across(high)]
}

impl Tornado {
    fn new(loss: f64, swings: &[Swing]) -> Self {
        let swings = swings.get(..BARS).unwrap_or(swings);
        let ends = || swings.iter().flat_map(|swing| [swing.low, swing.high]);
        let low = ends().fold(loss, f64::min);
        let width = ends().fold(loss, f64::max) - low;
        let across = |value: f64| {
            if width > 0.0 {
                (value - low) / width
            } else {
                0.5
            }
        };
        let bar = |swing: &Swing| {
            let end = |value, name: &str| {
                Figure::money(value).named(format!("certainty.tornado.{}.{name}", swing.id))
            };
            let (low, high) = (end(swing.low, "low"), end(swing.high, "high"));
            Bar {
                id: swing.id.clone(),
                label: names::parameter(&swing.id),
                loss: [low.clone(), high.clone()],
                words: say::CertaintySwing { low, high }.into(),
                ends: (across(swing.low), across(swing.high)),
            }
        };
        Self {
            hint: say::CertaintyTornadoHint {
                loss: Figure::money(loss).named("loss"),
            }
            .into(),
            middle: across(loss),
            bars: swings.iter().map(bar).collect(),
        }
    }
}
