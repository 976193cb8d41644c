//! What keeps, compares, passes on and takes away: a part of its own, which the first press brings.

mod ask;
mod card;
mod compare;
mod files;
mod report;
mod save;
mod share;

use super::disclosure::disclosure_of;
use super::part::Part;
use super::scene::Scene;
use ask::AskPanel;
use compare::ComparePanel;
use files::FilesPanel;
use l10n::text::{Message, say};
use report::ReportPanel;
use share::SharePanel;
use yew::prelude::*;

/// What can be opened here, each under its heading.
pub fn away(scene: &Scene) -> Html {
    let look = &scene.look;
    let open = |id: &'static str, title: Message, draw: fn(&Scene) -> Html| {
        html! { <div key={id}>{disclosure_of(scene, Part::Away, id, &title, || draw(scene))}</div> }
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

fn share(scene: &Scene) -> Html {
    html! { <SharePanel scene={scene.clone()} /> }
}

fn compare(scene: &Scene) -> Html {
    html! { <ComparePanel scene={scene.clone()} /> }
}

fn files(scene: &Scene) -> Html {
    html! { <FilesPanel scene={scene.clone()} /> }
}

fn report(scene: &Scene) -> Html {
    html! { <ReportPanel scene={scene.clone()} /> }
}

fn ask(scene: &Scene) -> Html {
    html! { <AskPanel scene={scene.clone()} /> }
}
