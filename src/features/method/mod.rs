//! How the model works, with every parameter.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::MethodPanel;
pub use view::MethodView;
