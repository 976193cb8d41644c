//! Cases side by side: kept under names, in the browser where it may, and in a file.

mod chart;
mod list;
mod table;

use super::save::wanted;
use crate::event::Field as Told;
use crate::present::compare::{CompareView, refusal};
use crate::present::figure::Figure;
use crate::present::names;
use crate::present::text::{Message, say};
use crate::session::cases::{
    Case, CaseAction, Due, FileFault, KeptCases, LONGEST, MOST, NoRoom, read, write,
};
use crate::session::{Action, Session};
use crate::ui::handover::hand;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use list::list;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The cases and what was said of them last.
#[derive(Clone, Debug, Default, PartialEq)]
struct Board {
    kept: KeptCases,
    /// Whether the browser holds them.
    held: bool,
    said: Option<Message>,
    /// How many times something was done: also what changes nothing is drawn, so that fields show it.
    turns: u32,
    /// Where the focus goes, for what had it may be gone: the first of these that can be pressed.
    focus: Option<[String; 3]>,
}

/// What happens to them.
enum Turn {
    /// The visitor does something; `place` counts from nought.
    Do(CaseAction),
    /// What is due is on its way.
    Sent,
    /// What the browser has answered, and whether the record is what was sent.
    Found(Option<Record>, bool),
    /// Something is to be said.
    Say(Message),
}

/// What the browser holds, or at least the page.
struct Record {
    held: bool,
    text: String,
}

impl Record {
    fn of(word: Option<String>) -> Option<Self> {
        let word = word?;
        let (how, text) = word.split_once('\n')?;
        Some(Self {
            held: how == "held",
            text: text.to_owned(),
        })
    }
}

fn count(number: usize) -> Figure {
    Figure::integer(number as f64)
}

/// What is said of an action that has been done.
fn done(action: &CaseAction, before: &KeptCases, after: &KeptCases) -> Option<Message> {
    let name = |at: usize, of: &KeptCases| Some(Message::from(of.list().get(at)?.name.clone()));
    let moved = |to: Option<usize>| {
        let to = to?;
        let (name, place) = (name(to, after)?, count(to + 1));
        Some(say::CompareDoneMoved { name, place }.into())
    };
    if before.list() == after.list() && !matches!(action, CaseAction::Merge(_)) {
        return None;
    }
    match action {
        CaseAction::Keep(_) => {
            let name = name(after.list().len().checked_sub(1)?, after)?;
            Some(say::CompareDoneKept { name }.into())
        }
        CaseAction::Rename(at, _) => {
            let name = name(*at, after)?;
            Some(say::CompareDoneRenamed { name }.into())
        }
        CaseAction::Up(at) => moved(at.checked_sub(1)),
        CaseAction::Down(at) => moved(at.checked_add(1)),
        CaseAction::Delete(at) => {
            let name = name(*at, before)?;
            Some(say::CompareDoneDeleted { name }.into())
        }
        CaseAction::Merge(_) => {
            let added = after.list().len().saturating_sub(before.list().len());
            Some(
                say::CompareDoneMerged {
                    added: count(added),
                }
                .into(),
            )
        }
        CaseAction::Undo => Some(say::compare_done_undone()),
    }
}

/// What is said where there is no room.
fn no_room(action: &CaseAction, NoRoom(left): NoRoom) -> Message {
    let most = count(MOST);
    match action {
        CaseAction::Merge(_) => {
            let left = count(left);
            let reason = say::CompareFileFull { most, left }.into();
            say::CompareRefused { reason }.into()
        }
        _ => say::CompareFull { most }.into(),
    }
}

/// The name of a control of a case.
fn control(what: &str, place: usize) -> String {
    ["case-", what, "-", &place.to_string()].concat()
}

/// Where the focus goes after an action.
fn focus(action: &CaseAction) -> Option<[String; 3]> {
    let last = || "case-name".to_owned();
    match action {
        CaseAction::Up(place) => {
            let to = place.checked_sub(1)?;
            Some([control("up", to), control("down", to), last()])
        }
        CaseAction::Down(place) => {
            let to = place + 1;
            Some([control("down", to), control("up", to), last()])
        }
        CaseAction::Delete(_) | CaseAction::Undo => Some(["cases-undo".to_owned(), last(), last()]),
        _ => None,
    }
}

impl Reducible for Board {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = (*self).clone();
        match turn {
            Turn::Do(action) => {
                next.turns += 1;
                match self.kept.apply(action.clone()) {
                    Ok(kept) => {
                        next.said = done(&action, &self.kept, &kept);
                        next.focus = focus(&action);
                        next.kept = kept;
                    }
                    Err(left) => next.said = Some(no_room(&action, left)),
                }
            }
            Turn::Sent => next.kept = next.kept.sent(),
            Turn::Found(Some(record), written) => {
                next.held = record.held;
                next.kept = next.kept.found(record.text, written);
            }
            Turn::Found(None, _) => {
                next.held = false;
                next.kept = next.kept.failed();
            }
            Turn::Say(message) => {
                next.turns += 1;
                next.said = Some(message);
            }
        }
        Rc::new(next)
    }
}

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

/// What is answered to at this moment, to be kept.
fn state(scene: &Scene) -> String {
    let mut session = scene.store.session.clone();
    session.entries = scene.answer.entries.clone();
    session.to_link(scene.tables())
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

/// The name under which something is kept, and the button.
fn keeping(scene: &Scene, board: &UseReducerHandle<Board>) -> Html {
    html! { <Keeping scene={scene.clone()} board={board.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct KeepingProps {
    scene: Scene,
    board: UseReducerHandle<Board>,
}

#[component]
fn Keeping(props: &KeepingProps) -> Html {
    let KeepingProps { scene, board } = props;
    let name = use_state(String::new);
    let oninput = {
        let name = name.clone();
        move |event: InputEvent| name.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onsubmit = {
        let (scene, board, name) = (scene.clone(), board.clone(), name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let market = || scene.text(&names::segment(&scene.answer.entries.segment));
            let called = if name.trim().is_empty() {
                market()
            } else {
                (*name).clone()
            };
            let fits = board.kept.list().len() < MOST;
            board.dispatch(Turn::Do(CaseAction::Keep(Case {
                name: called,
                state: state(&scene),
            })));
            // What found no room is not lost.
            if fits {
                name.set(String::new());
            }
        }
    };
    html! {
        <form class="case-keep" {onsubmit}>
            <label class="field field-stacked">{scene.text(&say::compare_name())}
                <span class="field-control"><input type="text" name="case-name" maxlength={LONGEST.to_string()} autocomplete="off" value={(*name).clone()} {oninput} /></span>
            </label>
            <button class="button button-primary" name="case-keep">{scene.text(&say::compare_keep())}</button>
        </form>
    }
}

/// The cases, and what sets them apart.
#[component]
pub fn ComparePanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let board = use_reducer_eq(Board::default);
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
            let found = found.and_then(|found| wasm_bindgen::JsCast::dyn_into(found).ok());
            if let Some(found) = found {
                let found: HtmlElement = found;
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
            {keeping(scene, &board)}
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
