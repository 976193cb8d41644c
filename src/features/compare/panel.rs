//! Cases side by side: kept under names, in the browser where it may, and in a file.

mod board;
mod chart;
mod keeping;
mod list;
mod record;
mod table;

use crate::context::{Context, ContextProps};
use crate::features::compare::view::{CompareView, refusal};
use crate::features::export::save_file;
use crate::platform::files::{FileKind, NewFile, read_chosen};
use crate::platform::style::{Sheet, bring};
use crate::session::cases::{Case, CaseAction, Due, FileFault, LARGEST, MOST, read, write};
use crate::session::{Action, Session};
use crate::widgets::speak::speak;
use board::{Board, Turn, count};
use keeping::keeping;
use l10n::text::{Message, say};
use list::list;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::platform::spawn_local;
use yew::prelude::*;

/// A file of which more is read is too large to be ours.
const MOST_BYTES: i32 = LARGEST as i32 + 1;

/// Writes what is due, if the record is still the one that it was made from; then reads the record.
fn keep(context: &Context, due: Option<&Due>, board: &UseReducerHandle<Board>) {
    let may_store = context.site.look.storage == Some(true);
    let record = context.host.services().map(|services| {
        if let Some(due) = due {
            record::write(services, may_store, due);
        }
        record::read(services, may_store)
    });
    let written = record.as_ref().zip(due);
    let written = written.is_some_and(|(now, due)| now.text == due.text);
    board.dispatch(Turn::Found(record, written));
}

/// The cases of a chosen file are added, or it is said why not.
fn add_file(context: &Context, board: &UseReducerHandle<Board>) -> impl Fn(Event) + 'static {
    let (context, to) = (context.clone(), board.dispatcher());
    move |event: Event| {
        let (context, to) = (context.clone(), to.clone());
        let field: HtmlInputElement = event.target_unchecked_into();
        spawn_local(async move {
            let start = context.session.start();
            let turn = match read_chosen(&field, MOST_BYTES).await {
                Ok(text) => match read(&text, start, context.tables()) {
                    Ok(cases) => Turn::Do(CaseAction::Merge(cases)),
                    Err(fault) => Turn::Say(refused(&fault)),
                },
                Err(_) => {
                    let reason = say::compare_file_failed();
                    Turn::Say(say::CompareRefused { reason }.into())
                }
            };
            to.dispatch(turn);
        });
    }
}

fn refused(fault: &FileFault) -> Message {
    let reason = refusal(fault);
    say::CompareRefused { reason }.into()
}

/// All of them as a file.
fn save(context: &Context, board: &UseReducerHandle<Board>) -> impl Fn(MouseEvent) + 'static {
    let (context, board) = (context.clone(), board.clone());
    move |_| {
        let to = board.dispatcher();
        let file = NewFile {
            kind: FileKind::Json,
            name: "service-level-cases".to_owned(),
            content: write(board.kept.list()).into_bytes(),
        };
        save_file(&context, file, move |message| {
            to.dispatch(Turn::Say(message))
        });
    }
}

/// A case in the place of what is entered; a level that was looked at is looked at again.
fn open(context: &Context, case: &Case) {
    let start = context.session.start().clone();
    let (session, _) = Session::read(&case.state, start, context.tables());
    context.send(Action::Load(Box::new(session.entries)));
    if let Some(level) = session.what_if {
        context.send(Action::WhatIf(Some(level)));
    }
}

/// What is said of how long they last.
fn lasting(context: &Context, board: &Board) -> Message {
    if context.site.look.storage != Some(true) {
        return say::compare_in_memory();
    }
    if board.held || board.kept.list().is_empty() {
        say::compare_in_browser()
    } else {
        say::compare_not_kept()
    }
}

/// The cases, and what sets them apart.
#[component]
pub fn ComparePanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let board = use_reducer_eq(Board::default);
    let name = use_state(String::new);
    let root = use_node_ref();
    {
        let (context, board) = (context.clone(), board.clone());
        use_effect_with((), move |()| {
            keep(&context, None, &board);
            if let Some(services) = context.host.services() {
                bring(services, Sheet::Compare);
            }
        });
    }
    {
        let (context, board) = (context.clone(), board.clone());
        use_effect_with(board.kept.due(), move |due| {
            if let Some(due) = due.clone() {
                board.dispatch(Turn::Sent);
                keep(&context, Some(&due), &board);
            }
        });
    }
    {
        let (root, names) = (root.clone(), board.focus.clone());
        use_effect_with(board.turns, move |_| {
            let find = |name: &String| {
                let selector = ["[name=\"", name, "\"]:enabled"].concat();
                root.cast::<Element>()?.query_selector(&selector).ok()?
            };
            let found = names.iter().flatten().find_map(find);
            if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                let _ = found.focus();
            }
        });
    }
    let cases = board.kept.list();
    let start = context.session.start();
    let view = (cases.len() > 1).then(|| CompareView::new(cases, start, context.tables()));
    let undo = {
        let to = board.dispatcher();
        move |_: MouseEvent| to.dispatch(Turn::Do(CaseAction::Undo))
    };
    let opened = {
        let (context, to) = (context.clone(), board.dispatcher());
        Callback::from(move |case: Case| {
            open(&context, &case);
            let name = case.name.into();
            to.dispatch(Turn::Say(say::CompareDoneOpened { name }.into()));
        })
    };
    let act = {
        let to = board.dispatcher();
        Callback::from(move |action: CaseAction| to.dispatch(Turn::Do(action)))
    };
    let most = count(MOST);
    html! {
        <div class="stack" ref={root}>
            <p class="small">{context.text(&say::CompareIntro { most }.into())}</p>
            {keeping(context, &board, &name)}
            if let Some(fault) = board.kept.unread() {
                <p class="small" data-cases="unread">{context.text(&say::CompareUnread { reason: refusal(fault) }.into())}</p>
            }
            {list(context, cases, &act, &opened)}
            <div role="status">
                if let Some(said) = &board.said { <p data-cases="said">{speak(context, &said.clone().unnamed())}</p> }
            </div>
            <div class="take-buttons">
                if board.kept.can_undo() { <button type="button" class="button" name="cases-undo" onclick={undo}>{context.text(&say::compare_undo())}</button> }
                if !cases.is_empty() { <button type="button" class="button" name="cases-export" onclick={save(context, &board)}>{context.text(&say::compare_export())}</button> }
                <label class="button file-button">
                    {context.text(&say::compare_import())}
                    <input type="file" class="visually-hidden" name="cases-import" accept=".json,application/json" onchange={add_file(context, &board)} />
                </label>
            </div>
            <p class="small" data-cases="lasting">{context.text(&lasting(context, &board))}</p>
            if let Some(view) = view {
                {chart::chart(context, &view)}
                {table::tables(context, &view)}
            }
        </div>
    }
}
