//! A heading that is a button, and what it opens.

use super::icon::{Icon, icon};
use super::scene::use_scene;
use crate::present::text::Message;
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
    /// What it opens; mounted when first opened.
    pub children: Html,
}

/// A panel, closed at first.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let scene = use_scene();
    let open = use_state(|| false);
    let Some(scene) = scene else {
        return Html::default();
    };
    let body = format!("panel-{}", props.id);
    let onclick = {
        let (open, scene) = (open.clone(), scene.clone());
        move |_| {
            scene.need_more.emit(());
            open.set(!*open);
        }
    };
    html! {
        <section class="panel">
            <h2>
                <button type="button" class="panel-toggle" data-panel={props.id.clone()} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} {onclick}>
                    {scene.text(&props.title)}<span class="small">{scene.text(&props.lead)}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!*open}>
                if *open && scene.catalog.is_complete() { {props.children.clone()} }
            </div>
        </section>
    }
}
