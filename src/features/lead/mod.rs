//! Handing the result over to the owner of the site.

mod draft;
mod handover;
mod panel;
mod view;

pub use handover::handover;
pub use view::is_email;
