//! What opens on demand below the answer.

mod certainty;
mod fields;
mod forecast;
mod idea;
mod kpi;
mod made_of;
mod method;
mod neighbours;
mod plot;
mod queue;
mod scale;
mod tornado;
mod treadmill;

use crate::ui::scene::Scene;
use certainty::certainty;
use forecast::ForecastPanel;
use idea::IdeaPanel;
use kpi::KpiPanel;
pub use made_of::made_of;
use method::MethodPanel;
use neighbours::NeighboursPanel;
use queue::QueuePanel;
use scale::ScalePanel;
use treadmill::TreadmillPanel;
use yew::prelude::*;

/// What a panel opens.
pub fn content(scene: &Scene, id: &str) -> Html {
    if id == "certainty" {
        return certainty(scene);
    }
    let scene = scene.clone();
    match id {
        "treadmill" => html! { <TreadmillPanel {scene} /> },
        "forecast" => html! { <ForecastPanel {scene} /> },
        "idea" => html! { <IdeaPanel {scene} /> },
        "scale" => html! { <ScalePanel {scene} /> },
        "queue" => html! { <QueuePanel {scene} /> },
        "neighbours" => html! { <NeighboursPanel {scene} /> },
        "kpi" => html! { <KpiPanel {scene} /> },
        "method" => html! { <MethodPanel {scene} /> },
        _ => Html::default(),
    }
}
