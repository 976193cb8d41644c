//! Other ways than a rung to tell how well one serves: a level, twelve questions, signs of overdoing.

mod panel;
mod questions;
mod survey;
mod survey_panel;
mod view;
mod ways;

pub use survey::survey;
pub use survey_panel::Survey;
pub use view::{AssessmentView, Score};
pub use ways::ways;
