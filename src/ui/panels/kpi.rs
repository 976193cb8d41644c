//! KPI sheet: what to measure, how, present value and target.

use crate::present::field::FieldView;
use crate::present::kpi::{KpiView, Row};
use crate::session::{Action, DeliveredBy, Field};
use crate::ui::block::block;
use crate::ui::number_field::NumberField;
use crate::ui::scene::{Scene, SceneProps};
use crate::ui::speak::speak;
use l10n::text::say;
use yew::prelude::*;

fn table(scene: &Scene, view: &KpiView) -> Html {
    let [how, now, aim] =
        [say::kpi_how(), say::kpi_now(), say::kpi_aim()].map(|name| scene.text(&name));
    let row = |row: &Row| {
        html! {
            <tr key={row.id}>
                <th scope="row">{scene.text(&row.what)}</th>
                <td data-label={how.clone()}>{scene.text(&row.how)}</td>
                <td class="number" data-label={now.clone()}>{speak(scene, &row.now)}</td>
                <td class="number" data-label={aim.clone()}>{speak(scene, &row.target)}</td>
            </tr>
        }
    };
    html! {
        <table class="table">
            <thead><tr>
                <th scope="col">{scene.text(&say::kpi_what())}</th>
                <th scope="col">{how.clone()}</th>
                <th scope="col" class="number">{now.clone()}</th>
                <th scope="col" class="number">{aim.clone()}</th>
            </tr></thead>
            <tbody>{ for view.rows.iter().map(row) }</tbody>
        </table>
    }
}

fn measured(scene: &Scene, view: &KpiView) -> Html {
    let entries = &scene.store.session.entries;
    if entries.delivered_by != DeliveredBy::Measured {
        return html! { <>
            <p>{scene.text(&say::kpi_measured_hint())}</p>
            <button type="button" class="button" name="measured" onclick={scene.on(|_: MouseEvent| Action::By(DeliveredBy::Measured))}>
                {scene.text(&say::kpi_measured())}
            </button>
        </> };
    }
    let field = |field| {
        let view = FieldView::new(field, &scene.store.session, scene.tables());
        let on_entry = scene.on(move |entry| Action::Number(field, entry));
        html! { <NumberField key={field.id()} scene={scene.clone()} {view} {on_entry} prefix="kpi-" /> }
    };
    html! { <>
        {block(scene, "kpi-measured", |scene| html! { <p role="status">{ for view.measured.iter().map(|message| speak(scene, message)) }</p> })}
        {field(Field::Measured)}
        {field(Field::Surveyed)}
    </> }
}

/// KPI sheet.
#[component]
pub fn KpiPanel(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let nps = scene.store.session.entries.entry(Field::Nps);
    let view = KpiView::new(&scene.answer, nps, scene.tables());
    let on_nps = scene.on(|entry| Action::Number(Field::Nps, entry));
    let stale = scene.answer.stale.then_some("stale");
    html! { <>
        <p>{scene.text(&say::kpi_intro())}</p>
        <div class={classes!("stack", stale)}>{block(scene, "kpi", |scene| table(scene, &view))}</div>
        <div class="pair">
            <div class="stack">{measured(scene, &view)}</div>
            <div class="stack"><NumberField scene={scene.clone()} view={view.nps.clone()} on_entry={on_nps} /></div>
        </div>
    </> }
}
