//! The report on paper.

mod panel;
mod view;

pub use panel::ReportPanel;
pub use panel::{choice, print_button, sizes, usual_size};
pub use view::{Monday, Report, Task};
