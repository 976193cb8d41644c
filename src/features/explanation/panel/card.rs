//! The explanation of one figure: a sentence first, the rest on demand.

use crate::context::Context;
use crate::features::explanation::evidence_list::EvidenceList;
use crate::features::explanation::parameter_field::ParameterField;
use crate::features::explanation::view::Explanation;
use crate::widgets::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::speak::speak;
use l10n::text::say;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is explained, and where.
#[derive(Properties, PartialEq)]
pub struct ExplainCardProps {
    /// What it sees.
    pub context: Context,
    /// The figure's name.
    pub name: String,
}

fn second_layer(context: &Context, view: &Explanation) -> Html {
    html! { <>
        <p class="formula">{context.text(&view.formula)}</p>
        <p class="small">{context.text(&say::explain_symbols())}</p>
        if !view.parameters.is_empty() {
            <h4>{context.text(&say::explain_parameters())}</h4>
            <ul>{ for view.parameters.iter().map(|view| html! {
                <ParameterField context={context.clone()} key={view.id.to_string()} prefix="explain-" view={view.clone()} />
            }) }</ul>
        }
        if let Some(counter) = &view.counter {
            <div class="notice">{icon(Icon::Info)}<div><h4>{context.text(&say::explain_counter())}</h4><p>{speak(context, counter)}</p></div></div>
        }
        if !view.evidence.is_empty() {
            <h4>{context.text(&say::explain_evidence())}</h4>
            <EvidenceList context={context.clone()} ids={view.evidence.clone()} />
        }
    </> }
}

/// The explanation of a figure.
#[component]
pub fn ExplainCard(props: &ExplainCardProps) -> Html {
    let context = &props.context;
    let heading = use_node_ref();
    let more = use_state(|| false);
    {
        let (heading, more) = (heading.clone(), more.clone());
        use_effect_with(props.name.clone(), move |_| {
            more.set(false);
            if let Some(heading) = heading.cast::<HtmlElement>() {
                // Nothing is lost where the focus cannot be moved.
                let _ = heading.focus();
            }
        });
    }
    let Some(view) = Explanation::new(&props.name, &context.answer, context.tables()) else {
        return Html::default();
    };
    let close = {
        let context = context.clone();
        move |_: MouseEvent| block::close(&context)
    };
    let onkeydown = {
        let context = context.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                block::close(&context);
            }
        }
    };
    let toggle = {
        let more = more.clone();
        move |_| more.set(!*more)
    };
    let name = context.text(&say::explain_close());
    html! {
        <section class="explain" role="region" aria-labelledby="explain-title" {onkeydown}>
            <div class="explain-head">
                <h3 id="explain-title" tabindex="-1" ref={heading}>{context.text(&view.title)}</h3>
                <button type="button" class="button button-quiet" name="close-explanation" aria-label={name.clone()} title={name} onclick={close}>{icon(Icon::Close)}</button>
            </div>
            <p>{speak(context, &view.sentence)}</p>
            <button type="button" class="disclosure" name="more-explanation" aria-expanded={more.to_string()} aria-controls="explain-more" onclick={toggle}>
                {icon(Icon::Chevron)}{context.text(&say::explain_more())}
            </button>
            <div class="stack" id="explain-more" hidden={!*more}>
                if *more { {second_layer(context, &view)} }
            </div>
        </section>
    }
}
