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
mod treadmill;

use super::panel::Panel;
use crate::present::text::say;
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

/// The panels, each closed until it is asked for.
#[component]
pub fn Panels() -> Html {
    html! {
        <section class="panels">
            <Panel id="certainty" title={say::panel_certainty()} lead={say::panel_certainty_lead()}><CertaintyPanel /></Panel>
            <Panel id="treadmill" title={say::panel_treadmill()} lead={say::panel_treadmill_lead()}><TreadmillPanel /></Panel>
            <Panel id="forecast" title={say::panel_forecast()} lead={say::panel_forecast_lead()}><ForecastPanel /></Panel>
            <Panel id="idea" title={say::panel_idea()} lead={say::panel_idea_lead()}><IdeaPanel /></Panel>
            <Panel id="scale" title={say::panel_scale()} lead={say::panel_scale_lead()}><ScalePanel /></Panel>
            <Panel id="queue" title={say::panel_queue()} lead={say::panel_queue_lead()}><QueuePanel /></Panel>
            <Panel id="neighbours" title={say::panel_neighbours()} lead={say::panel_neighbours_lead()}><NeighboursPanel /></Panel>
            <Panel id="kpi" title={say::panel_kpi()} lead={say::panel_kpi_lead()}><KpiPanel /></Panel>
            <Panel id="method" title={say::panel_method()} lead={say::panel_method_lead()}><MethodPanel /></Panel>
        </section>
    }
}
