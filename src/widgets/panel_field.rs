//! What panels that ask for numbers share: the fields, and the last good result beside them.

use crate::context::Context;
use crate::session::{Action, Entries, Field};
use crate::widgets::field::FieldView;
use crate::widgets::icon::{Icon, icon};
use crate::widgets::last_valid::use_last_valid;
use crate::widgets::number_field::NumberField;
use l10n::text::say;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// Fields of the session. Several panels ask for the wage: its ids start with the panel's.
pub fn fields(context: &Context, panel: &str, fields: &[Field]) -> Html {
    let field = |field: &Field| {
        let field = *field;
        let view = FieldView::new(field, &context.session, context.tables());
        let on_entry = context.on(move |entry| Action::Number(field, entry));
        let prefix = if field == Field::Wage {
            format!("{panel}-")
        } else {
            String::new()
        };
        html! { <NumberField key={field.id()} context={context.clone()} {view} {on_entry} {prefix} /> }
    };
    html! { <div class="tiles">{ for fields.iter().map(field) }</div> }
}

/// What a panel shows for the entries, and whether that is stale: where an entry is not valid, the
/// last view stays. Made anew only when the entries change.
#[hook]
pub fn use_view<V: 'static>(
    context: &Context,
    make: fn(&Entries, &Tables) -> Option<V>,
) -> (Option<Rc<V>>, bool) {
    let tables = context.tables.clone();
    let entries = context.session.entries.clone();
    let now = use_memo(entries, |entries| make(entries, &tables).map(Rc::new));
    use_last_valid((*now).clone())
}

/// Says that the result beside it is the last valid one.
pub fn stale_notice(context: &Context, stale: bool) -> Html {
    if !stale {
        return Html::default();
    }
    html! {
        <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{context.text(&say::page_stale())}</span></p>
    }
}
