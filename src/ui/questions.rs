//! Questions with a row of answers: the ten practices and the five signs.

use super::assessment::assessment;
use super::disclosure::disclosure;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use crate::present::assessment::AssessmentView;
use crate::session::{Action, assumed_answer};
use l10n::text::{Message, say};
use model::ALWAYS;
use yew::prelude::*;

/// The signs' answers: value, id and name.
const SIGNS: [(f64, &str); 3] = [(0.0, "no"), (0.5, "partly"), (1.0, "yes")];

fn question(
    scene: &Scene,
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
        ..SegmentedProps::new(name, scene.text(&legend), options, on_choose)
    })
}

/// The ten practices.
pub fn practices(scene: &Scene) -> Html {
    let options: Vec<_> = (0..=ALWAYS)
        .map(|answer| {
            let id = format!("a{answer}");
            let label = say::answer(&id).unwrap_or_else(|| Message::from(id));
            (
                AttrValue::from(answer.to_string()),
                AttrValue::from(scene.text(&label)),
            )
        })
        .collect();
    let assumed = options.get(usize::from(assumed_answer(scene.tables())));
    let assumed = assumed.map_or_else(String::new, |(_, label)| label.to_string());
    let answers = &scene.store.session.entries.practices;
    let rows = scene.tables().practices.iter().zip(answers).enumerate();
    let rows = rows.map(|(index, (row, answer))| {
        let legend = say::practice(&row.id).unwrap_or_else(|| Message::from(row.id.to_string()));
        let chosen = answer.map(|answer| AttrValue::from(answer.to_string()));
        let on_choose =
            scene.on(move |answer: String| Action::Practice(index, answer.parse().ok()));
        question(
            scene,
            AttrValue::from(format!("practice-{}", row.id)),
            legend,
            options.clone(),
            chosen,
            on_choose,
        )
    });
    let open = answers.iter().any(Option::is_none);
    let results = AssessmentView::is_for(&scene.store.session.entries).then(|| {
        disclosure(scene, "assessment", &say::by_results(), || {
            assessment(scene)
        })
    });
    html! { <>
        <div class="questions">
            { for rows }
            if open {
                <p class="small">{scene.text(&say::AnswerTextAssumed { answer: Message::from(assumed) }.into())}</p>
            }
        </div>
        {results}
    </> }
}

/// The five signs.
pub fn signs(scene: &Scene) -> Html {
    let options: Vec<_> = [
        say::sign_text_no(),
        say::sign_text_partly(),
        say::sign_text_yes(),
    ]
    .iter()
    .zip(SIGNS)
    .map(|(label, (_, id))| (AttrValue::from(id), AttrValue::from(scene.text(label))))
    .collect();
    let answers = &scene.store.session.entries.signs;
    let rows = scene.tables().signs.iter().zip(answers).enumerate();
    let rows = rows.map(|(index, (id, answer))| {
        let legend = say::sign(id).unwrap_or_else(|| Message::from(id.to_string()));
        let chosen = SIGNS.iter().find(|(value, _)| Some(*value) == *answer);
        let chosen = chosen.map(|(_, id)| AttrValue::from(*id));
        let on_choose = scene.on(move |id: String| {
            let chosen = SIGNS.iter().find(|(_, each)| *each == id);
            Action::Sign(index, chosen.map(|(value, _)| *value))
        });
        question(
            scene,
            AttrValue::from(format!("sign-{id}")),
            legend,
            options.clone(),
            chosen,
            on_choose,
        )
    });
    html! { <div class="questions">{ for rows }</div> }
}
