//! Method and sources: what is weak, what is assumed, and where it was found.

use crate::present::method::{MethodView, Row};
use crate::session::Action;
use crate::ui::block::block;
use crate::ui::evidence::EvidenceList;
use crate::ui::icon::{Icon, icon};
use crate::ui::parameter_field::ParameterField;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn segment(scene: &Scene, view: &MethodView) -> Html {
    let [value, range] = [say::method_value(), say::method_from_to()].map(|name| scene.text(&name));
    let row = |row: &Row| {
        html! {
            <tr>
                <th scope="row">{scene.text(&row.label)}</th>
                <td class="number" data-label={value.clone()}>{speak(scene, &row.value)}</td>
                <td class="number" data-label={range.clone()}>{speak(scene, &row.range)}</td>
            </tr>
        }
    };
    html! { <>
        <h3>{scene.text(&view.segment)}</h3>
        <table class="table">
            <thead><tr>
                <th scope="col">{scene.text(&say::method_number())}</th>
                <th scope="col" class="number">{value.clone()}</th>
                <th scope="col" class="number">{range.clone()}</th>
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
        <EvidenceList scene={scene.clone()} key={scene.answer.entries.segment.clone()} ids={view.evidence.clone()} />
    </> }
}

fn parameters(scene: &Scene, view: &MethodView) -> Html {
    let all_back = {
        let scene = scene.clone();
        move |_: MouseEvent| scene.act(Action::ResetParameters)
    };
    html! { <>
        <h3>{scene.text(&say::method_parameters())}</h3>
        {block(scene, "method-parameters", |scene| html! { <p>{speak(scene, &say::method_parameters_intro())}</p> })}
        if let Some(changed) = &view.changed {
            <p role="status">{speak(scene, changed)}{" "}
                <button type="button" class="link" name="all-parameters-back" onclick={all_back}>{scene.text(&say::method_all_back())}</button>
            </p>
        }
        <ul>{ for view.parameters.iter().map(|row| html! {
            <ParameterField scene={scene.clone()} key={row.id.to_string()} prefix="method-" view={row.clone()} />
        }) }</ul>
    </> }
}

/// Method and sources.
#[component]
pub fn MethodPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let open = use_state(|| false);
    let view = MethodView::new(&scene.answer, scene.tables());
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! { <>
        <p>{scene.text(&say::method_intro())}</p>
        <h3>{scene.text(&say::method_weak())}</h3>
        { for view.weak.iter().map(|weak| html! {
            <p class="notice">{icon(Icon::Info)}<span>{speak(scene, weak)}</span></p>
        }) }
        {segment(scene, &view)}
        {parameters(scene, &view)}
        <h3>{scene.text(&say::method_essays())}</h3>
        <EvidenceList scene={scene.clone()} key="essays" essays=true />
        <h3>{scene.text(&say::method_sources())}</h3>
        <p>{scene.text(&say::method_sources_intro())}</p>
        <button type="button" class="disclosure" name="all-sources" aria-expanded={open.to_string()} aria-controls="all-sources" onclick={toggle}>
            {icon(Icon::Chevron)}{scene.text(&say::method_show_sources())}
        </button>
        <div id="all-sources" hidden={!*open}>
            if *open { <EvidenceList scene={scene.clone()} key="all" /> }
        </div>
    </> }
}
