//! The queue behind one customer: how long people wait now, and after extra minutes of care.

use super::field::{in_field, wrong};
use super::scale::sound;
use crate::session::{Entries, Entry, Field, Scaler, error_of};
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Counter, Queue, Shift, Tables, Wait, queue};

/// The fields that it depends on.
pub const FIELDS: [Field; 6] = [
    Field::Arrivals,
    Field::ContactMinutes,
    Field::Staff,
    Field::Tolerance,
    Field::CareMinutes,
    Field::Wage,
];

/// Tolerances at hand, seconds: one waits a minute gladly, another not 20 seconds.
pub const AT_HAND: [f64; 2] = [20.0, 60.0];

/// How many customers a drawing shows.
pub const DRAWN: u8 = 10;

/// Below this share words are clearer than a figure.
const HARDLY: f64 = 0.001;

/// Waits from here on are said in minutes, seconds.
const LONG: f64 = 120.0;

/// The queue in the busiest hour, without the extra care and with it.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueView {
    /// The line without extra care.
    pub now: Line,
    /// After the extra minutes of care.
    pub after: Line,
    /// The extra care, minutes a customer.
    pub care: Figure,
    /// How long customers wait gladly, seconds.
    pub tolerance: Figure,
    /// How many people serve.
    pub staff: Figure,
    /// What the rows of the table are called.
    pub rows: [Message; 4],
    /// How many people more it takes, and what they cost.
    pub extra: Message,
    /// What the money assumes.
    pub hours: Message,
}

/// The queue at one length of contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub title: Message,
    /// Chance to wait, mean wait, share waiting too long, people needed.
    pub facts: [Message; 4],
    /// Said loudly where the queue has no end.
    pub caution: Option<Message>,
    /// The drawing: customers one behind the other, x and how they fare.
    pub people: Vec<(f64, Mood)>,
    /// The drawing's counter: how far it reaches.
    pub counter: f64,
    /// The drawing in words.
    pub caption: Message,
}

/// How a customer fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Served at once.
    Served,
    /// Waits no longer than is tolerated.
    Waiting,
    /// Waits longer.
    Upset,
}

/// The entries of the panel as the model takes them: now and after the care.
fn counters(entries: &Entries, tables: &Tables) -> Option<(Counter, Counter)> {
    let number = |field| sound(field, entries, tables);
    let now = Counter {
        arrivals_per_hour: number(Field::Arrivals)?,
        minutes: number(Field::ContactMinutes)?,
        staff: number(Field::Staff)?,
        tolerance_s: number(Field::Tolerance)?,
    };
    let minutes = now.minutes + number(Field::CareMinutes)?;
    Some((now, Counter { minutes, ..now }))
}

/// What is wrong with a contact and its care together, where each alone is valid.
#[must_use]
pub fn too_long(entries: &Entries, tables: &Tables) -> Option<Message> {
    let (_, after) = counters(entries, tables)?;
    let minutes = Entry::Number(after.minutes);
    let error = error_of(Field::ContactMinutes, &minutes, Scaler::NONE, tables)?;
    Some(wrong(Field::ContactMinutes, entries, error))
}

