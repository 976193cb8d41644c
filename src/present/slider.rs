//! Where a value stands on a slider's travel, and back.

use super::decade::decade;
use crate::session::Scaler;
use model::{InputRange, SliderScale};

/// Steps of a slider's travel.
pub const STEPS: f64 = 200.0;

/// A slider's ends and scale, in the model's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    low: f64,
    high: f64,
    scale: SliderScale,
    whole: bool,
}

impl Slider {
    /// The slider of an input whose example is `example`, where the field has the range's numbers
    /// scaled.
    #[must_use]
    pub fn new(range: &InputRange, example: f64, scaler: Scaler) -> Self {
        let (low, high) = range.slider;
        let (low, high) = if range.slider_around_example {
            (low * example, high * example)
        } else {
            (scaler.shown(low), scaler.shown(high))
        };
        Self {
            low,
            high,
            scale: range.scale,
            whole: false,
        }
    }

    /// The same slider, giving whole numbers only.
    #[must_use]
    pub fn whole(self, whole: bool) -> Self {
        Self { whole, ..self }
    }

    fn bend(&self, value: f64) -> f64 {
        match self.scale {
            SliderScale::Linear => value,
            SliderScale::Log => libm::log(value.max(f64::MIN_POSITIVE)),
            SliderScale::Log1p => libm::log(1.0 + value.max(0.0)),
        }
    }

    /// Where a value stands, 0 to [`STEPS`]; values beyond the ends stand at the end.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        let (low, high) = (self.bend(self.low), self.bend(self.high));
        let at = (self.bend(value) - low) / (high - low);
        if at.is_finite() {
            (at * STEPS).clamp(0.0, STEPS).round()
        } else {
            0.0
        }
    }

    /// The value at a position, rounded to what a person would say.
    #[must_use]
    pub fn value(&self, position: f64) -> f64 {
        let (low, high) = (self.bend(self.low), self.bend(self.high));
        let bent = low + (high - low) * (position / STEPS).clamp(0.0, 1.0);
        let value = match self.scale {
            SliderScale::Linear => bent,
            SliderScale::Log => libm::exp(bent),
            SliderScale::Log1p => libm::exp(bent) - 1.0,
        };
        let step = match self.scale {
            SliderScale::Linear => (self.high - self.low) / STEPS,
            SliderScale::Log | SliderScale::Log1p => value.abs() / 50.0,
        };
        let step = if self.whole { step.max(1.0) } else { step };
        round_to(value, step).max(self.low).min(self.high)
    }
}

/// Rounds to the power of ten at or below `step`, or half or a fifth of the next.
fn round_to(value: f64, step: f64) -> f64 {
    if !(step > 0.0 && step.is_finite()) {
        return value;
    }
    let power = decade(step);
    let fine = [5.0, 2.0, 1.0]
        .map(|n| n * power)
        .into_iter()
        .find(|fine| *fine <= step * 1.0001);
    let fine = fine.unwrap_or(power);
    // Divided where the step is a fraction, so that 0.1 comes out as 0.1.
    if fine < 1.0 {
        (value / fine).round() / (1.0 / fine).round()
    } else {
        (value / fine).round() * fine
    }
}
