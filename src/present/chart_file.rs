//! The chart as a file of its own: what each level forgoes, in a picture that says what it is.

use super::answer::Answer;
use super::chart::{Chart, Curve};
use super::drawing::{Drawing, Words};
use super::export::{Writing, at_own_level};
use super::names;
use super::rung_lines::picture;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{MODEL_VERSION, Tables};
use std::fmt::Write as _;

const WIDTH: i32 = 960;
const HEIGHT: i32 = 640;
/// The plot: its left and right edge, its upper edge and its bottom.
const LEFT: f64 = 110.0;
const RIGHT: f64 = 930.0;
const TOP: f64 = 150.0;
const BOTTOM: f64 = 450.0;

const INK: &str = "#1c2430";
const MUTED: &str = "#566072";
/// The colours of the page, as `styles/tokens.css` has them in the light.
pub(super) const LOST: &str = "#2b5fb0";
pub(super) const SPENT: &str = "#975200";
pub(super) const ENOUGH: &str = "#0b6b5b";

/// When and where a file was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The day, as in `2026-11-27`.
    pub date: String,
    /// The address of the page, without what has been entered.
    pub address: String,
}

/// The line that says by what a picture was made, when and where.
pub(super) fn made_by(origin: &Origin) -> Message {
    say::FileMadeBy {
        version: Message::from(MODEL_VERSION.to_string()),
        date: Message::from(origin.date.clone()),
        address: Message::from(origin.address.clone()),
    }
    .into()
}

/// Words that begin at a place.
pub(super) const fn at(x: i32, y: i32, size: i32, colour: &'static str) -> Words {
    Words {
        x,
        y,
        size,
        bold: false,
        colour,
        anchor: "start",
    }
}

/// A chair, its floor's middle at `x`, its upper edge at `y`, in tenths of its size.
pub(super) fn chair(drawing: &mut Drawing, id: &str, (x, y): (i32, i32), tenths: i32) {
    let Some([floor, filled, shift, also, lines]) = picture(id) else {
        return;
    };
    let left = x - 32 * tenths / 10;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let mut inner = format!("<path d=\"{floor}\" stroke=\"#98a2b3\"/>");
    for (path, shift) in [(filled, shift), (also, ""), (lines, "")] {
        let fill = if path == lines { "none" } else { "#e8edf5" };
        if !path.is_empty() {
            let _ = write!(
                inner,
                "<path d=\"{path}\" fill=\"{fill}\" transform=\"{shift}\"/>"
            );
        }
    }
    drawing.put(&format!(
        "<g transform=\"translate({left} {y}) scale({whole}.{tenth})\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{}</g>",
        inner.replace(" transform=\"\"", "")
    ));
}

fn across(x: f64) -> i32 {
    (LEFT + (RIGHT - LEFT) * x).round() as i32
}

/// What leaves the plot ends at its edge.
fn up(y: f64) -> i32 {
    (BOTTOM - (BOTTOM - TOP) * y.clamp(-0.05, 1.0)).round() as i32
}

/// A wing: what is under its curve, in a pattern that tells it apart without its colour.
fn wing(drawing: &mut Drawing, curve: &Curve, colour: &str, pattern: &str) {
    let mut line = String::new();
    for (index, (x, y)) in curve.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(line, "{letter}{} {}", across(*x), up(*y));
    }
    let ends = curve.first().zip(curve.last());
    let (first, last) = ends.map_or((0.0, 0.0), |(first, last)| (first.0, last.0));
    let (first, last, bottom) = (across(first), across(last), up(0.0));
    drawing.put(&format!(
        "<path d=\"{line}L{last} {bottom}L{first} {bottom}Z\" fill=\"url(#{pattern})\"/>\
         <path d=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"3\"/>"
    ));
}

/// Two patterns: lines that rise for what is lost, dots for what is spent.
fn patterns(drawing: &mut Drawing) {
    drawing.put(&format!(
        "<defs><pattern id=\"lost\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\"><path d=\"M-2 12 12-2\" stroke=\"{LOST}\" stroke-width=\"1.5\"/></pattern>\
         <pattern id=\"spent\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\"><circle cx=\"5\" cy=\"5\" r=\"1.8\" fill=\"{SPENT}\"/></pattern></defs>"
    ));
}

