//! What each panel has found, in one sentence: the result that its heading gives away while closed.
//! Every figure is the panel's own.

use super::answer::Answer;
use super::certainty::Certainty;
use super::draws::Draws;
use super::forecast::{Below, ForecastView, YEARS};
use super::idea::{Asked, IdeaView, ranked};
use super::kpi::KpiView;
use super::method::MethodView;
use super::neighbours::NeighboursView;
use super::queue::{self, QueueView};
use super::scale::{self, ScaleView};
use super::treadmill::{Lasting, TreadmillView};
use crate::session::{Entries, Entry, Field, Session};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Class, Tables, Verdict};

/// The id of the panel that keeps, compares, passes on and takes away: it finds nothing.
pub const TAKE: &str = "take";

/// The ids of the panels, in their order.
pub const PANELS: [&str; 10] = [
    "certainty",
    "treadmill",
    "forecast",
    "idea",
    "scale",
    "queue",
    "neighbours",
    "kpi",
    "method",
    TAKE,
];

/// Whether the panel of this id is offered: the queue only where customers queue.
#[must_use]
pub fn is_offered(id: &str, entries: &Entries, tables: &Tables) -> bool {
    id != "queue" || entries.queues(tables)
}

/// What the panel of this id has found for an answer; none where it has nothing to tell.
#[must_use]
pub fn finding(answer: &Answer, tables: &Tables, id: &str) -> Option<Message> {
    match id {
        "certainty" => Some(certainty(answer, tables)),
        "treadmill" => treadmill(answer, tables),
        "forecast" => forecast(answer, tables),
        "idea" => idea(answer, tables),
        "scale" => of_work(scale(answer, tables), answer, &scale::FIELDS),
        "queue" => of_work(queue(answer, tables), answer, &queue::FIELDS),
        "neighbours" => neighbours(answer, tables),
        "kpi" => Some(kpi(answer, tables)),
        "method" => Some(method(answer, tables)),
        _ => None,
    }
}

/// What was found of a day's work: an example as long as none of it is entered.
fn of_work(finding: Option<Message>, answer: &Answer, fields: &[Field]) -> Option<Message> {
    let is_example = |field: &Field| *answer.entries.entry(*field) == Entry::Unknown;
    if fields.iter().all(is_example) {
        return finding.map(|finding| say::FindingExample { finding }.into());
    }
    finding
}

/// The number that moves the loss most.
fn certainty(answer: &Answer, tables: &Tables) -> Message {
    let view = Certainty::new(answer, tables, &Draws::default());
    let Some(longest) = view.tornado.bars.into_iter().next() else {
        return say::certainty_nothing();
    };
    // The loss may be lower at the high end of the number's range.
    let [mut low, mut high] = longest.loss;
    if low.value > high.value {
        std::mem::swap(&mut low, &mut high);
    }
    say::FindingCertainty {
        number: longest.label,
        low,
        high,
    }
    .into()
}

/// What the way back costs who is too good already; for others how fast a WOW wears off, and what
/// the way back from a raise costs.
fn treadmill(answer: &Answer, tables: &Tables) -> Option<Message> {
    let outcome = &answer.outcome;
    let back = outcome.levers.cost_of_going_back.filter(|cost| *cost > 0.0);
    if let (Verdict::Over, Some(cost)) = (outcome.verdict, back) {
        let from = Figure::level(outcome.level).named("level");
        let to = Figure::level(outcome.sufficient).named("sufficient");
        let cost = Figure::money(cost).named("levers.cost_of_going_back");
        let months = Figure::integer(answer.firm.constants.treadmill_months);
        return Some(if outcome.levers.holds() {
            say::FindingTreadmillHold {
                from,
                to,
                cost,
                months,
            }
            .into()
        } else {
            say::FindingTreadmillOver {
                from,
                to,
                cost,
                months,
            }
            .into()
        });
    }
    let Lasting {
        half_life,
        raised,
        after,
        going_back,
    } = TreadmillView::new(answer, tables, false)?.lasting;
    Some(match (half_life, going_back) {
        (Some(used), Some(cost)) => say::FindingTreadmill {
            used,
            raised,
            cost,
            after,
        }
        .into(),
        (Some(used), None) => say::FindingTreadmillUsed { used }.into(),
        (None, Some(cost)) => say::FindingTreadmillBack {
            raised,
            cost,
            after,
        }
        .into(),
        (None, None) => return None,
    })
}

