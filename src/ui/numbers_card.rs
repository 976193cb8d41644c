//! The numbers of the business: four lines to be read at a glance, opened one by one to edit.

use super::disclosure::disclosure;
use super::icon::{Icon, icon};
use super::opened::from_below;
use super::scene::Scene;
use crate::present::field::{FieldView, Shown};
use crate::present::load::Load;
use crate::session::Field;
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
    let session = &scene.store.session;
    let views = line.fields.iter();
    let views: Vec<_> = views
        .map(|field| FieldView::new(*field, session, scene.tables()))
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
                    {from_below(scene, |below| (below.fields)(scene, line.fields))}
                }
            </div>
        </li>
    }
}

/// The card sees the same while a level is merely looked at.
#[derive(Properties)]
struct NumbersProps {
    scene: Scene,
}

impl PartialEq for NumbersProps {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&self.scene, &other.scene);
        own.seen.entered == other.seen.entered
            && own.answer.stale == other.answer.stale
            && own.says_like(other)
    }
}

/// The card with the numbers of the business.
pub fn numbers_card(scene: &Scene) -> Html {
    html! { <Numbers scene={scene.clone()} /> }
}

#[component]
fn Numbers(props: &NumbersProps) -> Html {
    let scene = &props.scene;
    html! {
        <section class="card" part="numbers" aria-labelledby="numbers-title">
            <h2 class="card-title" id="numbers-title">{scene.text(&say::card_numbers())}</h2>
            <p class="small">{scene.text(&say::card_numbers_hint())}</p>
            <ul class="lines">{ for LINES.iter().map(|each| line(scene, each)) }</ul>
            {disclosure(scene, "enquiries-box", &say::card_enquiries(), || html! { <>
                {from_below(scene, |below| (below.fields)(scene, &[Field::Enquiries, Field::Conversion]))}
                if scene.languages.more() == Load::Here {
                    <p class="small">{scene.text(&say::essays_unsourced())}</p>
                }
            </> })}
        </section>
    }
}
