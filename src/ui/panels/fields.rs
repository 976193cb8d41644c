//! What panels that ask for numbers share: the fields, and the last good result beside them.

use crate::present::field::FieldView;
use crate::session::{Action, Entries, Field};
use crate::ui::icon::{Icon, icon};
use crate::ui::last_valid::use_last_valid;
use crate::ui::number_field::NumberField;
use crate::ui::scene::Scene;
use l10n::text::say;
use model::Tables;
use std::rc::Rc;
use yew::prelude::*;

/// Fields of the session. Several panels ask for the wage: its ids start with the panel's.
pub fn fields(scene: &Scene, panel: &str, fields: &[Field]) -> Html {
    let field = |field: &Field| {
        let field = *field;
        let view = FieldView::new(field, &scene.store.session, scene.tables());
        let on_entry = scene.on(move |entry| Action::Number(field, entry));
        let prefix = if field == Field::Wage {
            format!("{panel}-")
        } else {
            String::new()
        };
        html! { <NumberField key={field.id()} scene={scene.clone()} {view} {on_entry} {prefix} /> }
    };
    html! { <div class="tiles">{ for fields.iter().map(field) }</div> }
}

/// What a panel shows for the entries, and whether that is stale: where an entry is not valid, the
/// last view stays. Made anew only when the entries change.
#[hook]
pub fn use_view<V: 'static>(
    scene: &Scene,
    make: fn(&Entries, &Tables) -> Option<V>,
) -> (Option<Rc<V>>, bool) {
    let tables = scene.store.tables.clone();
    let entries = scene.store.session.entries.clone();
    let now = use_memo(entries, |entries| make(entries, &tables).map(Rc::new));
    use_last_valid((*now).clone())
}

/// Says that the result beside it is the last valid one.
pub fn stale_notice(scene: &Scene, stale: bool) -> Html {
    if !stale {
        return Html::default();
    }
    html! {
        <p class="notice notice-caution" role="status">{icon(Icon::Caution)}<span>{scene.text(&say::page_stale())}</span></p>
    }
}
