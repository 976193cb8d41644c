//! Files to take away: CSV, XLSX, JSON.

mod chart_file;
mod panel;
mod save;
mod view;

pub(crate) use chart_file::{ENOUGH, LOST, SPENT, at, chair, made_by};
pub use chart_file::{Origin, chart_file};
pub use panel::FilesPanel;
pub use save::{origin, save_file, writing};
pub use view::{Cell, Sheet, Writing, at_own_level, csv, json, sheets, xlsx};
