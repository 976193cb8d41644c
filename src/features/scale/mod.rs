//! How volume changes the level that is enough.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::ScalePanel;
pub use view::FIELDS;
pub use view::ScaleView;
pub(crate) use view::sound;
