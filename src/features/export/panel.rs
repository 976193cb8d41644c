//! Numbers and chart as files.

use super::chart_file::chart_file;
use crate::context::{Context, ContextProps};
use crate::features::export::save::{made, outcome, wanted, writing};
use crate::features::export::view::{csv, json, sheets, xlsx};
use l10n::text::{Message, say};
use yew::prelude::*;

/// What the file of this kind holds; nothing where there can be none.
fn content(
    context: &Context,
    kind: &str,
    origin: Option<super::chart_file::Origin>,
) -> Option<String> {
    let (answer, tables, write) = (&context.answer, context.tables(), &writing(context));
    match kind {
        "csv" => Some(csv(&sheets(answer, tables), write)),
        // A letter a byte: texts alone cross over to JavaScript.
        "xlsx" => Some(
            xlsx(&sheets(answer, tables), write)
                .into_iter()
                .map(char::from)
                .collect(),
        ),
        "json" => json(answer, tables, write),
        _ => Some(chart_file(answer, tables, &origin?, write)),
    }
}

/// Makes and saves a file; tells what came of it.
fn save(context: &Context, kind: &'static str, tell: UseStateSetter<Option<Message>>) {
    let of = context.clone();
    made(context, move |origin| {
        let Some(text) = content(&of, kind, origin) else {
            let why = if kind == "json" {
                say::file_own_segment()
            } else {
                say::file_failed()
            };
            return tell.set(Some(why));
        };
        let name = format!("service-level-{}", of.answer.entries.segment);
        let tell = tell.clone();
        let then = move |word| tell.set(outcome(word));
        of.host.hand(
            "save",
            Some(wanted(kind, &name)),
            &text,
            Callback::from(then),
        );
    });
}

/// A button for each kind of file.
#[component]
pub fn FilesPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let said = use_state(|| None::<Message>);
    let button = |kind: &'static str, label: Message| {
        let (context, tell) = (context.clone(), said.setter());
        let text = context.text(&label);
        let onclick = move |_| save(&context, kind, tell.clone());
        html! { <button key={kind} type="button" class="button" name={["file-", kind].concat()} {onclick}>{text}</button> }
    };
    html! {
        <>
            <p class="small">{context.text(&say::file_note())}</p>
            <div class="take-buttons">
                {button("csv", say::file_csv())}
                {button("xlsx", say::file_xlsx())}
                {button("json", say::file_json())}
                {button("svg", say::file_svg())}
                {button("png", say::file_png())}
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-file="said">{context.text(said)}</p> }
            </div>
        </>
    }
}
