//! The numbers of the business: four lines to be read at a glance, opened one by one to edit.

use super::fields::fields;
use crate::context::load::Load;
use crate::context::{Context, ContextProps};
use crate::session::Field;
use crate::widgets::disclosure::disclosure;
use crate::widgets::field::{FieldView, Shown};
use crate::widgets::icon::{Icon, icon};
use l10n::text::say;
use yew::prelude::*;

/// A line of the card: numbers that belong together.
pub struct Line {
    /// Its id.
    pub id: &'static str,
    fields: &'static [Field],
}

/// The id of the line with the customers.
pub const CUSTOMERS: &str = "line-customers";

/// The lines.
pub const LINES: [Line; 4] = [
    Line {
        id: CUSTOMERS,
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

/// What a field says at a glance: label, value and unit.
fn glance(context: &Context, view: &FieldView) -> Html {
    let value = match &view.shown {
        Shown::Text(text) => text.clone(),
        Shown::Number(figure) => context.figure(figure),
    };
    html! {
        <span class="glance"><span>{context.text(&view.label)}</span>{" "}<strong>{format!("{value}\u{a0}{}", context.text(&view.unit))}</strong></span>
    }
}

/// A line to be read at a glance, and opened to be edited; what is wrong in it keeps it open.
fn line(context: &Context, line: &Line) -> Html {
    let session = &context.session;
    let views = line.fields.iter();
    let views: Vec<_> = views
        .map(|field| FieldView::new(*field, session, context.tables()))
        .collect();
    let wrong = views.iter().any(|view| view.error.is_some());
    let open = wrong || context.view.is_open(line.id);
    let source = views.iter().map(|view| view.source).min();
    let ids: Vec<_> = line.fields.iter().map(|field| field.id()).collect();
    let onclick = {
        let (context, id) = (context.clone(), line.id);
        move |_: MouseEvent| context.flip(id.into())
    };
    html! {
        <li class="line" key={line.id}>
            <button type="button" class="line-toggle" data-line={ids.join(" ")} aria-expanded={open.to_string()}
                aria-controls={line.id} {onclick}>
                <span class="glances">{ for views.iter().map(|view| glance(context, view)) }</span>
                if let Some(source) = source { <span class="badge">{context.text(&source.words())}</span> }
                {icon(Icon::Chevron)}
            </button>
            <div class="stack line-fields" id={line.id} hidden={!open}>
                if open {
                    {fields(context, line.fields)}
                }
            </div>
        </li>
    }
}

/// The card with the numbers of the business.
pub fn numbers_card(context: &Context) -> Html {
    html! { <Numbers context={context.clone()} /> }
}

#[component]
fn Numbers(props: &ContextProps) -> Html {
    let context = &props.context;
    html! {
        <section class="card" part="numbers" aria-labelledby="numbers-title">
            <h2 class="card-title" id="numbers-title">{context.text(&say::card_numbers())}</h2>
            <p class="small">{context.text(&say::card_numbers_hint())}</p>
            <ul class="lines">{ for LINES.iter().map(|each| line(context, each)) }</ul>
            {disclosure(context, "enquiries-box", &say::card_enquiries(), || html! { <>
                {fields(context, &[Field::Enquiries, Field::Conversion])}
                if context.languages.more() == Load::Here {
                    <p class="small">{context.text(&say::essays_unsourced())}</p>
                }
            </> })}
        </section>
    }
}
