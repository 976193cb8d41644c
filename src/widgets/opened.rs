//! What a part draws, or in its place how far the part is.

use crate::context::Context;
use crate::context::load::Load;
use crate::context::parts::{OWNER, PANELS, Panels, Rest, TAKEAWAY};
use crate::platform::part::Part;
use crate::widgets::icon::{Icon, icon};
use l10n::text::say;
use yew::prelude::*;

/// What the rest of the page draws beside the answer.
pub fn from_rest(context: &Context, draw: impl FnOnce(&Rest) -> Html) -> Html {
    drawn(context, context.rest(), draw)
}

/// What it draws below the answer.
pub fn from_below(context: &Context, draw: impl FnOnce(&Rest) -> Html) -> Html {
    drawn(context, context.below(), draw)
}

fn drawn(context: &Context, rest: Option<&Rest>, draw: impl FnOnce(&Rest) -> Html) -> Html {
    match rest {
        Some(rest) => draw(rest),
        None => waiting(context, Part::Rest, context.view.load(Part::Rest)),
    }
}

/// What opens on demand, once it is wanted.
pub fn from_panels(context: &Context, draw: impl FnOnce(&Panels) -> Html) -> Html {
    match (PANELS.get(), context.languages.more()) {
        (Some(panels), Load::Here) => draw(panels),
        _ => waiting(context, Part::Panels, context.load(Part::Panels)),
    }
}

/// What says texts beyond those of the first screen, once they are here.
pub fn once_said(context: &Context, draw: impl FnOnce() -> Html) -> Html {
    match context.languages.more() {
        Load::Here => draw(),
        load => waiting(context, Part::Rest, load),
    }
}

/// What keeps, compares, passes on and takes away, once it is wanted.
pub fn from_away(context: &Context) -> Html {
    match (TAKEAWAY.get(), context.languages.more()) {
        (Some(draw), Load::Here) => draw(context),
        _ => waiting(context, Part::Takeaway, context.load(Part::Takeaway)),
    }
}

/// What can be handed over.
pub fn from_handover(context: &Context) -> Html {
    match (OWNER.get(), context.languages.more()) {
        (Some(draw), Load::Here) => draw(context),
        _ => waiting(context, Part::Owner, context.load(Part::Owner)),
    }
}

fn waiting(context: &Context, part: Part, load: Load) -> Html {
    if load != Load::Failed {
        return html! { <p class="coming" role="status">{context.text(&say::panel_coming())}</p> };
    }
    let again = context.clone();
    failed(context, move |_| again.want(part))
}

/// Says that something did not come, and how to try once more.
pub fn failed(context: &Context, again: impl Fn(MouseEvent) + 'static) -> Html {
    html! {
        <p class="notice notice-caution" role="alert">{icon(Icon::Caution)}<span>
            {context.text(&say::panel_failed())}{" "}
            <button type="button" class="link" data-again="" onclick={again}>{context.text(&say::panel_again())}</button>
        </span></p>
    }
}
