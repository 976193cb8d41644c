//! Files to take away: CSV, XLSX, JSON.

mod panel;
mod save;
mod view;

pub use panel::FilesPanel;
pub use save::{made, outcome, wanted, writing};
pub use view::{Cell, Sheet, Writing, at_own_level, csv, json, sheets, xlsx};
