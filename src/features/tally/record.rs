//! The record of a tally: while the page is open, and in the browser where the owner allows it.

use crate::context::Context;
use crate::features::tally::view::Tally;
use crate::platform::services::Services;
use crate::platform::storage::{self, Stored};

fn may_store(context: &Context) -> bool {
    context.site.look.storage == Some(true)
}

/// The tally as it was recorded last.
pub fn read(context: &Context, services: &Services) -> Tally {
    let stored = may_store(context).then(|| storage::read(&services.element(), Stored::Tally));
    let stored = stored.and_then(|text| text.ok().flatten());
    let text = stored.or_else(|| services.recall(Stored::Tally.name()));
    Tally::read(&text.unwrap_or_default())
}

/// Records a tally.
pub fn write(context: &Context, services: &Services, tally: &Tally) {
    let text = tally.text();
    services.remember(Stored::Tally.name(), Some(&text));
    if may_store(context) {
        // What the browser refuses lasts as long as the page is open.
        let _ = storage::write(&services.element(), Stored::Tally, &text);
    }
}

/// Forgets the tally and everything that was entered, stored or not.
pub fn forget(context: &Context) {
    if let Some(services) = context.host.services() {
        services.remember(Stored::Tally.name(), None);
        // Where the storage is denied nothing is stored.
        let _ = storage::remove(&services.element(), Stored::Tally);
        services.reset();
    }
}
