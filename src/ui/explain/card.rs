//! The explanation of one figure: a sentence first, the rest on demand.

use crate::present::explain::Explanation;
use crate::ui::block;
use crate::ui::evidence::EvidenceList;
use crate::ui::icon::{Icon, icon};
use crate::ui::parameter_field::ParameterField;
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::say;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is explained, and where.
#[derive(Properties, PartialEq)]
pub struct ExplainCardProps {
    /// What it sees.
    pub scene: Scene,
    /// The figure's name.
    pub name: String,
}

fn second_layer(scene: &Scene, view: &Explanation) -> Html {
    html! { <>
        <p class="formula">{scene.text(&view.formula)}</p>
        <p class="small">{scene.text(&say::explain_symbols())}</p>
        if !view.parameters.is_empty() {
            <h4>{scene.text(&say::explain_parameters())}</h4>
            <ul>{ for view.parameters.iter().map(|view| html! {
                <ParameterField scene={scene.clone()} key={view.id.to_string()} prefix="explain-" view={view.clone()} />
            }) }</ul>
        }
        if let Some(counter) = &view.counter {
            <div class="notice">{icon(Icon::Info)}<div><h4>{scene.text(&say::explain_counter())}</h4><p>{speak(scene, counter)}</p></div></div>
        }
        if !view.evidence.is_empty() {
            <h4>{scene.text(&say::explain_evidence())}</h4>
            <EvidenceList scene={scene.clone()} ids={view.evidence.clone()} />
        }
    </> }
}

/// The explanation of a figure.
#[component]
pub fn ExplainCard(props: &ExplainCardProps) -> Html {
    let scene = &props.scene;
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
    let Some(view) = Explanation::new(&props.name, &scene.answer, scene.tables()) else {
        return Html::default();
    };
    let close = {
        let scene = scene.clone();
        move |_: MouseEvent| block::close(&scene)
    };
    let onkeydown = {
        let scene = scene.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                block::close(&scene);
            }
        }
    };
    let toggle = {
        let more = more.clone();
        move |_| more.set(!*more)
    };
    let name = scene.text(&say::explain_close());
    html! {
        <section class="explain" role="region" aria-labelledby="explain-title" {onkeydown}>
            <div class="explain-head">
                <h3 id="explain-title" tabindex="-1" ref={heading}>{scene.text(&view.title)}</h3>
                <button type="button" class="button button-quiet" name="close-explanation" aria-label={name.clone()} title={name} onclick={close}>{icon(Icon::Close)}</button>
            </div>
            <p>{speak(scene, &view.sentence)}</p>
            <button type="button" class="disclosure" name="more-explanation" aria-expanded={more.to_string()} aria-controls="explain-more" onclick={toggle}>
                {icon(Icon::Chevron)}{scene.text(&say::explain_more())}
            </button>
            <div class="stack" id="explain-more" hidden={!*more}>
                if *more { {second_layer(scene, &view)} }
            </div>
        </section>
    }
}
