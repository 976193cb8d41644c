//! Card 2: customers, cheque, purchases, margin, retention, cost to serve.

use super::block::block;
use super::disclosure::disclosure;
use super::number_field::NumberField;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use super::speak::speak;
use crate::present::field::FieldView;
use crate::present::figure::Figure;
use crate::present::text::say;
use crate::session::{Action, CustomerCount, Field};
use yew::prelude::*;

const NUMBERS: [Field; 6] = [
    Field::Customers,
    Field::Cheque,
    Field::Purchases,
    Field::Margin,
    Field::Retention,
    Field::CostToServe,
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

/// The second card: the numbers of the business.
pub fn numbers_card(scene: &Scene) -> Html {
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
    let chosen = chosen.map(|(_, id)| AttrValue::from(*id));
    let on_choose = scene.on(|id: String| {
        let chosen = COUNTS.iter().find(|(_, each)| *each == id);
        Action::Count(chosen.map_or(CustomerCount::Year, |(count, _)| *count))
    });
    let count_by = segmented(&SegmentedProps {
        chosen,
        quiet: true,
        ..SegmentedProps::new(
            "count",
            scene.text(&say::card_count_by()),
            options.to_vec(),
            on_choose,
        )
    });
    let customers = Figure::count(scene.answer.firm.business.customers);
    html! {
        <section class="card" aria-labelledby="numbers-title">
            <h2 class="card-title" id="numbers-title"><span class="step">{"2"}</span>{scene.text(&say::card_numbers())}</h2>
            <p class="small">{scene.text(&say::card_numbers_hint())}</p>
            {count_by}
            if count != CustomerCount::Year {
                {block(scene, "count", |scene| html! { <p class="small">{speak(scene, &say::FieldTextCountMeans { customers }.into())}</p> })}
            }
            { for NUMBERS.into_iter().map(|field| session_field(scene, field)) }
            {disclosure(scene, "enquiries-box", &say::card_enquiries(), || html! { <>
                {session_field(scene, Field::Enquiries)}
                {session_field(scene, Field::Conversion)}
                <p class="small">{scene.text(&say::card_essays())}</p>
            </> })}
        </section>
    }
}
