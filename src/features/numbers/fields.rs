//! The fields that a line of numbers opens.

use crate::context::Context;
use crate::session::{Action, CustomerCount, Field};
use crate::widgets::block::block;
use crate::widgets::field::FieldView;
use crate::widgets::number_field::NumberField;
use crate::widgets::segmented::{SegmentedProps, segmented};
use crate::widgets::speak::speak;
use l10n::figure::Figure;
use l10n::text::say;
use yew::prelude::*;

const COUNTS: [(CustomerCount, &str); 3] = [
    (CustomerCount::Year, "year"),
    (CustomerCount::Month, "month"),
    (CustomerCount::Turnover, "turnover"),
];

/// A field of the session.
pub fn session_field(context: &Context, field: Field) -> Html {
    let view = FieldView::new(field, &context.session, context.tables());
    let to = context.clone();
    let on_entry = Callback::from(move |entry| to.send_next_frame(Action::Number(field, entry)));
    html! { <NumberField key={field.id()} context={context.clone()} {view} {on_entry} /> }
}

/// How customers are counted.
fn count_by(context: &Context) -> Html {
    let count = context.session.entries.customer_count;
    let options = COUNTS.map(|(count, id)| {
        let label = match count {
            CustomerCount::Year => say::field_text_count_year(),
            CustomerCount::Month => say::field_text_count_month(),
            CustomerCount::Turnover => say::field_text_count_turnover(),
        };
        (AttrValue::from(id), AttrValue::from(context.text(&label)))
    });
    let chosen = COUNTS.iter().find(|(each, _)| *each == count);
    let on_choose = context.on(|id: String| {
        let chosen = COUNTS.iter().find(|(_, each)| *each == id);
        Action::Count(chosen.map_or(CustomerCount::Year, |(count, _)| *count))
    });
    let legend = context.text(&say::card_count_by());
    let ways = segmented(&SegmentedProps {
        chosen: chosen.map(|(_, id)| AttrValue::from(*id)),
        ..SegmentedProps::new("count", legend, options.to_vec(), on_choose)
    });
    let customers = Figure::count(context.answer.firm.business.customers);
    html! { <>
        {ways}
        if count != CustomerCount::Year {
            {block(context, "count", |context| html! { <p class="small">{speak(context, &say::FieldTextCountMeans { customers }.into())}</p> })}
        }
    </> }
}

/// These fields; before that of the customers, how they are counted.
pub fn fields(context: &Context, fields: &[Field]) -> Html {
    html! { <>
        if fields.contains(&Field::Customers) { {count_by(context)} }
        { for fields.iter().map(|field| session_field(context, *field)) }
    </> }
}
