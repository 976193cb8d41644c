//! What each panel shows, and what it has found. Every `match` names all panels: a new one that is
//! forgotten somewhere does not compile.

use crate::answer::Answer;
use crate::context::Context;
use crate::features::certainty::{self, CertaintyPanel};
use crate::features::forecast::{self, ForecastPanel};
use crate::features::idea::{self, IdeaPanel};
use crate::features::kpi::{self, KpiPanel};
use crate::features::method::{self, MethodPanel};
use crate::features::neighbours::{self, NeighboursPanel};
use crate::features::queue::{self, QueuePanel};
use crate::features::repricing::{self, RepricingPanel};
use crate::features::scale::{self, ScalePanel};
use crate::features::treadmill::{self, TreadmillPanel};
use crate::panel::Panel;
use crate::session::{Entry, Field};
use l10n::text::{Message, say};
use model::Tables;
use yew::prelude::*;

/// What an open panel shows.
pub fn content(panel: Panel, context: &Context) -> Html {
    let context = context.clone();
    match panel {
        Panel::Certainty => html! { <CertaintyPanel {context} /> },
        Panel::Treadmill => html! { <TreadmillPanel {context} /> },
        Panel::Forecast => html! { <ForecastPanel {context} /> },
        Panel::Idea => html! { <IdeaPanel {context} /> },
        Panel::Scale => html! { <ScalePanel {context} /> },
        Panel::Queue => html! { <QueuePanel {context} /> },
        Panel::Repricing => html! { <RepricingPanel {context} /> },
        Panel::Neighbours => html! { <NeighboursPanel {context} /> },
        Panel::Kpi => html! { <KpiPanel {context} /> },
        Panel::Method => html! { <MethodPanel {context} /> },
        // Another part of the program draws it: `app::panel` asks for that part.
        Panel::Take => Html::default(),
    }
}

/// What a closed panel has found for an answer: the result that its heading gives away. None where
/// it has nothing to tell.
#[must_use]
pub fn finding(panel: Panel, answer: &Answer, tables: &Tables) -> Option<Message> {
    match panel {
        Panel::Certainty => Some(certainty::finding(answer, tables)),
        Panel::Treadmill => treadmill::finding(answer, tables),
        Panel::Forecast => forecast::finding(answer, tables),
        Panel::Idea => idea::finding(answer, tables),
        Panel::Scale => of_work(scale::finding(answer, tables), answer, &scale::FIELDS),
        Panel::Queue => of_work(queue::finding(answer, tables), answer, &queue::FIELDS),
        Panel::Repricing => repricing::finding(answer, tables),
        Panel::Neighbours => neighbours::finding(answer, tables),
        Panel::Kpi => Some(kpi::finding(answer, tables)),
        Panel::Method => Some(method::finding(answer, tables)),
        Panel::Take => None,
    }
}

/// What was found of a day's work: an example as long as none of it is entered.
fn of_work(finding: Option<Message>, answer: &Answer, fields: &[Field]) -> Option<Message> {
    let is_example = |field: &Field| *answer.entries.entry(*field) == Entry::Unknown;
    if fields.iter().all(is_example) {
        return finding.map(|finding| say::FindingExample { finding }.into());
    }
    finding
}