/// The chart of an answer at its own level.
#[must_use]
pub fn chart_file(
    answer: &Answer,
    tables: &Tables,
    origin: &Origin,
    write: &Writing<'_>,
) -> String {
    let answer = &at_own_level(answer);
    let chart = Chart::new(answer, tables, None);
    let o = &answer.outcome;
    let title = write.text(
        &say::FileChartTitle {
            segment: names::segment(&answer.entries.segment),
            tier: names::at_tier(&answer.entries.tier),
        }
        .into(),
    );
    let mut drawing = Drawing::new(WIDTH, HEIGHT, &title);
    patterns(&mut drawing);
    let lines = drawing.paragraph(
        Words {
            bold: true,
            ..at(30, 42, 24, INK)
        },
        &title,
        900,
        2,
    );
    let sentence = say::ChartTitle {
        low: Figure::level(o.band.0),
        high: Figure::level(o.band.1),
    };
    let y = 42 + 30 * lines;
    drawing.paragraph(at(30, y, 18, MUTED), &write.text(&sentence.into()), 900, 1);
    plot(&mut drawing, &chart, write);
    you(&mut drawing, answer, tables, &chart, write);
    axis(&mut drawing, &chart, write);
    let mut below = vec![write.text(&made_by(origin))];
    if answer.entries.is_example() {
        below.insert(0, write.text(&say::sharecard_example()));
    }
    for (line, y) in below.iter().rev().zip([620, 600]) {
        drawing.paragraph(at(30, y, 14, MUTED), line, 900, 1);
    }
    drawing.finish()
}

fn plot(drawing: &mut Drawing, chart: &Chart, write: &Writing<'_>) {
    let (bottom, top) = (up(0.0), up(1.0));
    let (left, right) = (across(chart.band.0), across(chart.band.1));
    let width = right - left;
    drawing.put(&format!(
        "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"#dfecea\" stroke=\"#0b6b5b\" stroke-dasharray=\"5 4\"/>",
        bottom - top
    ));
    for (y, money) in &chart.money_ticks {
        let y = up(*y);
        drawing.put(&format!(
            "<path d=\"M{} {y}H{}\" stroke=\"#d5dae2\"/>",
            LEFT as i32, RIGHT as i32
        ));
        let words = Words {
            anchor: "end",
            ..at(LEFT as i32 - 10, y + 5, 14, MUTED)
        };
        drawing.words(words, &write.format.figure(money));
    }
    wing(drawing, &chart.lost, LOST, "lost");
    wing(drawing, &chart.spent, SPENT, "spent");
    let label = |drawing: &mut Drawing, x, y, colour, message: Message, anchor| {
        let words = Words {
            anchor,
            bold: true,
            ..at(x, y, 16, colour)
        };
        drawing.words(words, &write.text(&message));
    };
    let above = top - 8;
    label(
        drawing,
        LEFT as i32,
        above,
        LOST,
        say::chart_lost(),
        "start",
    );
    label(
        drawing,
        RIGHT as i32,
        above,
        SPENT,
        say::chart_spent(),
        "end",
    );
    let middle = ((left + right) / 2).clamp(LEFT as i32 + 260, RIGHT as i32 - 260);
    label(drawing, middle, above, ENOUGH, say::chart_band(), "middle");
}

/// The level, as a mark with its number.
fn you(
    drawing: &mut Drawing,
    answer: &Answer,
    tables: &Tables,
    chart: &Chart,
    write: &Writing<'_>,
) {
    let level = Figure::level(answer.outcome.level);
    let said: Message = if answer.entries.tells_level(tables) {
        say::FileYouAt { level }.into()
    } else {
        say::FileAssumedAt { level }.into()
    };
    let (x, y) = (across(chart.you.0), up(chart.you.1));
    drawing.put(&format!(
        "<path d=\"M{x} {}V{}\" stroke=\"{INK}\" stroke-width=\"2\"/><circle cx=\"{x}\" cy=\"{y}\" r=\"8\" fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"4\"/>",
        up(1.0), up(0.0)
    ));
    let (anchor, aside) = if chart.you.0 > 0.7 {
        ("end", -14)
    } else {
        ("start", 14)
    };
    let words = Words {
        anchor,
        bold: true,
        ..at(x + aside, up(1.0) + 22, 17, INK)
    };
    drawing.put(
        "<g stroke=\"#fff\" stroke-width=\"5\" paint-order=\"stroke\" stroke-linejoin=\"round\">",
    );
    drawing.words(words, &write.text(&said));
    drawing.put("</g>");
}

fn axis(drawing: &mut Drawing, chart: &Chart, write: &Writing<'_>) {
    let bottom = up(0.0);
    drawing.put(&format!(
        "<path d=\"M{} {bottom}H{}\" stroke=\"{INK}\" stroke-width=\"2\"/>",
        LEFT as i32, RIGHT as i32
    ));
    for step in &chart.steps {
        let x = across(step.x);
        chair(drawing, &step.id, (x, bottom + 10), 10);
        let words = Words {
            anchor: "middle",
            bold: step.here,
            ..at(x, bottom + 80, 15, INK)
        };
        drawing.words(words, &write.format.figure(&step.level));
    }
    let middle = ((LEFT + RIGHT) / 2.0) as i32;
    let words = Words {
        anchor: "middle",
        ..at(middle, bottom + 108, 15, MUTED)
    };
    drawing.words(words, &write.text(&say::chart_axis()));
    let money = write.text(&say::chart_money());
    drawing.paragraph(at(30, TOP as i32 - 34, 14, MUTED), &money, 900, 1);
}
