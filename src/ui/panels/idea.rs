//! Test an idea: several side by side, ranked.

mod card;
mod ranking;

use super::fields::fields;
use crate::present::idea::{Asked, Example, IdeaView};
use crate::session::{Action, Field};
use crate::ui::block::block;
use crate::ui::last_valid::use_last_valid_of_each;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use card::card;
use l10n::figure::Figure;
use l10n::text::say;
use model::Tested;
use ranking::ranking;
use yew::prelude::*;

/// The result of each idea, and whether it is stale.
#[hook]
fn use_tested(scene: &Scene) -> Vec<(Option<Tested>, bool)> {
    let asked = Asked::new(&scene.store.session, scene.tables());
    let now = use_memo(asked, |asked| {
        asked.answers(&scene.store.session, scene.tables())
    });
    use_last_valid_of_each(&now)
}

/// Offers an idea to start from.
fn example(scene: &Scene, example: Example, id: &'static str) -> Html {
    // What is entered when it is pressed, not when it was drawn: another idea may just have come.
    let store = scene.store.clone();
    let name = scene.text(&example.name());
    let label = scene.text(
        &say::IdeaExample {
            name: example.name(),
        }
        .into(),
    );
    let onclick = scene.on(move |_: MouseEvent| {
        let entries = &store.session.entries;
        Action::Load(Box::new(example.added_to(
            entries,
            name.clone(),
            &store.tables,
        )))
    });
    html! { <button type="button" class="button" data-example={id} {onclick}>{label}</button> }
}

/// The panel "Test an idea": examples, the ideas, and their ranking.
#[component]
pub fn IdeaPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let tested = use_tested(scene);
    let entries = &scene.store.session.entries;
    let ideas: Vec<IdeaView> = tested
        .into_iter()
        .enumerate()
        .filter_map(|(index, tested)| IdeaView::new(index, entries, scene.tables(), tested))
        .collect();
    let years = scene.answer.firm.constants.horizon_years;
    let assumed = say::IdeaAssumed {
        years: Figure::number(years, 0),
    }
    .into();
    html! { <>
        <p>{scene.text(&say::idea_intro())}</p>
        if !ideas.is_empty() { {fields(scene, "idea", &[Field::Wage])} }
        { for ideas.iter().map(|idea| card(scene, idea)) }
        <div class="row">
            <button type="button" class="button button-primary" data-idea="add" onclick={scene.on(|_: MouseEvent| Action::AddIdea)}>
                {scene.text(&say::idea_add())}
            </button>
            {example(scene, Example::Adds, "adds")}
            {example(scene, Example::Trims, "trims")}
        </div>
        {block(scene, "ideas", |scene| ranking(scene, &ideas))}
        if !ideas.is_empty() {
            if scene.answer.is_what_if { <p class="small">{scene.text(&say::idea_own_level())}</p> }
            {block(scene, "ideas-assumed", |scene| html! { <p class="small">{speak(scene, &assumed)}</p> })}
        }
    </> }
}
