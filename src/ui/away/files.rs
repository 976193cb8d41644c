//! Numbers and chart as files.

use super::save::{made, outcome, wanted, writing};
use crate::present::chart_file::chart_file;
use crate::present::export::{csv, json, sheets, xlsx};
use crate::ui::handover::hand;
use crate::ui::scene::{Scene, SceneProps};
use l10n::text::{Message, say};
use yew::prelude::*;

/// What the file of this kind holds; nothing where there can be none.
fn content(
    scene: &Scene,
    kind: &str,
    origin: Option<crate::present::chart_file::Origin>,
) -> Option<String> {
    let (answer, tables, write) = (&scene.answer, scene.tables(), &writing(scene));
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
fn save(scene: &Scene, kind: &'static str, tell: UseStateSetter<Option<Message>>) {
    let of = scene.clone();
    made(scene, move |origin| {
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
        hand(
            &of,
            "save",
            Some(wanted(kind, &name)),
            &text,
            Callback::from(then),
        );
    });
}

/// A button for each kind of file.
#[component]
pub fn FilesPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let said = use_state(|| None::<Message>);
    let button = |kind: &'static str, label: Message| {
        let (scene, tell) = (scene.clone(), said.setter());
        let text = scene.text(&label);
        let onclick = move |_| save(&scene, kind, tell.clone());
        html! { <button key={kind} type="button" class="button" name={["file-", kind].concat()} {onclick}>{text}</button> }
    };
    html! {
        <>
            <p class="small">{scene.text(&say::file_note())}</p>
            <div class="take-buttons">
                {button("csv", say::file_csv())}
                {button("xlsx", say::file_xlsx())}
                {button("json", say::file_json())}
                {button("svg", say::file_svg())}
                {button("png", say::file_png())}
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-file="said">{scene.text(said)}</p> }
            </div>
        </>
    }
}
