//! Saves files, and says what has become of them.

use super::chart_file::Origin;
use crate::context::Context;
use crate::features::export::view::Writing;
use crate::platform::files::{NewFile, save};
use crate::platform::{address, clock};
use l10n::text::{Message, say};
use yew::platform::spawn_local;

/// How a context writes.
pub fn writing(context: &Context) -> Writing<'_> {
    Writing {
        catalog: &context.catalog,
        format: &*context.format,
    }
}

/// Today, and the address of the page; `None` where there is no browser.
pub fn origin(context: &Context) -> Option<Origin> {
    context.host.services()?;
    Some(Origin {
        date: clock::iso_today(),
        address: address::page(),
    })
}

/// Lets the browser save a file, then says what has become of it.
pub fn save_file(context: &Context, file: NewFile, report: impl FnOnce(Message) + 'static) {
    if context.host.services().is_none() {
        return;
    }
    spawn_local(async move {
        report(match save(file).await {
            Ok(()) => say::file_saved(),
            Err(_) => say::file_failed(),
        });
    });
}
