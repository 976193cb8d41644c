//! Test an idea: several side by side, ranked.

mod card;
mod ranking;

use crate::context::state::Update;
use crate::context::{Context, ContextProps};
use crate::features::idea::view::{Asked, Example, IdeaView};
use crate::session::{Action, Field};
use crate::widgets::block::block;
use crate::widgets::last_valid::use_last_valid_of_each;
use crate::widgets::panel_field::fields;
use crate::widgets::speak::speak;
use card::card;
use l10n::figure::Figure;
use l10n::text::say;
use model::Tested;
use ranking::ranking;
use std::rc::Rc;
use yew::prelude::*;

/// The result of each idea, and whether it is stale.
#[hook]
fn use_tested(context: &Context) -> Vec<(Option<Tested>, bool)> {
    let asked = Asked::new(&context.session, context.tables());
    let now = use_memo(asked, |asked| {
        asked.answers(&context.session, context.tables())
    });
    use_last_valid_of_each(&now)
}

/// Offers an idea to start from.
fn example(context: &Context, example: Example, id: &'static str) -> Html {
    // What is entered when it is pressed, not when it was drawn: another idea may just have come.
    let name = context.text(&example.name());
    let label = context.text(
        &say::IdeaExample {
            name: example.name(),
        }
        .into(),
    );
    let onclick = {
        let context = context.clone();
        move |_: MouseEvent| {
            let name = name.clone();
            context.send(Update::Derived(Rc::new(move |session, tables| {
                Action::Load(Box::new(example.added_to(
                    &session.entries,
                    name.clone(),
                    tables,
                )))
            })));
        }
    };
    html! { <button type="button" class="button" data-example={id} {onclick}>{label}</button> }
}

/// The panel "Test an idea": examples, the ideas, and their ranking.
#[component]
pub fn IdeaPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let tested = use_tested(context);
    let entries = &context.session.entries;
    let ideas: Vec<IdeaView> = tested
        .into_iter()
        .enumerate()
        .filter_map(|(index, tested)| IdeaView::new(index, entries, context.tables(), tested))
        .collect();
    let years = context.answer.firm.constants.horizon_years;
    let assumed = say::IdeaAssumed {
        years: Figure::number(years, 0),
    }
    .into();
    html! { <>
        <p>{context.text(&say::idea_intro())}</p>
        if !ideas.is_empty() { {fields(context, "idea", &[Field::Wage])} }
        { for ideas.iter().map(|idea| card(context, idea)) }
        <div class="row">
            <button type="button" class="button button-primary" data-idea="add" onclick={context.on(|_: MouseEvent| Action::AddIdea)}>
                {context.text(&say::idea_add())}
            </button>
            {example(context, Example::Adds, "adds")}
            {example(context, Example::Trims, "trims")}
        </div>
        {block(context, "ideas", |context| ranking(context, &ideas))}
        if !ideas.is_empty() {
            if context.answer.is_what_if { <p class="small">{context.text(&say::idea_own_level())}</p> }
            {block(context, "ideas-assumed", |context| html! { <p class="small">{speak(context, &assumed)}</p> })}
        }
    </> }
}
