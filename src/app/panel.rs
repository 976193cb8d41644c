//! A panel: a heading that is a button, and what it opens.

use crate::context::Context;
use crate::panel::Panel;
use crate::platform::part::Part;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::opened::{from_away, from_panels};
use crate::widgets::speak::speak;
use l10n::text::Message;
use yew::prelude::*;

/// A panel, closed at first. While closed it says what it has found, if anything, and whether that
/// is stale; else what it is about.
pub fn panel(context: &Context, panel: Panel, finding: Option<(&Message, bool)>) -> Html {
    let body = panel.body();
    let open = context.view.is_open(&body);
    let part = match panel {
        Panel::Take => Part::Takeaway,
        _ => Part::Panels,
    };
    let (title, lead) = panel.heading();
    let line = match finding.filter(|_| !open) {
        Some((finding, stale)) => {
            html! { <span class={classes!("finding", stale.then_some("stale"))}>{speak(context, finding)}</span> }
        }
        None => html! { {context.text(&lead)} },
    };
    html! {
        <section class="panel" key={panel.id()}>
            <h2>
                <button type="button" class="panel-toggle" data-panel={panel.id()} aria-expanded={open.to_string()}
                    aria-controls={body.clone()} onclick={context.toggle_of(part, body.clone().into())}>
                    {context.text(&title)}<span class="small">{line}</span>{icon(Icon::Chevron)}
                </button>
            </h2>
            <div class="panel-body" id={body} hidden={!open}>
                if !open {
                } else if part == Part::Takeaway {
                    {from_away(context)}
                } else {
                    {from_panels(context, |panels| (panels.content)(panel, context))}
                }
            </div>
        </section>
    }
}
