//! Questions with a row of answers: the ten practices and the five signs.

use crate::context::Context;
use crate::features::assessment::panel::assessment;
use crate::features::assessment::view::AssessmentView;
use crate::session::{Action, assumed_answer};
use crate::widgets::disclosure::disclosure;
use crate::widgets::segmented::{SegmentedProps, segmented};
use l10n::text::{Message, say};
use model::ALWAYS;
use yew::prelude::*;

/// The signs' answers: value, id and name.
const SIGNS: [(f64, &str); 3] = [(0.0, "no"), (0.5, "partly"), (1.0, "yes")];

fn question(
    context: &Context,
    name: AttrValue,
    legend: Message,
    options: Vec<(AttrValue, AttrValue)>,
    chosen: Option<AttrValue>,
    on_choose: Callback<String>,
) -> Html {
    segmented(&SegmentedProps {
        chosen,
        group: classes!("question"),
        class: classes!("segmented-tight"),
        ..SegmentedProps::new(name, context.text(&legend), options, on_choose)
    })
}

/// The ten practices.
pub fn practices(context: &Context) -> Html {
    let options: Vec<_> = (0..=ALWAYS)
        .map(|answer| {
            let id = format!("a{answer}");
            let label = say::answer(&id).unwrap_or_else(|| Message::from(id));
            (
                AttrValue::from(answer.to_string()),
                AttrValue::from(context.text(&label)),
            )
        })
        .collect();
    let assumed = options.get(usize::from(assumed_answer(context.tables())));
    let assumed = assumed.map_or_else(String::new, |(_, label)| label.to_string());
    let answers = &context.session.entries.practices;
    let rows = context.tables().practices.iter().zip(answers).enumerate();
    let rows = rows.map(|(index, (row, answer))| {
        let legend = say::practice(&row.id).unwrap_or_else(|| Message::from(row.id.to_string()));
        let chosen = answer.map(|answer| AttrValue::from(answer.to_string()));
        let on_choose =
            context.on(move |answer: String| Action::Practice(index, answer.parse().ok()));
        question(
            context,
            AttrValue::from(format!("practice-{}", row.id)),
            legend,
            options.clone(),
            chosen,
            on_choose,
        )
    });
    let open = answers.iter().any(Option::is_none);
    let results = AssessmentView::is_for(&context.session.entries).then(|| {
        disclosure(context, "assessment", &say::by_results(), || {
            assessment(context)
        })
    });
    html! { <>
        <div class="questions">
            { for rows }
            if open {
                <p class="small">{context.text(&say::AnswerTextAssumed { answer: Message::from(assumed) }.into())}</p>
            }
        </div>
        {results}
    </> }
}

/// The five signs.
pub fn signs(context: &Context) -> Html {
    let options: Vec<_> = [
        say::sign_text_no(),
        say::sign_text_partly(),
        say::sign_text_yes(),
    ]
    .iter()
    .zip(SIGNS)
    .map(|(label, (_, id))| (AttrValue::from(id), AttrValue::from(context.text(label))))
    .collect();
    let answers = &context.session.entries.signs;
    let rows = context.tables().signs.iter().zip(answers).enumerate();
    let rows = rows.map(|(index, (id, answer))| {
        let legend = say::sign(id).unwrap_or_else(|| Message::from(id.to_string()));
        let chosen = SIGNS.iter().find(|(value, _)| Some(*value) == *answer);
        let chosen = chosen.map(|(_, id)| AttrValue::from(*id));
        let on_choose = context.on(move |id: String| {
            let chosen = SIGNS.iter().find(|(_, each)| *each == id);
            Action::Sign(index, chosen.map(|(value, _)| *value))
        });
        question(
            context,
            AttrValue::from(format!("sign-{id}")),
            legend,
            options.clone(),
            chosen,
            on_choose,
        )
    });
    html! { <div class="questions">{ for rows }</div> }
}
