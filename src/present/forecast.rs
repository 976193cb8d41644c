//! If nothing changes: five years in which expectations rise and uncontrolled standards slip.

use super::answer::Answer;
use super::plot::Plot;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Inputs, Range, Tables, Year, forecast};

/// How many years are looked ahead.
pub const YEARS: f64 = 5.0;

/// The two assumptions that the forecast rests on.
const MOVING: [&str; 2] = ["market_escalator", "uncontrolled_drift"];

/// The panel "If nothing changes".
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastView {
    /// Whether the level sinks below what customers accept, and when.
    pub verdict: Message,
    /// The first year in which it does.
    pub below: Option<Below>,
    /// Levels, and the loss.
    pub plots: [Plot; 2],
    /// Today and each year.
    pub rows: Vec<Row>,
    /// The last year's loss without control and with it.
    pub comparison: Message,
    /// What is assumed.
    pub assumption: Message,
}

/// A year in which the level lies below what customers accept.
#[derive(Clone, Debug, PartialEq)]
pub struct Below {
    /// In how many years; 0: already today.
    pub year: Figure,
    /// What is then delivered, points.
    pub level: Figure,
    /// What is then still accepted, points.
    pub accepted: Figure,
}

/// A row of the table: one year as it would turn out.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// "now", or in how many years.
    pub when: Message,
    /// What customers expect, points.
    pub expected: Figure,
    /// What is delivered, points.
    pub level: Figure,
    /// Lost to bad service, money a year, with its range.
    pub loss: Figure,
}

/// The years at one setting of the control, with the lowest and highest loss of each.
struct Course {
    years: Vec<Year>,
    ends: [Vec<f64>; 2],
}

impl Course {
    fn new(inputs: &Inputs, controlled: bool, tables: &Tables) -> Option<Self> {
        let with = |end: fn(&Range) -> f64| -> Option<Vec<Year>> {
            let mut tables = tables.clone();
            for row in tables.parameters.to_mut() {
                if MOVING.contains(&row.id.as_ref()) {
                    row.range.value = end(&row.range);
                }
            }
            forecast(inputs, YEARS, controlled, &tables).ok()
        };
        let years = forecast(inputs, YEARS, controlled, tables).ok()?;
        let (slow, fast) = (with(|range| range.low)?, with(|range| range.high)?);
        // Below adequate the loss need not rise as the level falls: the ends are put in order.
        let end = |pick: fn(f64, f64) -> f64| -> Vec<f64> {
            let three = years.iter().zip(&slow).zip(&fast);
            three
                .map(|((year, slow), fast)| pick(pick(slow.loss, fast.loss), year.loss))
                .collect()
        };
        let ends = [end(f64::min), end(f64::max)];
        Some(Self { years, ends })
    }

    fn range(&self, at: usize) -> Option<(f64, f64)> {
        let [low, high] = &self.ends;
        Some((*low.get(at)?, *high.get(at)?))
    }

    /// The loss of a year with its range, by its path in the model's answer.
    fn loss(&self, at: usize, control: &str) -> Figure {
        let loss = self.years.get(at).map_or(0.0, |year| year.loss);
        let figure = Figure::money(loss).named(format!("forecast.{control}.{at}.loss"));
        match self.range(at) {
            Some((low, high)) if low < high => figure.range(low, high),
            _ => figure,
        }
    }
}

fn control(controlled: bool) -> &'static str {
    if controlled {
        "controlled"
    } else {
        "uncontrolled"
    }
}

impl ForecastView {
    /// The years that follow an answer's present level, with standards controlled or not. None
    /// where the model refuses the entries.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, controlled: bool) -> Option<Self> {
        let entries = &answer.entries;
        let (inputs, in_force) = (entries.inputs(tables), entries.tables(tables));
        let course = |controlled| Course::new(&inputs, controlled, &in_force);
        let (shown, other) = (course(controlled)?, course(!controlled)?);
        let last = YEARS as usize;
        let here = shown.loss(last, control(controlled));
        let there = other.loss(last, control(!controlled));
        let (without, with) = if controlled {
            (there, here)
        } else {
            (here, there)
        };
        let below = below(answer, &shown.years);
        Some(Self {
            verdict: verdict(below.clone(), controlled),
            below,
            plots: plots(&shown),
            rows: rows(&shown, control(controlled)),
            comparison: say::ForecastComparison {
                years: Figure::integer(YEARS),
                without,
                with,
            }
            .into(),
            assumption: assumption(answer, &in_force),
        })
    }
}

