//! Method and sources: what is weak, what is assumed, and where it was found.

use crate::context::{Context, ContextProps};
use crate::features::explanation::EvidenceList;
use crate::features::explanation::ParameterField;
use crate::features::method::view::{MethodView, Row};
use crate::session::Action;
use crate::widgets::block::block;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn segment(context: &Context, view: &MethodView) -> Html {
    let [value, range] =
        [say::method_value(), say::method_from_to()].map(|name| context.text(&name));
    let row = |row: &Row| {
        html! {
            <tr>
                <th scope="row">{context.text(&row.label)}</th>
                <td class="number" data-label={value.clone()}>{speak(context, &row.value)}</td>
                <td class="number" data-label={range.clone()}>{speak(context, &row.range)}</td>
            </tr>
        }
    };
    html! { <>
        <h3>{context.text(&view.segment)}</h3>
        <table class="table">
            <thead><tr>
                <th scope="col">{context.text(&say::method_number())}</th>
                <th scope="col" class="number">{value.clone()}</th>
                <th scope="col" class="number">{range.clone()}</th>
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
        <EvidenceList context={context.clone()} key={context.answer.entries.segment.clone()} ids={view.evidence.clone()} />
    </> }
}

fn parameters(context: &Context, view: &MethodView) -> Html {
    let all_back = {
        let context = context.clone();
        move |_: MouseEvent| context.send(Action::ResetParameters)
    };
    html! { <>
        <h3>{context.text(&say::method_parameters())}</h3>
        {block(context, "method-parameters", |context| html! { <p>{speak(context, &say::method_parameters_intro())}</p> })}
        if let Some(changed) = &view.changed {
            <p role="status">{speak(context, changed)}{" "}
                <button type="button" class="link" name="all-parameters-back" onclick={all_back}>{context.text(&say::method_all_back())}</button>
            </p>
        }
        <ul>{ for view.parameters.iter().map(|row| html! {
            <ParameterField context={context.clone()} key={row.id.to_string()} prefix="method-" view={row.clone()} />
        }) }</ul>
    </> }
}

/// Method and sources.
#[component]
pub fn MethodPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let open = use_state(|| false);
    let view = MethodView::new(&context.answer, context.tables());
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! { <>
        <p>{context.text(&say::method_intro())}</p>
        <h3>{context.text(&say::method_weak())}</h3>
        { for view.weak.iter().map(|weak| html! {
            <p class="notice">{icon(Icon::Info)}<span>{speak(context, weak)}</span></p>
        }) }
        {segment(context, &view)}
        {parameters(context, &view)}
        <h3>{context.text(&say::method_essays())}</h3>
        <EvidenceList context={context.clone()} key="essays" essays=true />
        <h3>{context.text(&say::method_sources())}</h3>
        <p>{context.text(&say::method_sources_intro())}</p>
        <button type="button" class="disclosure" name="all-sources" aria-expanded={open.to_string()} aria-controls="all-sources" onclick={toggle}>
            {icon(Icon::Chevron)}{context.text(&say::method_show_sources())}
        </button>
        <div id="all-sources" hidden={!*open}>
            if *open { <EvidenceList context={context.clone()} key="all" /> }
        </div>
    </> }
}
