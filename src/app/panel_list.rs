//! The panels below the answer.

use super::findings::use_findings;
use super::panel::panel;
use crate::context::{Context, ContextProps};
use crate::panel::Panel;
use yew::prelude::*;

#[component]
fn PanelList(props: &ContextProps) -> Html {
    let context = &props.context;
    let findings = use_findings(context);
    let entries = &context.session.entries;
    let is_shown = |panel: &Panel| {
        context.site.look.shows(panel.id()) && panel.is_offered(entries, context.tables())
    };
    let draw = |each: Panel| {
        let finding = findings
            .as_ref()
            .and_then(|(said, stale)| Some((said.get(each as usize)?.as_ref()?, *stale)));
        panel(context, each, finding)
    };
    html! { <section class="panels" part="panels">{ for Panel::ALL.into_iter().filter(is_shown).map(draw) }</section> }
}

/// The panels, each closed until it is asked for.
pub fn panel_list(context: &Context) -> Html {
    html! { <PanelList context={context.clone()} /> }
}
