//! What is behind a figure, opened right below the block that holds it; one at a time. The first
//! program asks the full one to open it.

mod card;
mod place;

use super::explained::{TARGET, figure_at};
use super::opening::Opening;
use super::panel::opened;
use super::scene::{Scene, use_scene};
use place::Opened;
use web_sys::Element;
use yew::prelude::*;

/// What stands on the page.
#[derive(Properties, PartialEq)]
pub struct ExplainerProps {
    /// The cards and panels.
    pub children: Html,
}

fn card(now: &Opened, on_close: Callback<()>) -> Html {
    html! { <card::ExplainCard name={now.name.clone()} place={now.place.clone()} {on_close} /> }
}

/// The figure that the first program was asked to open.
fn asked_for(scene: Option<&Scene>) -> Option<u32> {
    let target = scene?.target.as_ref()?.strip_prefix(TARGET)?;
    target.parse().ok()
}

/// The page, each figure of which explains itself.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let scene = use_scene();
    let page = use_node_ref();
    let now = use_state(|| None::<Opened>);
    {
        let (page, now, index) = (page.clone(), now.clone(), asked_for(scene.as_ref()));
        use_effect_with((), move |()| {
            let page = page.cast::<Element>().zip(index);
            if let Some(button) = page.and_then(|(page, index)| figure_at(&page, index)) {
                now.set(Opened::at(button));
            }
        });
    }
    use_effect_with((*now).clone(), |now| {
        let now = now.clone();
        if let Some(now) = &now {
            now.expand(true);
        }
        move || {
            if let Some(now) = now {
                now.expand(false);
                now.place.remove();
            }
        }
    });
    let Some(scene) = scene else {
        return Html::default();
    };
    // One listener for all figures: there are dozens of them.
    let onclick = {
        let (now, scene) = (now.clone(), scene.clone());
        move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            let button = target.and_then(|target| target.closest("button.figure").ok()?);
            let Some(button) = button else { return };
            if now.as_ref().is_some_and(|now| now.button == button) {
                now.set(None);
                return;
            }
            scene.need_more.emit(());
            now.set(Opened::at(button));
        }
    };
    let on_close = {
        let now = now.clone();
        Callback::from(move |()| {
            if let Some(now) = &*now {
                now.focus();
            }
            now.set(None);
        })
    };
    html! {
        <div class="page" ref={page} {onclick}>
            {props.children.clone()}
            if let Some(now) = &*now {
                { create_portal(opened(&scene, Opening::Open, || card(now, on_close)), now.place.clone()) }
            }
        </div>
    }
}
