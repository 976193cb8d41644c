//! What to do first: what can be begun on Monday.

use crate::context::Context;
use crate::context::load::Load;
use crate::features::assessment::Survey;
use crate::features::ladder::assumed;
use crate::features::plan::view::{Begin, Lever, levers};
use crate::widgets::block::block;
use crate::widgets::speak::speak;
use l10n::text::say;
use yew::prelude::*;

/// What to begin with, which is among the later texts.
fn begin(context: &Context, begin: &Begin) -> Html {
    match begin {
        _ if context.languages.more() != Load::Here => Html::default(),
        Begin::Ask(question) => html! { <p>{context.text(question)}</p> },
        Begin::With(names) if !names.is_empty() => html! {
            <p>{context.text(&say::begin_with())}{" "}
                { for names.iter().enumerate().map(|(index, name)| html! { <>
                    if index > 0 { {"; "} }<strong>{context.text(name)}</strong>
                </> }) }
            </p>
        },
        Begin::With(_) | Begin::Nothing => Html::default(),
    }
}

fn lever(context: &Context, lever: &Lever) -> Html {
    block(context, format!("lever-{}", lever.id), |context| {
        html! {
            <li class={classes!("lever", (!lever.worth_it).then_some("lever-not"))} key={lever.id} data-lever={lever.id}>
                <h3>{context.text(&lever.title)}</h3>
                if let Some(gain) = lever.gain.clone() {
                    <span class="lever-money">{speak(context, &say::LeverGain { gain }.into())}</span>
                }
                <div class="lever-more">
                    if !lever.worth_it { <p><strong>{context.text(&say::lever_not_worth())}</strong></p> }
                    <p>{speak(context, &lever.sentence)}</p>
                    if lever.worth_it { {begin(context, &lever.begin)} }
                </div>
            </li>
        }
    })
}

/// The levers, ranked; knowing more first.
pub fn levers_card(context: &Context) -> Html {
    let stale = context.answer.stale.then_some("stale");
    let o = &context.answer.outcome;
    html! {
        <section class="card" part="todo" aria-labelledby="levers-title">
            <h2 class="card-title" id="levers-title">{context.text(&say::card_levers())}</h2>
            if let Some(assumed) = assumed(&context.answer, context.tables()) { <p class="small">{context.text(&assumed)}</p> }
            <ol class={classes!("levers", stale)}>
                <Survey context={context.clone()} />
                { for levers(&context.answer, context.tables()).iter().map(|each| lever(context, each)) }
            </ol>
            if o.level < o.adequate { <p class="small">{context.text(&say::lever_level_first())}</p> }
        </section>
    }
}
