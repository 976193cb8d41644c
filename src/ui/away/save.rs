//! Making files: what they are called, and what is said once they are there.

use crate::event::{Detail, Field};
use crate::present::chart_file::Origin;
use crate::present::export::Writing;
use crate::ui::handover::hand;
use crate::ui::scene::Scene;
use l10n::text::{Message, say};
use yew::prelude::*;

/// How a scene writes.
pub fn writing(scene: &Scene) -> Writing<'_> {
    Writing {
        catalog: &scene.catalog,
        format: &*scene.format,
    }
}

/// What a file is, for what makes it: its kind, and what its name begins with.
pub fn wanted(kind: &str, name: &str) -> Detail {
    vec![
        ("kind", Field::Text(kind.to_owned())),
        ("name", Field::Text(name.to_owned())),
    ]
}

/// Day and address; nothing where they cannot be had.
pub fn origin(word: Option<String>) -> Option<Origin> {
    let word = word?;
    let (date, address) = word.split_once('\n')?;
    Some(Origin {
        date: date.to_owned(),
        address: address.to_owned(),
    })
}

/// What is said of a file that is made, or could not be; nothing where the visitor changed his mind.
pub fn outcome(word: Option<String>) -> Option<Message> {
    match word.as_deref() {
        Some("saved") => Some(say::file_saved()),
        Some("shared") => Some(say::hand_shared()),
        Some("") => None,
        _ => Some(say::file_failed()),
    }
}

/// Asks when and where the page is, then makes a file of it.
pub fn made(scene: &Scene, make: impl Fn(Option<Origin>) + 'static) {
    let then = move |word| make(origin(word));
    hand(scene, "place", None, "", Callback::from(then));
}