/// When the level sinks below what customers accept while nobody controls it.
fn forecast(answer: &Answer, tables: &Tables) -> Option<Message> {
    let view = ForecastView::new(answer, tables, false)?;
    Some(match view.below {
        Some(Below {
            year,
            level,
            accepted,
        }) => {
            if year.value == 0.0 {
                say::FindingForecastNow { level, accepted }.into()
            } else {
                say::FindingForecastThen {
                    year,
                    level,
                    accepted,
                }
                .into()
            }
        }
        None => say::FindingForecastStays {
            years: Figure::integer(YEARS),
            loss: view.rows.into_iter().next_back()?.loss,
        }
        .into(),
    })
}

/// The best idea.
fn idea(answer: &Answer, tables: &Tables) -> Option<Message> {
    // Made of the answer's entries, since those entered last may not be valid.
    let session = Session::new(answer.entries.clone());
    let tested = Asked::new(&session, tables).answers(&session, tables);
    let view = |(index, tested)| IdeaView::new(index, &session.entries, tables, (tested, false));
    let ideas: Vec<IdeaView> = tested.into_iter().enumerate().filter_map(view).collect();
    let ranked = ranked(&ideas);
    let (name, net) = ranked
        .first()
        .map(|(idea, result)| (idea.name.clone(), result.net.clone()))?;
    Some(match ranked.len() {
        1 => say::FindingIdea { name, net }.into(),
        count => say::FindingIdeaBest {
            ideas: Figure::integer(count as f64),
            name,
            net,
        }
        .into(),
    })
}

/// From how many orders on a standard pays.
fn scale(answer: &Answer, tables: &Tables) -> Option<Message> {
    let view = ScaleView::new(&answer.entries, tables)?;
    let row = view.rows.into_iter().find(|row| row.own)?;
    let (own, saving) = (row.orders, row.saving);
    Some(match view.pays_from {
        None => say::finding_scale_never(),
        Some(orders) if orders.value == 0.0 => say::FindingScaleAtOnce { own, saving }.into(),
        Some(orders) if own.value >= orders.value => say::FindingScale {
            orders,
            own,
            saving,
        }
        .into(),
        Some(orders) => say::FindingScaleLater { orders, own }.into(),
    })
}

/// How many wait longer than they gladly do, now and after more care.
fn queue(answer: &Answer, tables: &Tables) -> Option<Message> {
    let queues = answer.entries.queues(tables).then_some(&answer.entries)?;
    let view = QueueView::new(queues, tables)?;
    let (tolerance, care) = (view.tolerance, view.care);
    let [_, _, now, needed] = view.now.facts;
    let [_, _, then, _] = view.after.facts;
    Some(if view.now.caution.is_some() {
        say::FindingQueueGrows {
            staff: view.staff,
            needed,
        }
        .into()
    } else if view.after.caution.is_some() {
        say::FindingQueueThenGrows {
            tolerance,
            now,
            care,
        }
        .into()
    } else {
        say::FindingQueue {
            tolerance,
            now,
            care,
            then,
        }
        .into()
    })
}

/// The two markets whose customers expect most nearly as much.
fn neighbours(answer: &Answer, tables: &Tables) -> Option<Message> {
    let mut cards = NeighboursView::new(answer, tables)?.cards.into_iter();
    Some(match (cards.next(), cards.next()) {
        (Some(first), Some(second)) => say::FindingNeighbours {
            first: first.title,
            first_expected: first.points,
            second: second.title,
            second_expected: second.points,
        }
        .into(),
        (Some(first), None) => say::FindingNeighboursOne {
            first: first.title,
            first_expected: first.points,
        }
        .into(),
        _ => say::finding_neighbours_none(),
    })
}

/// The first thing to measure: what it is now, and what it should be.
fn kpi(answer: &Answer, tables: &Tables) -> Message {
    let view = KpiView::new(answer, answer.entries.entry(Field::Nps), tables);
    let [now, aim] = view.dissatisfied;
    if now.value <= aim.value {
        say::FindingKpiMet { now, aim }.into()
    } else {
        say::FindingKpi { now, aim }.into()
    }
}

/// How many of the model's numbers nobody has measured.
fn method(answer: &Answer, tables: &Tables) -> Message {
    let numbers = MethodView::new(answer, tables).parameters;
    let count = |n: usize| Figure::integer(n as f64);
    let all = count(numbers.len());
    let of_class = numbers.iter().filter(|row| row.class == Class::Assumption);
    let assumed = count(of_class.count());
    match numbers.iter().filter(|row| row.changed).count() {
        0 => say::FindingMethod { assumed, all }.into(),
        changed => say::FindingMethodChanged {
            assumed,
            all,
            changed: count(changed),
        }
        .into(),
    }
}
