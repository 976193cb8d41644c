//! The fields that a line of numbers opens.

use super::block::block;
use super::number_field::NumberField;
use super::scene::Scene;
use super::segmented::{SegmentedProps, segmented};
use super::speak::speak;
use crate::present::field::FieldView;
use crate::session::{Action, CustomerCount, Field};
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

const COUNTS: [(CustomerCount, &str); 3] = [
    (CustomerCount::Year, "year"),
    (CustomerCount::Month, "month"),
    (CustomerCount::Turnover, "turnover"),
];

/// A field of the session.
pub fn session_field(scene: &Scene, field: Field) -> Html {
    let view = FieldView::new(field, &scene.store.session, scene.tables());
    let to = scene.clone();
    let on_entry = Callback::from(move |entry| to.soon(Action::Number(field, entry)));
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

/// These fields; before that of the customers, how they are counted.
pub fn fields(scene: &Scene, fields: &[Field]) -> Html {
    html! { <>
        if fields.contains(&Field::Customers) { {count_by(scene)} }
        { for fields.iter().map(|field| session_field(scene, *field)) }
    </> }
}
