//! A heading that is a button, and what it opens.

use super::icon::{Icon, icon};
use super::opening::{Opening, use_opening};
use super::scene::{Scene, use_scene};
use crate::present::text::{Message, say};
use yew::prelude::*;

/// A panel.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its heading.
    pub title: Message,
    /// What it is about.
    pub lead: Message,
}

#[cfg(feature = "panels")]
fn content(id: &str) -> Html {
    super::panels::content(id)
}

#[cfg(not(feature = "panels"))]
fn content(_: &str) -> Html {
    Html::default()
}

/// What was opened, or how far it is.
pub fn opened(scene: &Scene, opening: Opening, content: impl FnOnce() -> Html) -> Html {
    match opening {
        Opening::Closed => Html::default(),
        Opening::Open if scene.catalog.is_complete() => content(),
        Opening::Open | Opening::Coming => {
            html! { <p role="status">{scene.text(&say::panel_coming())}</p> }
        }
        Opening::Failed => html! {
            <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>{scene.text(&say::panel_failed())}</span></p>
        },
    }
}

/// A panel, closed at first.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let scene = use_scene();
    let (opening, button, onclick) = use_opening(&props.id);
    let Some(scene) = scene else {
        return Html::default();
    };
    let body = format!("panel-{}", props.id);
    let open = opening != Opening::Closed;
    html! {
        <section class="panel">
            <h2>
                <button type="button" class="panel-toggle" data-panel={props.id.clone()} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} ref={button} {onclick}>
                    {scene.text(&props.title)}<span class="small">{scene.text(&props.lead)}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!open}>
                {opened(&scene, opening, || content(&props.id))}
            </div>
        </section>
    }
}
