//! The numbers of the business: four lines to be read at a glance, opened one by one to edit.

use super::block::block;
use super::disclosure::disclosure;
use super::icon::{Icon, icon};
use super::number_field::NumberField;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use super::speak::speak;
use crate::present::field::{FieldView, Shown};
use crate::present::figure::Figure;
use crate::present::text::say;
use crate::session::{Action, CustomerCount, Field};
use yew::prelude::*;

/// A line of the card: numbers that belong together.
struct Line {
    id: &'static str,
    fields: &'static [Field],
}

const LINES: [Line; 4] = [
    Line {
        id: "line-customers",
        fields: &[Field::Customers],
    },
    Line {
        id: "line-spend",
        fields: &[Field::Cheque, Field::Purchases],
    },
    Line {
        id: "line-margin",
        fields: &[Field::Margin, Field::CostToServe],
    },
    Line {
        id: "line-retention",
        fields: &[Field::Retention],
    },
];

const COUNTS: [(CustomerCount, &str); 3] = [
    (CustomerCount::Year, "year"),
    (CustomerCount::Month, "month"),
    (CustomerCount::Turnover, "turnover"),
];

/// A field of the session.
pub fn session_field(scene: &Scene, field: Field) -> Html {
    let view = FieldView::new(field, &scene.store.session.entries, scene.tables());
    let on_entry = scene.on(move |entry| Action::Number(field, entry));
    html! { <NumberField key={field.id()} scene={scene.clone()} {view} {on_entry} /> }
}

/// How customers are counted.
fn count_by(scene: &Scene) -> Html {
    let count = scene.store.session.entries.customer_count;
    let options = COUNTS.map(|(count, id)| {
        let label = match count {
            CustomerCount::Year => say::field_text_count_year(),
            CustomerCount::Month => say::field_text_count_month(),
            CustomerCount::Turnover => say::field_text_count_turnover(),
        };
        (AttrValue::from(id), AttrValue::from(scene.text(&label)))
    });
    let chosen = COUNTS.iter().find(|(each, _)| *each == count);
    let on_choose = scene.on(|id: String| {
        let chosen = COUNTS.iter().find(|(_, each)| *each == id);
        Action::Count(chosen.map_or(CustomerCount::Year, |(count, _)| *count))
    });
    let legend = scene.text(&say::card_count_by());
    let ways = segmented(&SegmentedProps {
        chosen: chosen.map(|(_, id)| AttrValue::from(*id)),
        ..SegmentedProps::new("count", legend, options.to_vec(), on_choose)
    });
    let customers = Figure::count(scene.answer.firm.business.customers);
    html! { <>
        {ways}
        if count != CustomerCount::Year {
            {block(scene, "count", |scene| html! { <p class="small">{speak(scene, &say::FieldTextCountMeans { customers }.into())}</p> })}
        }
    </> }
}

/// What a field says at a glance: label, value and unit.
fn glance(scene: &Scene, view: &FieldView) -> Html {
    let value = match &view.shown {
        Shown::Text(text) => text.clone(),
        Shown::Number(figure) => scene.figure(figure),
    };
    html! {
        <span class="glance"><span>{scene.text(&view.label)}</span>{" "}<strong>{format!("{value}\u{a0}{}", scene.text(&view.unit))}</strong></span>
    }
}

/// A line to be read at a glance, and opened to be edited; what is wrong in it keeps it open.
fn line(scene: &Scene, line: &Line) -> Html {
    let entries = &scene.store.session.entries;
    let views = line.fields.iter();
    let views: Vec<_> = views
        .map(|field| FieldView::new(*field, entries, scene.tables()))
        .collect();
    let wrong = views.iter().any(|view| view.error.is_some());
    let open = wrong || scene.view.is_open(line.id);
    let source = views.iter().map(|view| view.source).min();
    let fields: Vec<_> = line.fields.iter().map(|field| field.id()).collect();
    let onclick = {
        let (scene, id) = (scene.clone(), line.id);
        move |_: MouseEvent| scene.flip(id.into())
    };
    html! {
        <li class="line" key={line.id}>
            <button type="button" class="line-toggle" data-line={fields.join(" ")} aria-expanded={open.to_string()}
                aria-controls={line.id} {onclick}>
                <span class="glances">{ for views.iter().map(|view| glance(scene, view)) }</span>
                if let Some(source) = source { <span class="badge">{scene.text(&source.words())}</span> }
                {icon(Icon::Chevron)}
            </button>
            <div class="stack line-fields" id={line.id} hidden={!open}>
                if open {
                    if line.fields.contains(&Field::Customers) { {count_by(scene)} }
                    { for line.fields.iter().map(|field| session_field(scene, *field)) }
                }
            </div>
        </li>
    }
}

/// The card with the numbers of the business.
pub fn numbers_card(scene: &Scene) -> Html {
    html! {
        <section class="card numbers" aria-labelledby="numbers-title">
            <h2 class="card-title" id="numbers-title">{scene.text(&say::card_numbers())}</h2>
            <p class="small">{scene.text(&say::card_numbers_hint())}</p>
            <ul class="lines">{ for LINES.iter().map(|each| line(scene, each)) }</ul>
            {disclosure(scene, "enquiries-box", &say::card_enquiries(), || html! { <>
                {session_field(scene, Field::Enquiries)}
                {session_field(scene, Field::Conversion)}
                <p class="small">{scene.text(&say::card_essays())}</p>
            </> })}
        </section>
    }
}