fn below(answer: &Answer, years: &[Year]) -> Option<Below> {
    let accepted = |year: &Year| answer.firm.expecting(year.expected).expectation.adequate;
    let below = years.iter().find(|year| year.level < accepted(year))?;
    let then = Figure::points(accepted(below));
    Some(Below {
        year: Figure::integer(below.year),
        level: Figure::points(below.level),
        accepted: if below.year == 0.0 {
            then.named("adequate")
        } else {
            then
        },
    })
}

fn verdict(below: Option<Below>, controlled: bool) -> Message {
    let horizon = Figure::integer(YEARS);
    match below {
        Some(Below {
            year,
            level,
            accepted,
        }) => {
            if year.value == 0.0 {
                say::ForecastBelowNow { level, accepted }.into()
            } else {
                say::ForecastBelowThen {
                    year,
                    level,
                    accepted,
                }
                .into()
            }
        }
        None if controlled => say::ForecastStaysControlled { years: horizon }.into(),
        None => say::ForecastStays { years: horizon }.into(),
    }
}

fn rows(course: &Course, control: &str) -> Vec<Row> {
    let row = |(at, year): (usize, &Year)| {
        let name = |what: &str| format!("forecast.{control}.{at}.{what}");
        Row {
            when: when(year.year),
            expected: Figure::points(year.expected).named(name("expected")),
            level: Figure::points(year.level).named(name("level")),
            loss: course.loss(at, control),
        }
    };
    course.years.iter().enumerate().map(row).collect()
}

fn when(year: f64) -> Message {
    if year == 0.0 {
        say::forecast_now()
    } else {
        say::ForecastIn {
            years: Figure::integer(year),
        }
        .into()
    }
}

fn plots(course: &Course) -> [Plot; 2] {
    let all = |figure: fn(&Year) -> f64| -> Vec<f64> { course.years.iter().map(figure).collect() };
    let (expected, level) = (all(|year| year.expected), all(|year| year.level));
    let loss = all(|year| year.loss);
    let [low, high] = &course.ends;
    let end = |values: &[f64]| values.last().copied().unwrap_or_default();
    let start = |values: &[f64]| values.first().copied().unwrap_or_default();
    let horizon = Figure::integer(YEARS);
    let levels = say::ForecastLevelsSummary {
        years: horizon.clone(),
        expected: Figure::points(start(&expected)),
        expected_then: Figure::points(end(&expected)),
        level: Figure::points(start(&level)),
        level_then: Figure::points(end(&level)),
    }
    .into();
    let losses = say::ForecastLossSummary {
        loss: Figure::money(start(&loss)),
        loss_then: Figure::money(end(&loss)).range(end(low), end(high)),
        years: horizon,
    }
    .into();
    let marked = |plot: Plot| Plot {
        marks: vec![(0.0, when(0.0)), (1.0, when(YEARS))],
        ..plot
    };
    [
        marked(Plot::new(
            (say::forecast_levels(), levels),
            &[&expected, &level],
            (start(&expected), 4.0),
            Figure::points,
        )),
        marked(
            Plot::new(
                (say::forecast_loss(), losses),
                &[&loss, low, high],
                (0.0, 0.0),
                Figure::money,
            )
            .with_range(),
        ),
    ]
}

fn assumption(answer: &Answer, tables: &Tables) -> Message {
    let [rise, slip] = MOVING.map(|id| tables.parameter(id).map(|row| row.range));
    let figure = |range: Option<Range>, a_year: &dyn Fn(f64) -> f64| {
        let value = |of: fn(&Range) -> f64| a_year(range.as_ref().map_or(0.0, of));
        let ends = Figure::number(value(|r| r.value), 1).range(value(|r| r.low), value(|r| r.high));
        (Figure::number(value(|r| r.value), 1), ends)
    };
    let ((rise, rise_range), (slip, slip_range)) = (
        figure(rise, &|points| points),
        figure(slip, &|points| answer.firm.drift(points)),
    );
    say::ForecastAssumption {
        rise,
        rise_range,
        slip,
        slip_range,
    }
    .into()
}
