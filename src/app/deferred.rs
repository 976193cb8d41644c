//! What stands below the answer, drawn later than the answer.

use crate::app::panel_list::panel_list;
use crate::config::Call;
use crate::context::Context;
use crate::context::load::Load;
use crate::context::state::Update;
use crate::features::breakdown::breakdown_card;
use crate::features::plan::levers_card;
use crate::features::tally::forget;
use crate::platform::part::Part;
use crate::platform::schedule::Priority;
use crate::widgets::opened::from_handover;
use l10n::text::say;
use yew::prelude::*;

/// Which of what stands below the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// What to do first.
    Todo,
    /// All the rest.
    Rest,
}

/// What stands below the answer gets.
#[derive(Properties, PartialEq)]
struct BelowProps {
    /// The snapshot.
    context: Context,
    /// Which of it.
    which: Which,
}

/// The snapshot for what stands below the answer. It is the latest one, but while the visitor types or
/// drags it stays as it is until he pauses: a list that is sorted anew at every step cannot be read,
/// and would only delay the next step. The callback makes it follow at once.
#[hook]
fn use_deferred(context: &Context) -> (Context, Callback<()>) {
    let shown = use_mut_ref(|| context.clone());
    let update = use_force_update();
    let waits = {
        // What is opened or said in another language is shown at once.
        let last = shown.borrow();
        context.moves
            && last.view == context.view
            && last.languages == context.languages
            && last.format == context.format
    };
    if !waits {
        shown.replace(context.clone());
    }
    {
        let shown = shown.clone();
        use_effect_with((context.clone(), waits), move |(context, waits)| {
            let latest = context.clone();
            let follow = Callback::from(move |()| {
                shown.replace(latest.clone());
                update.force_update();
            });
            let scheduled = waits.then(|| context.host.schedule(Priority::Rest, follow));
            move || drop(scheduled)
        });
    }
    // Whatever waits for the next frame comes first.
    let dispatcher = context.dispatcher.clone();
    let catch_up = Callback::from(move |()| dispatcher.send(Update::Rest));
    let current = shown.borrow().clone();
    (current, catch_up)
}

#[component]
fn Below(props: &BelowProps) -> Html {
    let (context, catch_up) = use_deferred(&props.context);
    let class = match props.which {
        Which::Todo => "stack",
        Which::Rest => "rest",
    };
    let onpointerdown = catch_up.reform(|_: PointerEvent| ());
    let onkeydown = catch_up.reform(|_: KeyboardEvent| ());
    html! { <div {class} {onpointerdown} {onkeydown}><Deferred {context} which={props.which} /></div> }
}

#[component]
fn Deferred(props: &BelowProps) -> Html {
    let context = &props.context;
    let offers = props.which == Which::Rest && context.asks_for_lead();
    {
        let context = context.clone();
        let says = context.site.earlier || !context.site.skipped.is_empty();
        use_effect_with((offers, says), move |(offers, says)| {
            if *offers {
                context.want(Part::Owner);
            } else if *says {
                context.want_more_texts();
            }
        });
    }
    match props.which {
        Which::Todo => html! { <>
            if context.site.look.shows("todo") { {levers_card(context)} }
            if let Some(Call { text, href }) = &context.site.look.call {
                <p class="card call" part="call"><a class="button button-primary" href={href.clone()} target="_blank" rel="noopener">{text}</a></p>
            }
        </> },
        Which::Rest => {
            let forgotten = context.clone();
            let forget = move |_| forget(&forgotten);
            html! { <>
                if offers { {from_handover(context)} }
                if context.site.look.shows("breakdown") { {breakdown_card(context)} }
                {panel_list(context)}
                if context.site.look.storage == Some(true) && context.languages.more() == Load::Here {
                    <p class="small">{context.text(&say::take_remembered())}{" "}
                        <button type="button" class="link" name="forget" onclick={forget}>{context.text(&say::take_forget())}</button>
                    </p>
                }
            </> }
        }
    }
}

/// What to do first.
pub fn todo(context: &Context) -> Html {
    html! { <Below context={context.clone()} which={Which::Todo} /> }
}

/// Where the loss comes from, and what opens on demand.
pub fn rest(context: &Context) -> Html {
    html! { <Below context={context.clone()} which={Which::Rest} /> }
}
