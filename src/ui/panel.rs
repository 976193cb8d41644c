//! A heading that is a button, and what it opens.

use super::icon::{Icon, icon};
use super::loads::Part;
use super::opened::from_panels;
use super::scene::Scene;
use crate::present::text::Message;
use yew::prelude::*;

/// A panel.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// What it sees.
    pub scene: Scene,
    /// Unique on the page.
    pub id: AttrValue,
    /// Its heading.
    pub title: Message,
    /// What it is about.
    pub lead: Message,
}

/// A panel, closed at first.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let PanelProps {
        scene,
        id,
        title,
        lead,
    } = props;
    let open = use_state(|| false);
    let body = format!("panel-{id}");
    let onclick = {
        let (scene, open) = (scene.clone(), open.clone());
        move |_: MouseEvent| {
            scene.want(Part::Panels);
            open.set(!*open);
        }
    };
    html! {
        <section class="panel">
            <h2>
                <button type="button" class="panel-toggle" data-panel={id.clone()} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} {onclick}>
                    {scene.text(title)}<span class="small">{scene.text(lead)}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!*open}>
                if *open { {from_panels(scene, |panels| (panels.panel)(scene, id))} }
            </div>
        </section>
    }
}
