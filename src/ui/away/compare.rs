//! Cases side by side: kept under names, in the browser where it may, and in a file.

mod board;
mod chart;
mod keeping;
mod list;
mod table;

use super::save::wanted;
use crate::event::Field as Told;
use crate::present::compare::{CompareView, refusal};
use crate::session::cases::{Case, CaseAction, Due, FileFault, MOST, read, write};
use crate::session::{Action, Session};
use crate::ui::handover::hand;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use board::{Board, Record, Turn, count};
use keeping::keeping;
use l10n::text::{Message, say};
use list::list;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Has the browser keep what is due, where it may; or only asks what it holds.
fn keep(scene: &Scene, due: Option<Due>, board: &UseReducerHandle<Board>) {
    let may = scene.look.storage == Some(true);
    let Due { over, text } = due.unwrap_or(Due {
        over: String::new(),
        text: String::new(),
    });
    let detail = vec![("keep", Told::Flag(may)), ("over", Told::Text(over))];
    let (to, sent) = (board.dispatcher(), text.clone());
    let then = move |word| {
        let record = Record::of(word);
        let written = record.as_ref().is_some_and(|now| now.text == sent);
        to.dispatch(Turn::Found(record, written && !sent.is_empty()));
    };
    hand(scene, "cases", Some(detail), &text, Callback::from(then));
}

/// The cases of a chosen file are added, or it is said why not.
fn add_file(scene: &Scene, board: &UseReducerHandle<Board>) -> impl Fn(Event) + 'static {
    let (scene, to) = (scene.clone(), board.dispatcher());
    move |_| {
        let (of, to) = (scene.clone(), to.clone());
        let then = move |text: Option<String>| {
            let start = of.store.session.start();
            let turn = match text.map(|text| read(&text, start, of.tables())) {
                Some(Ok(cases)) => Turn::Do(CaseAction::Merge(cases)),
                Some(Err(fault)) => Turn::Say(refused(&fault)),
                None => Turn::Say(
                    say::CompareRefused {
                        reason: say::compare_file_failed(),
                    }
                    .into(),
                ),
            };
            to.dispatch(turn);
        };
        hand(&scene, "chosen", None, "cases-import", Callback::from(then));
    }
}

fn refused(fault: &FileFault) -> Message {
    let reason = refusal(fault);
    say::CompareRefused { reason }.into()
}

/// All of them as a file.
fn save(scene: &Scene, board: &UseReducerHandle<Board>) -> impl Fn(MouseEvent) + 'static {
    let (scene, board) = (scene.clone(), board.clone());
    move |_| {
        let to = board.dispatcher();
        let then = move |word: Option<String>| {
            let saved = word.as_deref() == Some("saved");
            to.dispatch(Turn::Say(if saved {
                say::file_saved()
            } else {
                say::file_failed()
            }));
        };
        let file = Some(wanted("json", "service-level-cases"));
        let text = write(board.kept.list());
        hand(&scene, "save", file, &text, Callback::from(then));
    }
}

/// A case in the place of what is entered; a level that was looked at is looked at again.
fn open(scene: &Scene, case: &Case) {
    let start = scene.store.session.start().clone();
    let (session, _) = Session::read(&case.state, start, scene.tables());
    scene.act(Action::Load(Box::new(session.entries)));
    if let Some(level) = session.what_if {
        scene.act(Action::WhatIf(Some(level)));
    }
}

/// What is said of how long they last.
fn lasting(scene: &Scene, board: &Board) -> Message {
    if scene.look.storage != Some(true) {
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
pub fn ComparePanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let board = use_reducer_eq(Board::default);
    let name = use_state(String::new);
    let root = use_node_ref();
    {
        let (scene, board) = (scene.clone(), board.clone());
        use_effect_with((), move |()| {
            keep(&scene, None, &board);
            hand(&scene, "dress", None, "compare.css", Callback::noop());
        });
    }
    {
        let (scene, board) = (scene.clone(), board.clone());
        use_effect_with(board.kept.due(), move |due| {
            if let Some(due) = due.clone() {
                board.dispatch(Turn::Sent);
                keep(&scene, Some(due), &board);
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
    let start = scene.store.session.start();
    let view = (cases.len() > 1).then(|| CompareView::new(cases, start, scene.tables()));
    let undo = {
        let to = board.dispatcher();
        move |_: MouseEvent| to.dispatch(Turn::Do(CaseAction::Undo))
    };
    let opened = {
        let (scene, to) = (scene.clone(), board.dispatcher());
        Callback::from(move |case: Case| {
            open(&scene, &case);
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
            <p class="small">{scene.text(&say::CompareIntro { most }.into())}</p>
            {keeping(scene, &board, &name)}
            if let Some(fault) = board.kept.unread() {
                <p class="small" data-cases="unread">{scene.text(&say::CompareUnread { reason: refusal(fault) }.into())}</p>
            }
            {list(scene, cases, &act, &opened)}
            <div role="status">
                if let Some(said) = &board.said { <p data-cases="said">{speak(scene, &said.clone().unnamed())}</p> }
            </div>
            <div class="take-buttons">
                if board.kept.can_undo() { <button type="button" class="button" name="cases-undo" onclick={undo}>{scene.text(&say::compare_undo())}</button> }
                if !cases.is_empty() { <button type="button" class="button" name="cases-export" onclick={save(scene, &board)}>{scene.text(&say::compare_export())}</button> }
                <label class="button file-button">
                    {scene.text(&say::compare_import())}
                    <input type="file" class="visually-hidden" name="cases-import" accept=".json,application/json" onchange={add_file(scene, &board)} />
                </label>
            </div>
            <p class="small" data-cases="lasting">{scene.text(&lasting(scene, &board))}</p>
            if let Some(view) = view {
                {chart::chart(scene, &view)}
                {table::tables(scene, &view)}
            }
        </div>
    }
}
