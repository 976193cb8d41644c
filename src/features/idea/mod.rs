//! What one idea for the service would bring.

mod finding;
mod panel;
mod view;

pub use finding::finding;
pub use panel::IdeaPanel;
pub use view::{Asked, Example, IdeaView, ResultView, ranked};
