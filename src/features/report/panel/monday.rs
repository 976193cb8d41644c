//! The list for Monday as it stands on paper: one page, with fields for who and when.

use crate::context::Context;
use crate::features::report::panel::Letterhead;
use crate::features::report::panel::sheets::{running, words};
use crate::features::report::view::{Monday, Task};
use l10n::text::{Message, say};
use yew::prelude::*;

fn task(context: &Context, task: &Task) -> Html {
    html! {
        <tr>
            <th scope="row" class={task.is_step.then_some("sub-task")}><span class="tick" />{words(context, &task.what)}</th>
            <td>if let Some(aim) = &task.aim { {words(context, aim)} }</td>
            <td class="line" />
            <td class="line" />
        </tr>
    }
}

fn tasks(context: &Context, title: &Message, tasks: &[Task]) -> Html {
    if tasks.is_empty() {
        return Html::default();
    }
    let heads = [say::report_aim(), say::report_who(), say::report_when()];
    html! {
        <table class="tasks">
            <thead><tr>
                <th scope="col">{context.text(title)}</th>
                { for heads.iter().map(|head| html! { <th scope="col">{context.text(head)}</th> }) }
            </tr></thead>
            <tbody>{ for tasks.iter().map(|each| task(context, each)) }</tbody>
        </table>
    }
}

/// The list.
pub fn monday(context: &Context, monday: &Monday, head: &Letterhead) -> Html {
    html! {
        <article class="paper" data-paper="monday">
            {running(context, head, &say::report_monday())}
            <div class="cover">
                <h3>{context.text(&say::report_monday())}</h3>
                <p>{words(context, &monday.sentence)}</p>
            </div>
            {tasks(context, &say::report_monday_begin(), &monday.begin)}
            {tasks(context, &say::report_monday_weakest(), &monday.weakest)}
            {tasks(context, &say::report_monday_measure(), &monday.measure)}
        </article>
    }
}
