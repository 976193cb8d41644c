//! What opens on demand below the answer: headings here, what they open in `panels`.

use super::panel::panel;
use super::scene::Scene;
use crate::present::text::say;
use yew::prelude::*;

/// The panels, each closed until it is asked for.
pub fn panel_list(scene: &Scene) -> Html {
    let panels = [
        (
            "certainty",
            say::panel_certainty(),
            say::panel_certainty_lead(),
        ),
        (
            "treadmill",
            say::panel_treadmill(),
            say::panel_treadmill_lead(),
        ),
        (
            "forecast",
            say::panel_forecast(),
            say::panel_forecast_lead(),
        ),
        ("idea", say::panel_idea(), say::panel_idea_lead()),
        ("scale", say::panel_scale(), say::panel_scale_lead()),
        ("queue", say::panel_queue(), say::panel_queue_lead()),
        (
            "neighbours",
            say::panel_neighbours(),
            say::panel_neighbours_lead(),
        ),
        ("kpi", say::panel_kpi(), say::panel_kpi_lead()),
        ("method", say::panel_method(), say::panel_method_lead()),
    ];
    let panels = panels
        .iter()
        .map(|(id, title, lead)| panel(scene, id, title, lead));
    html! { <section class="panels">{ for panels }</section> }
}
