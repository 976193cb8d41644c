//! The last valid view: what is shown greyed while an entry is at fault.

use std::rc::Rc;
use yew::prelude::*;

/// What there is now, or else what there was last; and whether that is stale.
#[hook]
pub fn use_last_valid<V: 'static>(now: Option<Rc<V>>) -> (Option<Rc<V>>, bool) {
    let last = use_mut_ref(|| None::<Rc<V>>);
    let stale = now.is_none();
    let mut last = last.borrow_mut();
    if now.is_some() {
        *last = now;
    }
    (last.clone(), stale)
}
