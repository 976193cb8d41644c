//! What opens on demand below the answer.

mod certainty;
mod fields;
mod forecast;
mod idea;
mod kpi;
mod method;
mod neighbours;
mod plot;
mod queue;
mod scale;
mod tornado;
mod treadmill;

use certainty::CertaintyPanel;
use forecast::ForecastPanel;
use idea::IdeaPanel;
use kpi::KpiPanel;
use method::MethodPanel;
use neighbours::NeighboursPanel;
use queue::QueuePanel;
use scale::ScalePanel;
use treadmill::TreadmillPanel;
use yew::prelude::*;

/// What a panel opens.
pub fn content(id: &str) -> Html {
    match id {
        "certainty" => html! { <CertaintyPanel /> },
        "treadmill" => html! { <TreadmillPanel /> },
        "forecast" => html! { <ForecastPanel /> },
        "idea" => html! { <IdeaPanel /> },
        "scale" => html! { <ScalePanel /> },
        "queue" => html! { <QueuePanel /> },
        "neighbours" => html! { <NeighboursPanel /> },
        "kpi" => html! { <KpiPanel /> },
        "method" => html! { <MethodPanel /> },
        _ => Html::default(),
    }
}
