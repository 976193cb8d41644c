//! Numbers and chart as files.

use super::chart_file::chart_file;
use crate::context::{Context, ContextProps};
use crate::features::export::save::{origin, save_file, writing};
use crate::features::export::view::{csv, json, sheets, xlsx};
use crate::platform::files::{FileKind, NewFile};
use l10n::text::{Message, say};
use yew::prelude::*;

/// The bytes of a file; `None` where there can be none.
fn content(context: &Context, kind: FileKind) -> Option<Vec<u8>> {
    let (answer, tables, write) = (&context.answer, context.tables(), &writing(context));
    match kind {
        FileKind::Csv => Some(csv(&sheets(answer, tables), write).into_bytes()),
        FileKind::Xlsx => Some(xlsx(&sheets(answer, tables), write)),
        FileKind::Json => Some(json(answer, tables, write)?.into_bytes()),
        FileKind::Svg | FileKind::Png => {
            Some(chart_file(answer, tables, &origin(context)?, write).into_bytes())
        }
    }
}

/// Makes and saves a file, then shows what has become of it.
fn save(context: &Context, kind: FileKind, show: UseStateSetter<Option<Message>>) {
    let Some(content) = content(context, kind) else {
        let why = if kind == FileKind::Json {
            say::file_own_segment()
        } else {
            say::file_failed()
        };
        return show.set(Some(why));
    };
    let name = format!("service-level-{}", context.answer.entries.segment);
    let file = NewFile {
        kind,
        name,
        content,
    };
    save_file(context, file, move |message| show.set(Some(message)));
}

/// A button for each kind of file.
#[component]
pub fn FilesPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let said = use_state(|| None::<Message>);
    let button = |kind: FileKind, label: Message| {
        let (context, show) = (context.clone(), said.setter());
        let text = context.text(&label);
        let id = kind.extension();
        let onclick = move |_| save(&context, kind, show.clone());
        html! { <button key={id} type="button" class="button" name={["file-", id].concat()} {onclick}>{text}</button> }
    };
    html! {
        <>
            <p class="small">{context.text(&say::file_note())}</p>
            <div class="take-buttons">
                {button(FileKind::Csv, say::file_csv())}
                {button(FileKind::Xlsx, say::file_xlsx())}
                {button(FileKind::Json, say::file_json())}
                {button(FileKind::Svg, say::file_svg())}
                {button(FileKind::Png, say::file_png())}
            </div>
            <div role="status">
                if let Some(said) = &*said { <p data-file="said">{context.text(said)}</p> }
            </div>
        </>
    }
}
