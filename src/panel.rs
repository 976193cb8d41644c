//! The panels below the answer, each closed until it is opened: their ids, names and order.

use crate::session::Entries;
use l10n::text::{Message, say};
use model::Tables;

/// A panel. What it shows and what it has found is in [`crate::panels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// How sure the answer is.
    Certainty,
    /// What constant raising costs.
    Treadmill,
    /// The years ahead.
    Forecast,
    /// What an idea would bring.
    Idea,
    /// How volume changes what is enough.
    Scale,
    /// How long customers wait.
    Queue,
    /// The present level at other prices.
    Repricing,
    /// Neighbouring markets.
    Neighbours,
    /// Numbers to steer by.
    Kpi,
    /// How the model works.
    Method,
    /// What keeps, compares, passes on and takes away.
    Take,
}

impl Panel {
    /// All panels, in their order on the page.
    pub const ALL: [Self; 11] = [
        Self::Certainty,
        Self::Treadmill,
        Self::Forecast,
        Self::Idea,
        Self::Scale,
        Self::Queue,
        Self::Repricing,
        Self::Neighbours,
        Self::Kpi,
        Self::Method,
        Self::Take,
    ];

    /// The id: in the page, in a config's `hidden`, in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Certainty => "certainty",
            Self::Treadmill => "treadmill",
            Self::Forecast => "forecast",
            Self::Idea => "idea",
            Self::Scale => "scale",
            Self::Queue => "queue",
            Self::Repricing => "repricing",
            Self::Neighbours => "neighbours",
            Self::Kpi => "kpi",
            Self::Method => "method",
            Self::Take => "take",
        }
    }

    /// The id of its body, by which the page knows whether it is open.
    #[must_use]
    pub fn body(self) -> String {
        ["panel-", self.id()].concat()
    }

    /// Its name, and what it is about in one sentence.
    #[must_use]
    pub fn heading(self) -> (Message, Message) {
        match self {
            Self::Certainty => (say::panel_certainty(), say::panel_certainty_lead()),
            Self::Treadmill => (say::panel_treadmill(), say::panel_treadmill_lead()),
            Self::Forecast => (say::panel_forecast(), say::panel_forecast_lead()),
            Self::Idea => (say::panel_idea(), say::panel_idea_lead()),
            Self::Scale => (say::panel_scale(), say::panel_scale_lead()),
            Self::Queue => (say::panel_queue(), say::panel_queue_lead()),
            Self::Repricing => (say::panel_repricing(), say::panel_repricing_lead()),
            Self::Neighbours => (say::panel_neighbours(), say::panel_neighbours_lead()),
            Self::Kpi => (say::panel_kpi(), say::panel_kpi_lead()),
            Self::Method => (say::panel_method(), say::panel_method_lead()),
            Self::Take => (say::panel_take(), say::panel_take_lead()),
        }
    }

    /// Whether it is offered in a market: the queue only where customers queue.
    #[must_use]
    pub fn is_offered(self, entries: &Entries, tables: &Tables) -> bool {
        self != Self::Queue || entries.queues(tables)
    }
}
