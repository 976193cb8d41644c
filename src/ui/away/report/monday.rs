//! The list for Monday as it stands on paper: one page, with fields for who and when.

use super::Letterhead;
use super::sheets::{running, words};
use crate::present::report::{Monday, Task};
use crate::ui::scene::Scene;
use l10n::text::{Message, say};
use yew::prelude::*;

fn task(scene: &Scene, task: &Task) -> Html {
    html! {
        <tr>
            <th scope="row" class={task.is_step.then_some("sub-task")}><span class="tick" />{words(scene, &task.what)}</th>
            <td>if let Some(aim) = &task.aim { {words(scene, aim)} }</td>
            <td class="line" />
            <td class="line" />
        </tr>
    }
}

fn tasks(scene: &Scene, title: &Message, tasks: &[Task]) -> Html {
    if tasks.is_empty() {
        return Html::default();
    }
    let heads = [say::report_aim(), say::report_who(), say::report_when()];
    html! {
        <table class="tasks">
            <thead><tr>
                <th scope="col">{scene.text(title)}</th>
                { for heads.iter().map(|head| html! { <th scope="col">{scene.text(head)}</th> }) }
            </tr></thead>
            <tbody>{ for tasks.iter().map(|each| task(scene, each)) }</tbody>
        </table>
    }
}

/// The list.
pub fn monday(scene: &Scene, monday: &Monday, head: &Letterhead) -> Html {
    html! {
        <article class="paper" data-paper="monday">
            {running(scene, head, &say::report_monday())}
            <div class="cover">
                <h3>{scene.text(&say::report_monday())}</h3>
                <p>{words(scene, &monday.sentence)}</p>
            </div>
            {tasks(scene, &say::report_monday_begin(), &monday.begin)}
            {tasks(scene, &say::report_monday_weakest(), &monday.weakest)}
            {tasks(scene, &say::report_monday_measure(), &monday.measure)}
        </article>
    }
}
