//! The report and the list for Monday: what stands on them, a preview, and printing.

mod drawing;
mod monday;
mod sheets;

use crate::event::Field as Told;
use crate::present::report::{Monday, Report};
use crate::ui::evidence::{Fetched, use_evidence};
use crate::ui::handover::hand;
use crate::ui::parts::{below_screen, screen};
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::segmented::{SegmentedProps, segmented};
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a report says beyond what is computed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// Who prepared it.
    pub by: String,
    /// For whom.
    pub client: String,
    /// Of which day, in the page's language; empty until the browser has told.
    pub today: String,
}

/// A choice among a few, each with what it is called.
pub fn choice(
    scene: &Scene,
    name: &'static str,
    legend: &Message,
    options: &[(&'static str, Message)],
    chosen: &UseStateHandle<&'static str>,
) -> Html {
    let ids: Vec<&'static str> = options.iter().map(|(id, _)| *id).collect();
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |value: String| {
            if let Some(id) = ids.iter().find(|id| **id == value) {
                chosen.set(*id);
            }
        })
    };
    let option = |(id, label): &(&'static str, Message)| ((*id).into(), scene.text(label).into());
    let options = options.iter().map(option).collect();
    segmented(&SegmentedProps {
        chosen: Some((**chosen).into()),
        ..SegmentedProps::new(name, scene.text(legend), options, on_choose)
    })
}

/// Which paper.
pub fn sizes(scene: &Scene, name: &'static str, chosen: &UseStateHandle<&'static str>) -> Html {
    let options = [("a4", say::report_a4()), ("letter", say::report_letter())];
    choice(scene, name, &say::report_size(), &options, chosen)
}

/// The paper that a visitor of this language most likely has.
pub fn usual_size(scene: &Scene) -> &'static str {
    if scene.answer.entries.currency == "USD" {
        "letter"
    } else {
        "a4"
    }
}

/// A button that prints what stands on the page as `kind`, and what to say where that failed.
pub fn print_button(
    scene: &Scene,
    kind: &'static str,
    size: &'static str,
    label: &Message,
    failed: &UseStateHandle<bool>,
) -> Html {
    let onclick = {
        let (scene, failed) = (scene.clone(), failed.clone());
        move |_: MouseEvent| {
            let failed = failed.clone();
            let paper = vec![
                ("kind", Told::Text(kind.to_owned())),
                ("size", Told::Text(size.to_owned())),
            ];
            let then = move |done: Option<String>| failed.set(done.is_none());
            hand(&scene, "paper", Some(paper), "", Callback::from(then));
        }
    };
    html! { <>
        <div class="take-buttons">
            <button type="button" class="button button-primary" name={format!("print-{kind}")} {onclick}>{scene.text(label)}</button>
        </div>
        if **failed { <p role="alert">{scene.text(&say::report_failed())}</p> }
    </> }
}

/// A field for a name.
fn name_field(
    scene: &Scene,
    name: &'static str,
    label: &Message,
    value: &UseStateHandle<String>,
) -> Html {
    let oninput = {
        let value = value.clone();
        move |event: InputEvent| {
            value.set(event.target_unchecked_into::<HtmlInputElement>().value())
        }
    };
    html! {
        <label class="field field-stacked">{scene.text(label)}
            <span class="field-control"><input type="text" {name} maxlength="80" autocomplete="organization" value={(**value).clone()} {oninput} /></span>
        </label>
    }
}

/// The report; its chart and costs are those of the first screen, which is always there by now.
fn sheets(scene: &Scene, head: &Letterhead, evidence: &Fetched) -> Html {
    let Some((screen, below)) = screen().zip(below_screen()) else {
        return Html::default();
    };
    let (answer, tables, draws) = (&*scene.answer, scene.tables(), scene.ranges.as_deref());
    let report = Report::new(&scene.store.session, answer, tables, draws, below.field);
    let costs = (screen.costed)(answer, tables, draws);
    let chart = (screen.shapes)(answer, tables, draws);
    sheets::report(scene, &report, (&costs, &chart), head, evidence)
}

/// The report and the list for Monday.
#[component]
pub fn ReportPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let kind = use_state(|| "report");
    let size = use_state(|| usual_size(scene));
    let failed = use_state(|| false);
    let by = use_state(|| scene.look.name.clone().unwrap_or_default());
    let client = use_state(String::new);
    let today = use_state(String::new);
    let (evidence, _) = use_evidence(&scene.host);
    {
        let (scene, today) = (scene.clone(), today.setter());
        use_effect_with(scene.catalog.language().to_owned(), move |language| {
            let then = move |day: Option<String>| today.set(day.unwrap_or_default());
            hand(&scene, "today", None, language, Callback::from(then));
            hand(&scene, "dress", None, "paper.css", Callback::noop());
        });
    }
    let head = Letterhead {
        by: by.trim().to_owned(),
        client: client.trim().to_owned(),
        today: (*today).clone(),
    };
    let session = &scene.store.session;
    let kinds = [
        ("report", say::report_kind_report()),
        ("monday", say::report_kind_monday()),
    ];
    html! { <>
        <p class="small">{scene.text(&say::report_intro())}</p>
        <div class="pair">
            {name_field(scene, "report-by", &say::report_by(), &by)}
            {name_field(scene, "report-client", &say::report_client(), &client)}
        </div>
        <div class="row">
            {choice(scene, "report-kind", &say::report_kind(), &kinds, &kind)}
            {sizes(scene, "report-size", &size)}
        </div>
        {print_button(scene, *kind, *size, &say::report_print(), &failed)}
        <div class="preview" role="region" tabindex="0" aria-label={scene.text(&say::report_preview())}>
            if *kind == "report" {
                {sheets(scene, &head, &evidence)}
            } else {
                {monday::monday(scene, &Monday::new(session, &scene.answer, scene.tables()), &head)}
            }
        </div>
    </> }
}
