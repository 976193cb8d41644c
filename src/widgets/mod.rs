//! Drawing that several features share and that knows none of them.

pub mod axis;
pub mod block;
pub mod curve;
pub mod disclosure;
pub mod drawing;
pub mod field;
pub mod icon;
pub mod last_valid;
pub mod net_margin;
pub mod net_margin_question;
pub mod number_field;
pub mod opened;
pub mod panel_field;
pub mod plot;
pub mod plot_figure;
pub mod segmented;
pub mod slider;
pub mod speak;
