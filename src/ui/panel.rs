//! A heading that is a button, and what it opens.

use super::icon::{Icon, icon};
use super::opened::from_panels;
use super::scene::Scene;
use crate::present::text::Message;
use yew::prelude::*;

/// A panel, closed at first.
pub fn panel(scene: &Scene, id: &'static str, title: &Message, lead: &Message) -> Html {
    let body = format!("panel-{id}");
    let open = scene.view.is_open(&body);
    html! {
        <section class="panel" key={id}>
            <h2>
                <button type="button" class="panel-toggle" data-panel={id} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} onclick={scene.toggle(body.clone().into())}>
                    {scene.text(title)}<span class="small">{scene.text(lead)}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!open}>
                if open { {from_panels(scene, |panels| (panels.panel)(scene, id))} }
            </div>
        </section>
    }
}
