//! What opens on demand below the answer: headings here, what they open in `panels`.

use super::findings::use_findings;
use super::panel::panel;
use super::scene::{Scene, SceneProps};
use crate::present::finding::{PANELS, is_offered};
use l10n::text::{Message, say};
use yew::prelude::*;

/// What each is called, and what it is about.
fn headings() -> [(Message, Message); 10] {
    [
        (say::panel_certainty(), say::panel_certainty_lead()),
        (say::panel_treadmill(), say::panel_treadmill_lead()),
        (say::panel_forecast(), say::panel_forecast_lead()),
        (say::panel_idea(), say::panel_idea_lead()),
        (say::panel_scale(), say::panel_scale_lead()),
        (say::panel_queue(), say::panel_queue_lead()),
        (say::panel_neighbours(), say::panel_neighbours_lead()),
        (say::panel_kpi(), say::panel_kpi_lead()),
        (say::panel_method(), say::panel_method_lead()),
        (say::panel_take(), say::panel_take_lead()),
    ]
}

#[component]
fn PanelList(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let findings = use_findings(scene, &PANELS);
    let headings = headings();
    let panels = PANELS.iter().zip(&headings).enumerate();
    let entries = &scene.store.session.entries;
    let panels = panels
        .filter(|(_, (id, _))| scene.look.shows(id) && is_offered(id, entries, scene.tables()));
    let panels = panels.map(|(index, (id, heading))| {
        let finding = findings
            .as_ref()
            .and_then(|(said, stale)| Some((said.get(index)?.as_ref()?, *stale)));
        panel(scene, id, heading, finding)
    });
    html! { <section class="panels" part="panels">{ for panels }</section> }
}

/// The panels, each closed until it is asked for.
pub fn panel_list(scene: &Scene) -> Html {
    html! { <PanelList scene={scene.clone()} /> }
}
