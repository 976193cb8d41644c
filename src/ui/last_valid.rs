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

/// The same for each of several.
#[hook]
pub fn use_last_valid_of_each<V: Copy + 'static>(now: &[Option<V>]) -> Vec<(Option<V>, bool)> {
    let last = use_mut_ref(Vec::<Option<V>>::new);
    let mut last = last.borrow_mut();
    if last.len() != now.len() {
        // One came or went, and with it the others have moved.
        *last = now.to_vec();
    }
    let both = last.iter_mut().zip(now).map(|(last, now)| {
        *last = now.or(*last);
        (*last, now.is_none())
    });
    both.collect()
}
