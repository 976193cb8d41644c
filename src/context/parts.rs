//! The parts of the program that are fetched when first needed, as tables of what they draw.
//! `app::parts` loads them; until then a table is empty.

use super::Context;
use crate::answer::Answer;
use crate::panel::Panel;
use crate::platform::draws::Numbers;
use crate::session::Session;
use l10n::text::Message;
use model::Tables;
use std::sync::OnceLock;
use yew::Html;

/// Draws something.
pub type Draw = fn(&Context) -> Html;

/// What the part [`crate::platform::part::Part::Rest`] draws and does.
#[derive(Debug)]
pub struct Rest {
    /// The chart.
    pub chart: Draw,
    /// What the level costs.
    pub costs: Draw,
    /// Taking back and starting over.
    pub take_back: Draw,
    /// The choice of the market.
    pub market: Draw,
    /// Other ways than a rung to tell how well one serves.
    pub ways: Draw,
    /// The numbers of the business.
    pub numbers: Draw,
    /// What of a link could not be used.
    pub notices: Draw,
    /// The answer in one line.
    pub dock: Draw,
    /// What to do first.
    pub todo: Draw,
    /// Where the loss comes from, and the panels, closed.
    pub below: Draw,
    /// What the simulations of an answer are about.
    pub study: fn(&Answer, &Tables) -> Option<Numbers>,
    /// Writes a session down as a text.
    pub write: fn(&Session, &Tables) -> String,
}

/// What the part [`crate::platform::part::Part::Panels`] draws.
#[derive(Debug)]
pub struct Panels {
    /// What an open panel shows.
    pub content: fn(Panel, &Context) -> Html,
    /// What a closed panel has found.
    pub finding: fn(Panel, &Answer, &Tables) -> Option<Message>,
    /// What is forgone, taken apart.
    pub made_of: Draw,
    /// What is behind the figure of this name.
    pub explanation: fn(&Context, &str) -> Html,
}

/// The part [`crate::platform::part::Part::Rest`], once it is loaded.
pub static REST: OnceLock<Rest> = OnceLock::new();
/// The part [`crate::platform::part::Part::Panels`], once it is loaded.
pub static PANELS: OnceLock<Panels> = OnceLock::new();
/// Draws what can be taken away, once the part [`crate::platform::part::Part::Takeaway`] is loaded.
pub static TAKEAWAY: OnceLock<Draw> = OnceLock::new();
/// Draws what the site's owner asks for, once the part [`crate::platform::part::Part::Owner`] is loaded.
pub static OWNER: OnceLock<Draw> = OnceLock::new();
