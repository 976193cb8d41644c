//! A small chart over time: shapes in 0..1 (x to the right, y upwards), and its words.

use super::chart::{Curve, nice_step, ticks};
use l10n::figure::Figure;
use l10n::text::Message;

/// A small chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Its heading.
    pub title: Message,
    /// The same facts in words, for who cannot see it.
    pub summary: Message,
    /// Its lines: the first is drawn solid, a second one dashed.
    pub lines: Vec<Curve>,
    /// What lies between the ends of a range.
    pub area: Curve,
    /// Up to where the time is shaded, x.
    pub shaded: f64,
    /// Lines of the grid across: y and what it stands for.
    pub ticks: Vec<(f64, Figure)>,
    /// Marks along the bottom: x and what it stands for.
    pub marks: Vec<(f64, Message)>,
}

impl Plot {
    /// A chart of values at even times. `base` is always in view, and the values fill at least
    /// `least`, so that a small change does not look large.
    #[must_use]
    pub fn new(
        (title, summary): (Message, Message),
        lines: &[&[f64]],
        (base, least): (f64, f64),
        figure: fn(f64) -> Figure,
    ) -> Self {
        let values = || lines.iter().copied().flatten().copied();
        let (low, high) = (values().fold(base, f64::min), values().fold(base, f64::max));
        let step = nice_step((high - low).max(least) / 2.0);
        let bottom = (low / step).floor() * step;
        let top = ((high / step).ceil() * step).max(bottom + step);
        let y = |value: f64| ((value - bottom) / (top - bottom)).clamp(0.0, 1.0);
        let curve = |line: &&[f64]| -> Curve {
            let last = line.len().saturating_sub(1).max(1) as f64;
            let points = line.iter().enumerate();
            points
                .map(|(i, value)| (i as f64 / last, y(*value)))
                .collect()
        };
        Self {
            title,
            summary,
            lines: lines.iter().map(curve).collect(),
            area: Curve::new(),
            shaded: 0.0,
            ticks: ticks(bottom, top, step)
                .map(|value| (y(value), figure(value)))
                .collect(),
            marks: Vec::new(),
        }
    }

    /// Makes the last two lines the ends of a range.
    #[must_use]
    pub fn with_range(mut self) -> Self {
        let high = self.lines.pop().unwrap_or_default();
        let low = self.lines.pop().unwrap_or_default();
        self.area = low.into_iter().chain(high.into_iter().rev()).collect();
        self
    }
}