impl QueueView {
    /// The view of the entries; none where one of them is not valid.
    #[must_use]
    pub fn new(entries: &Entries, tables: &Tables) -> Option<Self> {
        let (now, after) = counters(entries, tables)?;
        let (before, later) = (queue(&now, tables).ok()?, queue(&after, tables).ok()?);
        let wage = sound(Field::Wage, entries, tables)?;
        // These two are asked for in another panel: a fault there must not silence this one.
        let there = |field| {
            sound(field, entries, tables).unwrap_or_else(|| entries.fallback(field, tables))
        };
        let (hours, days) = (there(Field::ShiftHours), there(Field::Days));
        let people = before.extra_people(&later);
        let shift = Shift { wage, hours, days };
        let care = in_field(Field::CareMinutes, after.minutes - now.minutes);
        let tolerance = || in_field(Field::Tolerance, now.tolerance_s);
        let extra = if people > 0.0 {
            say::QueueExtra {
                people: Figure::integer(people).named("queue.extra_people"),
                cost: Figure::money(shift.monthly_cost(people)).named("queue.extra_cost"),
            }
            .into()
        } else {
            say::queue_extra_none()
        };
        Some(Self {
            now: line("now", say::queue_now(), &now, &before),
            after: line(
                "after",
                say::QueueAfter { care: care.clone() }.into(),
                &after,
                &later,
            ),
            care,
            tolerance: tolerance(),
            staff: Figure::integer(now.staff),
            rows: [
                say::queue_chance(),
                say::queue_mean(),
                say::QueueOver {
                    tolerance: tolerance(),
                }
                .into(),
                say::QueueNeeded {
                    waiting_longer: Figure::share(tables.constants.queue_target_share),
                }
                .into(),
            ],
            extra,
            hours: say::QueueHours {
                panel: say::panel_scale(),
                hours: in_field(Field::ShiftHours, hours),
                days: in_field(Field::Days, days),
                wage: Figure::money_exact(wage),
            }
            .into(),
        })
    }
}

fn line(id: &str, title: Message, counter: &Counter, queue: &Queue) -> Line {
    let named = |figure: Figure, path: &str| figure.named(format!("queue.{id}.{path}"));
    let share = |value: f64, path: &str| {
        if value < HARDLY {
            say::queue_hardly()
        } else {
            say::QueueOfCustomers {
                share: named(Figure::share(value), path),
            }
            .into()
        }
    };
    let needed = named(Figure::integer(queue.staff_needed), "staff_needed");
    let needed = say::QueuePeople { people: needed }.into();
    let tolerance = in_field(Field::Tolerance, counter.tolerance_s);
    let staff = Figure::integer(counter.staff);
    let Some(wait) = &queue.wait else {
        let all = (0..DRAWN).map(|index| (across(index), Mood::Upset));
        return Line {
            title,
            facts: [
                say::queue_everyone(),
                say::queue_no_limit(),
                say::queue_ever_more(),
                needed,
            ],
            caution: Some(say::QueueGrows { staff }.into()),
            people: all.collect(),
            counter: 0.0,
            caption: say::queue_caption_no_limit(),
        };
    };
    let seconds = wait.mean_wait_s;
    let mean = match seconds {
        s if s < 1.0 => say::queue_no_time(),
        s if s < LONG => say::QueueSeconds {
            seconds: named(Figure::count(s), "wait.mean_wait_s"),
        }
        .into(),
        s => say::QueueMinutes {
            minutes: named(Figure::count(s / 60.0), "wait.mean_wait_minutes"),
        }
        .into(),
    };
    let [served, waiting, upset] = tenths(wait);
    let moods = [
        (Mood::Served, served),
        (Mood::Waiting, waiting),
        (Mood::Upset, upset),
    ];
    let moods = moods
        .into_iter()
        .flat_map(|(mood, many)| (0..many).map(move |_| mood));
    Line {
        title,
        facts: [
            share(wait.p_wait, "wait.p_wait"),
            mean,
            share(wait.p_over, "wait.p_over"),
            needed,
        ],
        caution: None,
        people: (0..DRAWN).map(across).zip(moods).collect(),
        counter: f64::from(served) / f64::from(DRAWN),
        caption: say::QueueCaption {
            served: Figure::integer(served.into()),
            tolerance,
            waiting: Figure::integer(waiting.into()),
            upset: Figure::integer(upset.into()),
        }
        .into(),
    }
}

/// The middle of a customer's place.
fn across(index: u8) -> f64 {
    (f64::from(index) + 0.5) / f64::from(DRAWN)
}

/// Of ten customers: served at once, waiting gladly, waiting too long.
fn tenths(wait: &Wait) -> [u8; 3] {
    let of_ten = |share: f64| (share * f64::from(DRAWN)).round() as u8;
    let (waiting, upset) = (of_ten(wait.p_wait), of_ten(wait.p_over));
    let waiting = waiting.min(DRAWN);
    [
        DRAWN - waiting,
        waiting.saturating_sub(upset),
        upset.min(waiting),
    ]
}
