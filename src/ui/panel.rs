//! A heading that is a button, and what it opens. The first program has no panels in it: there a
//! heading asks for the full program, which takes over in the same state with the panel open.

use super::icon::{Icon, icon};
use super::scene::{Grow, use_scene};
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

/// How far a panel is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Closed,
    Open,
    /// The full program is on its way.
    Coming,
    /// It did not come.
    Failed,
}

#[cfg(feature = "panels")]
fn content(id: &str) -> Html {
    super::panels::content(id)
}

#[cfg(not(feature = "panels"))]
fn content(_: &str) -> Html {
    Html::default()
}

/// A panel, closed at first.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let scene = use_scene();
    let asked_for = scene.as_ref().and_then(|scene| scene.target.clone());
    let asked_for = asked_for.is_some_and(|id| id == props.id);
    let state = use_state(|| {
        if asked_for {
            State::Open
        } else {
            State::Closed
        }
    });
    let toggle = use_node_ref();
    {
        // The heading that was pressed in the first program keeps the focus in the full one.
        let toggle = toggle.clone();
        use_effect_with((), move |()| {
            if asked_for && let Some(toggle) = toggle.cast::<web_sys::HtmlElement>() {
                let _ = toggle.focus();
            }
        });
    }
    let Some(scene) = scene else {
        return Html::default();
    };
    let body = format!("panel-{}", props.id);
    let onclick = {
        let (state, scene, id) = (state.clone(), scene.clone(), props.id.clone());
        move |_| match *state {
            State::Open => state.set(State::Closed),
            State::Coming => {}
            State::Closed | State::Failed if cfg!(feature = "panels") => {
                scene.need_more.emit(());
                state.set(State::Open);
            }
            State::Closed | State::Failed => {
                state.set(State::Coming);
                let state = state.clone();
                let failed = Callback::from(move |()| state.set(State::Failed));
                scene.grow.emit(Grow {
                    target: id.clone(),
                    failed,
                });
            }
        }
    };
    let open = *state != State::Closed;
    html! {
        <section class="panel">
            <h2>
                <button type="button" class="panel-toggle" data-panel={props.id.clone()} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} ref={toggle} {onclick}>
                    {scene.text(&props.title)}<span class="small">{scene.text(&props.lead)}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!open}>
                if *state == State::Coming || *state == State::Open && !scene.catalog.is_complete() {
                    <p role="status">{scene.text(&say::panel_coming())}</p>
                } else if *state == State::Failed {
                    <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>{scene.text(&say::panel_failed())}</span></p>
                } else if open {
                    {content(&props.id)}
                }
            </div>
        </section>
    }
}
