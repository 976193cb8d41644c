//! The numbers of the business and the fields to edit them.

mod fields;
mod panel;
mod take_back;

pub use fields::{fields, session_field};
pub use panel::{CUSTOMERS, LINES, numbers_card};
pub use take_back::take_back;
