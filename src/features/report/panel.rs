//! The report and the list for Monday: what stands on them, a preview, and printing.

mod drawing;
mod monday;
mod sheets;

use crate::context::{Context, ContextProps};
use crate::features::chart::Chart;
use crate::features::explanation::{Fetched, use_evidence};
use crate::features::report::view::{Monday, Report};
use crate::features::verdict::Costs;
use crate::platform::clock::today_in;
use crate::platform::paper::{Paper, print};
use crate::platform::style::{Sheet, bring};
use crate::widgets::segmented::{SegmentedProps, segmented};
use l10n::text::{Message, say};
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What a report says beyond what is computed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// Who prepared it.
    pub by: String,
    /// For whom.
    pub client: String,
    /// Of which day, in the page's language; empty without a browser.
    pub today: String,
}

/// A choice among a few, each with what it is called.
pub fn choice(
    context: &Context,
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
    let option = |(id, label): &(&'static str, Message)| ((*id).into(), context.text(label).into());
    let options = options.iter().map(option).collect();
    segmented(&SegmentedProps {
        chosen: Some((**chosen).into()),
        ..SegmentedProps::new(name, context.text(legend), options, on_choose)
    })
}

/// Which paper.
pub fn sizes(context: &Context, name: &'static str, chosen: &UseStateHandle<&'static str>) -> Html {
    let options = [("a4", say::report_a4()), ("letter", say::report_letter())];
    choice(context, name, &say::report_size(), &options, chosen)
}

/// The paper that a visitor of this language most likely has.
pub fn usual_size(context: &Context) -> &'static str {
    if context.answer.entries.currency == "USD" {
        "letter"
    } else {
        "a4"
    }
}

/// A button that prints what stands on the page as `kind`, and what to say where that failed.
pub fn print_button(
    context: &Context,
    kind: &'static str,
    size: &'static str,
    label: &Message,
    failed: &UseStateHandle<bool>,
) -> Html {
    let onclick = {
        let (context, failed) = (context.clone(), failed.clone());
        move |_: MouseEvent| {
            let Some(services) = context.host.services().cloned() else {
                return;
            };
            let failed = failed.setter();
            spawn_local(async move {
                let printed = print(&services, Paper { kind, size }).await;
                failed.set(printed.is_err());
            });
        }
    };
    html! { <>
        <div class="take-buttons">
            <button type="button" class="button button-primary" name={format!("print-{kind}")} {onclick}>{context.text(label)}</button>
        </div>
        if **failed { <p role="alert">{context.text(&say::report_failed())}</p> }
    </> }
}

/// A field for a name.
fn name_field(
    context: &Context,
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
        <label class="field field-stacked">{context.text(label)}
            <span class="field-control"><input type="text" {name} maxlength="80" autocomplete="organization" value={(**value).clone()} {oninput} /></span>
        </label>
    }
}

/// The report, with the chart and the costs of the first screen.
fn sheets(context: &Context, head: &Letterhead, evidence: &Fetched) -> Html {
    let (answer, tables, draws) = (
        &*context.answer,
        context.tables(),
        context.ranges.as_deref(),
    );
    let report = Report::new(&context.session, answer, tables, draws);
    let costs = Costs::new(answer, tables, draws);
    let chart = Chart::new(answer, tables, draws);
    sheets::report(context, &report, (&costs, &chart), head, evidence)
}

/// The report and the list for Monday.
#[component]
pub fn ReportPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let kind = use_state(|| "report");
    let size = use_state(|| usual_size(context));
    let failed = use_state(|| false);
    let by = use_state(|| context.site.look.name.clone().unwrap_or_default());
    let client = use_state(String::new);
    let (evidence, _) = use_evidence(&context.host);
    {
        let host = context.host.clone();
        use_effect_with((), move |()| {
            if let Some(services) = host.services() {
                bring(services, Sheet::Paper);
            }
        });
    }
    let language = context.catalog.language().to_owned();
    let today = use_memo(language, |language| {
        let services = context.host.services();
        services.map_or_else(String::new, |_| today_in(language))
    });
    let head = Letterhead {
        by: by.trim().to_owned(),
        client: client.trim().to_owned(),
        today: (*today).clone(),
    };
    let session = &context.session;
    let kinds = [
        ("report", say::report_kind_report()),
        ("monday", say::report_kind_monday()),
    ];
    html! { <>
        <p class="small">{context.text(&say::report_intro())}</p>
        <div class="pair">
            {name_field(context, "report-by", &say::report_by(), &by)}
            {name_field(context, "report-client", &say::report_client(), &client)}
        </div>
        <div class="row">
            {choice(context, "report-kind", &say::report_kind(), &kinds, &kind)}
            {sizes(context, "report-size", &size)}
        </div>
        {print_button(context, *kind, *size, &say::report_print(), &failed)}
        <div class="preview" role="region" tabindex="0" aria-label={context.text(&say::report_preview())}>
            if *kind == "report" {
                {sheets(context, &head, &evidence)}
            } else {
                {monday::monday(context, &Monday::new(session, &context.answer, context.tables()), &head)}
            }
        </div>
    </> }
}
