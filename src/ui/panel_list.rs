//! What opens on demand below the answer: headings here, what they open in `panels`.

use super::panel::Panel;
use super::scene::Scene;
use crate::present::text::{Message, say};
use yew::prelude::*;

/// The panels, each closed until it is asked for.
pub fn panel_list(scene: &Scene) -> Html {
    let panel = |id: &'static str, title: Message, lead: Message| {
        html! { <Panel key={id} scene={scene.clone()} {id} {title} {lead} /> }
    };
    html! {
        <section class="panels">
            {panel("certainty", say::panel_certainty(), say::panel_certainty_lead())}
            {panel("treadmill", say::panel_treadmill(), say::panel_treadmill_lead())}
            {panel("forecast", say::panel_forecast(), say::panel_forecast_lead())}
            {panel("idea", say::panel_idea(), say::panel_idea_lead())}
            {panel("scale", say::panel_scale(), say::panel_scale_lead())}
            {panel("queue", say::panel_queue(), say::panel_queue_lead())}
            {panel("neighbours", say::panel_neighbours(), say::panel_neighbours_lead())}
            {panel("kpi", say::panel_kpi(), say::panel_kpi_lead())}
            {panel("method", say::panel_method(), say::panel_method_lead())}
        </section>
    }
}
