//! KPI sheet: what to measure, how, present value and target.

use crate::context::{Context, ContextProps};
use crate::features::kpi::view::{KpiView, Row};
use crate::session::{Action, DeliveredBy, Field};
use crate::widgets::block::block;
use crate::widgets::field::FieldView;
use crate::widgets::number_field::NumberField;
use crate::widgets::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn table(context: &Context, view: &KpiView) -> Html {
    let [how, now, aim] =
        [say::kpi_how(), say::kpi_now(), say::kpi_aim()].map(|name| context.text(&name));
    let row = |row: &Row| {
        html! {
            <tr key={row.id}>
                <th scope="row">{context.text(&row.what)}</th>
                <td data-label={how.clone()}>{context.text(&row.how)}</td>
                <td class="number" data-label={now.clone()}>{speak(context, &row.now)}</td>
                <td class="number" data-label={aim.clone()}>{speak(context, &row.target)}</td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <thead><tr>
                <th scope="col">{context.text(&say::kpi_what())}</th>
                <th scope="col">{how.clone()}</th>
                <th scope="col" class="number">{now.clone()}</th>
                <th scope="col" class="number">{aim.clone()}</th>
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
    }
}

fn measured(context: &Context, view: &KpiView) -> Html {
    let entries = &context.session.entries;
    if entries.delivered_by != DeliveredBy::Measured {
        return html! { <>
            <p>{context.text(&say::kpi_measured_hint())}</p>
            <button type="button" class="button" name="measured" onclick={context.on(|_: MouseEvent| Action::By(DeliveredBy::Measured))}>
                {context.text(&say::kpi_measured())}
            </button>
        </> };
    }
    let field = |field| {
        let view = FieldView::new(field, &context.session, context.tables());
        let on_entry = context.on(move |entry| Action::Number(field, entry));
        html! { <NumberField key={field.id()} context={context.clone()} {view} {on_entry} prefix="kpi-" /> }
    };
    html! { <>
        {block(context, "kpi-measured", |context| html! { <p role="status">{ for view.measured.iter().map(|message| speak(context, message)) }</p> })}
        {field(Field::Measured)}
        {field(Field::Surveyed)}
    </> }
}

/// KPI sheet.
#[component]
pub fn KpiPanel(props: &ContextProps) -> Html {
    let context = &props.context;
    let nps = context.session.entries.entry(Field::Nps);
    let view = KpiView::new(&context.answer, nps, context.tables());
    let on_nps = context.on(|entry| Action::Number(Field::Nps, entry));
    let stale = context.answer.stale.then_some("stale");
    html! { <>
        <p>{context.text(&say::kpi_intro())}</p>
        <div class={classes!("stack", stale)}>{block(context, "kpi", |context| table(context, &view))}</div>
        <div class="pair">
            <div class="stack">{measured(context, &view)}</div>
            <div class="stack"><NumberField context={context.clone()} view={view.nps.clone()} on_entry={on_nps} /></div>
        </div>
    </> }
}
