//! What a part draws, or in its place how far the part is.

use super::icon::{Icon, icon};
use super::part::Part;
use super::parts::{Below, Panels, Screen, owner, panels, screen, taking_away};
use super::scene::Scene;
use crate::present::load::Load;
use l10n::text::say;
use yew::prelude::*;

/// What the first screen's part draws.
pub fn from_screen(scene: &Scene, draw: impl FnOnce(&Screen) -> Html) -> Html {
    match screen() {
        Some(screen) => draw(screen),
        None => waiting(scene, Part::Screen, scene.view.load(Part::Screen)),
    }
}

/// What stands below the answer.
pub fn from_below(scene: &Scene, draw: impl FnOnce(&Below) -> Html) -> Html {
    match scene.below() {
        Some(below) => draw(below),
        None => waiting(scene, Part::Below, scene.view.load(Part::Below)),
    }
}

/// What opens on demand, once it is wanted.
pub fn from_panels(scene: &Scene, draw: impl FnOnce(&Panels) -> Html) -> Html {
    match (panels(), scene.languages.more()) {
        (Some(panels), Load::Here) => draw(panels),
        _ => waiting(scene, Part::Panels, scene.load(Part::Panels)),
    }
}

/// What says texts beyond those of the first screen, once they are here.
pub fn once_said(scene: &Scene, draw: impl FnOnce() -> Html) -> Html {
    match scene.languages.more() {
        Load::Here => draw(),
        load => waiting(scene, Part::Below, load),
    }
}

/// What keeps, compares, passes on and takes away, once it is wanted.
pub fn from_away(scene: &Scene) -> Html {
    match (taking_away(), scene.languages.more()) {
        (Some(away), Load::Here) => (away.away)(scene),
        _ => waiting(scene, Part::Away, scene.load(Part::Away)),
    }
}

/// What can be handed over.
pub fn from_handover(scene: &Scene) -> Html {
    match (owner(), scene.languages.more()) {
        (Some(owner), Load::Here) => (owner.handover)(scene),
        _ => waiting(scene, Part::Owner, scene.load(Part::Owner)),
    }
}

fn waiting(scene: &Scene, part: Part, load: Load) -> Html {
    if load != Load::Failed {
        return html! { <p class="coming" role="status">{scene.text(&say::panel_coming())}</p> };
    }
    let again = scene.clone();
    failed(scene, move |_| again.want(part))
}

/// Says that something did not come, and how to try once more.
pub fn failed(scene: &Scene, again: impl Fn(MouseEvent) + 'static) -> Html {
    html! {
        <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>
            {scene.text(&say::panel_failed())}{" "}
            <button type="button" class="link" data-again="" onclick={again}>{scene.text(&say::panel_again())}</button>
        </span></p>
    }
}
