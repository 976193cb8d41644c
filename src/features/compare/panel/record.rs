//! The record of the cases: in the browser where it may, else as long as the page is open. Windows of
//! the same site share what is stored.

use super::board::Record;
use crate::platform::services::Services;
use crate::platform::storage::{self, Stored};
use crate::session::cases::Due;

fn stored(services: &Services, may_store: bool) -> Option<String> {
    if !may_store {
        return None;
    }
    let text = storage::read(&services.element(), Stored::Cases);
    text.ok().flatten()
}

/// The record as it is now. What the browser has refused to store counts before what it stores.
pub fn read(services: &Services, may_store: bool) -> Record {
    let refused = services.recall(Stored::Cases.name());
    Record {
        held: refused.is_none(),
        text: refused
            .or_else(|| stored(services, may_store))
            .unwrap_or_default(),
    }
}

/// Writes the record, unless another window has written it meanwhile.
pub fn write(services: &Services, may_store: bool, due: &Due) {
    if due.text.is_empty() || read(services, may_store).text != due.over {
        return;
    }
    if may_store {
        // Whether it is stored is read back below: private windows may accept it and store nothing.
        let _ = storage::write(&services.element(), Stored::Cases, &due.text);
    }
    let is_stored = stored(services, may_store).as_ref() == Some(&due.text);
    let refused = (!is_stored).then_some(&*due.text);
    services.remember(Stored::Cases.name(), refused);
}
