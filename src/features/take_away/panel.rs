//! What keeps, compares, passes on and takes away: a part of its own, which the first press brings.

use crate::context::Context;
use crate::features::compare::ComparePanel;
use crate::features::export::FilesPanel;
use crate::features::report::ReportPanel;
use crate::features::share::SharePanel;
use crate::features::tally::AskPanel;
use crate::platform::part::Part;
use crate::widgets::disclosure::disclosure_of;
use l10n::text::{Message, say};
use yew::prelude::*;

/// What can be opened here, each under its heading.
pub fn take_away(context: &Context) -> Html {
    let look = &context.site.look;
    let open = |id: &'static str, title: Message, draw: fn(&Context) -> Html| {
        html! { <div key={id}>{disclosure_of(context, Part::Takeaway, id, &title, || draw(context))}</div> }
    };
    html! {
        <div class="stack" part="take">
            if look.share == Some(true) { {open("take-share", say::take_share(), share)} }
            if look.print == Some(true) { {open("take-report", say::report_open(), report)} }
            if look.print == Some(true) { {open("take-files", say::file_title(), files)} }
            {open("take-compare", say::compare_title(), compare)}
            {open("take-ask", say::ask_open(), ask)}
        </div>
    }
}

fn share(context: &Context) -> Html {
    html! { <SharePanel context={context.clone()} /> }
}

fn compare(context: &Context) -> Html {
    html! { <ComparePanel context={context.clone()} /> }
}

fn files(context: &Context) -> Html {
    html! { <FilesPanel context={context.clone()} /> }
}

fn report(context: &Context) -> Html {
    html! { <ReportPanel context={context.clone()} /> }
}

fn ask(context: &Context) -> Html {
    html! { <AskPanel context={context.clone()} /> }
}
