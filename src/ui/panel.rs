//! A heading that is a button, and what it opens.

use super::icon::{Icon, icon};
use super::opened::{from_away, from_panels};
use super::part::Part;
use super::scene::Scene;
use super::speak::speak;
use crate::present::finding::TAKE;
use l10n::text::Message;
use yew::prelude::*;

/// A panel, closed at first. While closed it says what it has found, if anything, and whether that
/// is stale; else what it is about.
pub fn panel(
    scene: &Scene,
    id: &'static str,
    (title, lead): &(Message, Message),
    finding: Option<(&Message, bool)>,
) -> Html {
    let body = format!("panel-{id}");
    let open = scene.view.is_open(&body);
    let part = if id == TAKE { Part::Away } else { Part::Panels };
    let line = match finding.filter(|_| !open) {
        Some((finding, stale)) => {
            html! { <span class={classes!("finding", stale.then_some("stale"))}>{speak(scene, finding)}</span> }
        }
        None => html! { {scene.text(lead)} },
    };
    html! {
        <section class="panel" key={id}>
            <h2>
                <button type="button" class="panel-toggle" data-panel={id} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} onclick={scene.toggle_of(part, body.clone().into())}>
                    {scene.text(title)}<span class="small">{line}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!open}>
                if !open {
                } else if part == Part::Away {
                    {from_away(scene)}
                } else {
                    {from_panels(scene, |panels| (panels.panel)(scene, id))}
                }
            </div>
        </section>
    }
}
