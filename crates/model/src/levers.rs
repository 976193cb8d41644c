//! What could be done, by what it brings in a year (section 7).

use super::calibration::Calibrated;
use super::sufficient::Sufficient;
use super::treadmill::settle_back;

/// Gain in yearly value of each lever, money a year; negative means not worth it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Levers {
    /// Raise the level to the sufficient one; none at or above it.
    pub level: Option<f64>,
    /// Make the service consistent.
    pub consistency: Option<f64>,
    /// Both; none at or above the sufficient level.
    pub both: Option<f64>,
    /// Step back to the sufficient level; none at or below it.
    pub step_back: Option<f64>,
    /// What stepping back costs once, over the treadmill's months, because customers are used to
    /// more; beside `step_back`.
    pub cost_of_going_back: Option<f64>,
    /// Gain of stepping back less a year's share of what it costs; none where there is nothing to
    /// step back from.
    pub step_back_net: Option<f64>,
}

impl Levers {
    /// Whether the advice is to hold: the level is above the sufficient one, and stepping back
    /// costs more than it brings. Raise nothing further, and let the market, which rises, catch up.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.step_back_net.is_some_and(|net| net < 0.0)
    }

    /// The levers of a business whose sufficient level is known; `here` is the yearly value at its own
    /// level, `consistent` that of consistent service at the higher of the two.
    #[must_use]
    pub fn new(firm: &Calibrated, sufficient: &Sufficient, here: f64, consistent: f64) -> Self {
        let (own, best) = (firm.level, sufficient.level);
        let (below, above) = (own < best, own > best);
        let upper = if below { sufficient.value } else { here };
        let step_back = above.then_some(sufficient.value - here);
        let cost_of_going_back = above.then(|| settle_back(firm, own, best));
        let a_year = 1.0 / firm.constants.horizon_years;
        let net = step_back.zip(cost_of_going_back);
        Self {
            level: below.then_some(sufficient.value - here),
            consistency: Some(consistent - upper),
            both: below.then_some(consistent - here),
            step_back,
            cost_of_going_back,
            step_back_net: net.map(|(gain, cost)| gain - cost * a_year),
        }
    }
}
